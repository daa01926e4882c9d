import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { projectPath } from '../../src/project-root.ts'
import { provenYear, type ProvenYear } from '../builders/proven-year.ts'
import { phone, startBrowser, type TestBrowser } from './support/browser.ts'

const folder = mkdtempSync(join(tmpdir(), 'gongdao-verifier-'))
let browser: TestBrowser
let year: ProvenYear

beforeAll(async () => {
  browser = await startBrowser()
  year = await provenYear()
})
afterAll(async () => {
  await browser.close()
  rmSync(folder, { recursive: true, force: true })
})

function fileOf(name: string, bytes: Uint8Array): string {
  const path = join(folder, name)
  writeFileSync(path, bytes)
  return path
}

/** The page as it lies on somebody's disk, with what it asked of a network and complained of. */
async function openPage(size?: {
  width: number
  height: number
}): Promise<{ page: Page; asked: string[]; faults: string[] }> {
  const page = await browser.newPage(size)
  const [asked, faults]: [string[], string[]] = [[], []]
  page.on('request', (request) => {
    if (!request.url().startsWith('file:')) asked.push(request.url())
  })
  page.on('console', (message) => {
    if (message.type() === 'error') faults.push(message.text())
  })
  page.on('pageerror', (error) => faults.push(error.message))
  const copy = fileOf('公道离线核验.html', readFileSync(projectPath('dist', 'web', 'verify.html')))
  await page.goto(pathToFileURL(copy).href)
  return { page, asked, faults }
}

describe('从磁盘打开的核验页', () => {
  test('如实的文件：逐项相符，不碰网络，控制台没有报错', async () => {
    const { page, asked, faults } = await openPage()
    await page.getByLabel('核验文件').setInputFiles(fileOf('完整.json', year.full))
    await page
      .getByLabel('手上的台账校验码')
      .fill(`${year.heads.early}\n台账校验码：共 ${year.heads.last.replace(' ', ' 条，')}`)
    await page.getByLabel('回执').setInputFiles(fileOf('回执.json', year.receipt))
    await page.getByLabel('以前的文件').setInputFiles(fileOf('四月.json', year.earlier))
    await page.getByRole('button', { name: '开始核验' }).click()
    await page.getByText('结论：核对到的全部相符').waitFor()
    expect(await page.locator('.check.broken').count()).toBe(0)
    expect(await page.locator('.check.holds').count()).toBeGreaterThan(14)
    await shoot(page, 'good')
    expect(asked).toEqual([])
    expect(faults).toEqual([])
    await page.context().close()
  })

  test('改过的文件：说出改的是哪里；手机上不横着滚', async () => {
    const { page, faults } = await openPage(phone)
    const text = new TextDecoder().decode(year.full).replace('何青', '何清')
    await page.getByLabel('核验文件').setInputFiles(fileOf('改过.json', new TextEncoder().encode(text)))
    await page.getByRole('button', { name: '开始核验' }).click()
    await page.getByText('不能采信').waitFor()
    expect(await page.locator('.check.broken li').count()).toBeGreaterThan(0)
    expect(await page.locator('#report').innerText()).toContain('“通报”部分与清单上的摘要不符')
    const wide = await page.evaluate<number>('document.documentElement.scrollWidth - window.innerWidth')
    expect(wide).toBeLessThanOrEqual(0)
    await shoot(page, 'changed-phone')
    expect(faults).toEqual([])
    await page.context().close()
  })

  test('不是校验码的，先说清楚，不算', async () => {
    const { page } = await openPage()
    await page.getByLabel('核验文件').setInputFiles(fileOf('完整.json', year.full))
    await page.getByLabel('手上的台账校验码').fill('三百条')
    await page.getByRole('button', { name: '开始核验' }).click()
    await page.getByText('“三百条”不是台账校验码').waitFor()
    expect(await page.locator('.check').count()).toBe(0)
    await page.context().close()
  })
})

/** For a look at the pages by hand: SHOTS names a folder. */
async function shoot(page: Page, name: string): Promise<void> {
  const shots = process.env['SHOTS']
  if (shots !== undefined) await page.screenshot({ path: join(shots, `${name}.png`), fullPage: true })
}
