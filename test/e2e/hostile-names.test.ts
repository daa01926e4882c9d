import { afterAll, beforeAll, expect, test } from 'vitest'
import { startSampleTown, type SampleTown } from './support/sample-town.ts'

const markup = '<img src=x onerror="document.title=1">'

let town: SampleTown

beforeAll(async () => {
  town = await startSampleTown()
})
afterAll(() => town.close())

test('文件名和单元格里的网页标记只是文字', async () => {
  const page = await town.openPage('/entries/new?import=1')
  const drawer = page.getByRole('dialog')
  const cell = `"${markup.replaceAll('"', '""')}"`
  const sheet = ['工号,规则,数量,日期,等级,事项,裁量分,说明,依据', `${cell},${cell},1,2025-06-01,,,,${cell},`, '']
  await drawer.locator('input[type=file]').setInputFiles({
    name: '<img src=x onerror=alert(1)>.csv',
    mimeType: 'text/csv',
    buffer: Buffer.from(sheet.join('\n')),
  })
  await drawer.getByText('发现 1 处错误，什么都没有写入').waitFor()
  await drawer.getByText('<img src=x onerror=alert(1)>.csv').first().waitFor()
  await drawer.getByText(markup).first().waitFor()
  expect(await drawer.locator('img').count()).toBe(0)
  expect(await page.title()).toContain('公道')
  expect(town.complaints).toEqual([])
})

test('没有行内脚本，页面也执行不了', async () => {
  const page = await town.openPage('/people')
  const html = await (await page.request.get(town.product.baseUrl)).text()
  expect(html).toMatch(/<script[^>]* src="/)
  expect(html).not.toMatch(/<script(?![^>]*\ssrc=)|<[^>]*\son[a-z]+\s*=/i)
  await page.evaluate(`{
    const inline = document.createElement('script')
    inline.textContent = 'document.title = "执行了"'
    document.head.append(inline)
    document.body.insertAdjacentHTML('beforeend', '<img src="data:," onerror="document.title = 1">')
  }`)
  await expect
    .poll(() => town.complaints.filter((line) => /Content Security Policy/.test(line)).length)
    .toBeGreaterThan(0)
  expect(await page.title()).not.toMatch(/执行了|^1$/)
})
