import { readFile } from 'node:fs/promises'
import mammoth from 'mammoth'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { phone } from './support/browser.ts'
import { startSampleTown, type SampleTown } from './support/sample-town.ts'

let town: SampleTown

beforeEach(async () => {
  town = await startSampleTown()
})
afterEach(async () => {
  await town.close()
})

const office = '丁岚'
const staff = '尤和'

test('季度通报：起草，原样预览，输入标题发布；公示期满、异议没有办结不能定稿；职工读得到', async () => {
  const atOffice = await town.openPage('/bulletins', undefined, office)
  await atOffice.getByRole('button', { name: '起草通报' }).first().click()
  const dialog = atOffice.getByRole('dialog')
  // The first quarter without a bulletin is offered.
  await dialog.getByTitle('第4季度').waitFor()
  await dialog.getByRole('button', { name: /^起\s?草$/ }).click()
  await atOffice.getByText('草稿，未发布').waitFor()
  await atOffice.getByRole('spinbutton', { name: '公示期' }).fill('3')
  await atOffice.getByRole('button', { name: '保存并刷新预览' }).click()
  await atOffice.getByText('（3个工作日）').waitFor()

  const shownTitle = (await atOffice.locator('article h2').innerText()).trim()
  expect(shownTitle).toContain('2025年第四季度绩效考核情况通报')
  await atOffice.getByRole('button', { name: '发布公示' }).click()
  // The draft's own form behind the dialog has a title as well.
  const publish = dialog.getByRole('button', { name: '发布公示' })
  await dialog.getByRole('textbox', { name: '标题' }).fill('别的名称')
  expect(await publish.isDisabled()).toBe(true)
  await dialog.getByRole('textbox', { name: '标题' }).fill(shownTitle)
  await publish.click()
  await atOffice.getByText('还剩 3 个工作日').waitFor()
  await atOffice.getByText('台账校验码：共').waitFor()
  expect(await atOffice.getByRole('button', { name: /^定\s?稿$/ }).isDisabled()).toBe(true)
  const bulletinPath = new URL(atOffice.url()).pathname
  const figures = await atOffice.locator('article table').first().innerText()

  await town.startLater(10)
  const later = await town.openPage(bulletinPath, undefined, office)
  await later.getByText('公示期已满').waitFor()
  // Two people of the sample still wait for an answer: there is no way past them.
  await later.getByText('件异议没有办结').waitFor()
  expect(await later.getByRole('button', { name: /^定\s?稿$/ }).isDisabled()).toBe(true)
  const waiting = later.waitForEvent('download')
  await later.getByRole('button', { name: '下载 Word' }).click()
  const { value } = await mammoth.extractRawText({
    buffer: await readFile(await (await waiting).path()),
  })
  expect(value).toContain(shownTitle)
  expect(value).toContain('台账校验码')

  const atStaff = await town.openPage('/bulletins', phone, staff)
  await atStaff.getByRole('link', { name: shownTitle }).click()
  await atStaff.getByText('台账校验码：共').waitFor()
  expect(await atStaff.locator('article table').first().innerText()).toBe(figures)
  expect(await atStaff.getByRole('button', { name: '发更正' }).count()).toBe(0)
  expect(town.complaints).toEqual([])
})
