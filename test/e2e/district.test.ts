import type { Page } from 'playwright-core'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { startBrowser, type TestBrowser } from './support/browser.ts'
import { phone } from './support/launch-browser.ts'
import { newDataFolder, removeDataFolder, startProduct, type Product } from './support/product.ts'
import { setUpSecondFactor } from './support/second-factor.ts'

const password = '一条河上三座桥 2026'

let product: Product
let browser: TestBrowser

beforeEach(async () => {
  ;[product, browser] = await Promise.all([startProduct({ dataFolder: newDataFolder() }), startBrowser()])
})

afterEach(async () => {
  await browser.close()
  await product.stop()
  await removeDataFolder(product.dataFolder)
})

async function createTown(page: Page, name: string, founder: string) {
  await page.getByRole('button', { name: '新建镇' }).click()
  const dialog = page.getByRole('dialog', { name: '新建镇（街道）' })
  await dialog.getByLabel('镇（街道）').fill(name)
  await dialog.getByLabel('首个账号的用户名').fill(founder)
  await expect.poll(() => dialog.getByLabel('代码').inputValue()).not.toBe('')
  await dialog.getByRole('button', { name: /^新\s?建$/ }).click()
  const slip = page.getByRole('dialog', { name: `${name}的设置码` })
  await slip.getByText('有效到').waitFor()
  const [, signInName = '', code = ''] = await slip.getByRole('definition').allInnerTexts()
  await slip.getByRole('button', { name: '已记下，关闭' }).click()
  await slip.waitFor({ state: 'hidden' })
  return { signInName, code }
}

test('给全区用：首次设置选“全区各镇用”，新建两个镇，首个账号同名也各进各的镇', async () => {
  const desk = await browser.newContext()
  const page = await desk.newPage()
  const complaints: string[] = []
  page.on('pageerror', (error) => complaints.push(error.message))
  await page.goto(product.setUpLink ?? '')
  await page.getByRole('radio', { name: '全区各镇用' }).check()
  await page.getByLabel('区级用户名').fill('区考核办')
  await page.getByLabel('密码', { exact: true }).fill(password)
  await page.getByLabel('再输一次密码').fill(password)
  await page.getByRole('button', { name: '完成设置并登录' }).click()
  await page.getByRole('heading', { name: '设置登录验证码' }).waitFor()
  await setUpSecondFactor(product, desk.request)
  await page.goto(product.baseUrl)
  await page.getByRole('region', { name: '各镇', exact: true }).getByText('还没有镇').waitFor()
  expect(new URL(page.url()).pathname).toBe('/district')

  const slips = [await createTown(page, '白鹭镇', '张三'), await createTown(page, '黄鹂镇', '张三')]
  expect(slips.map(({ signInName }) => signInName)).toEqual(['张三@bailuzhen', '张三@huanglizhen'])
  await page
    .getByRole('row', { name: /白鹭镇/ })
    .getByText('0 个在用，1 个未启用')
    .waitFor()

  for (const [place, own] of ['白鹭镇', '黄鹂镇'].entries()) {
    const hand = await browser.newContext(phone)
    const town = await hand.newPage()
    await town.goto(`${product.baseUrl}/activate`)
    await town.getByLabel('用户名').fill(slips[place]?.signInName ?? '')
    await town.getByLabel('设置码').fill(slips[place]?.code ?? '')
    await town.getByLabel('新密码', { exact: true }).fill(password)
    await town.getByLabel('再输一次新密码').fill(password)
    await town.getByRole('button', { name: '设定密码并登录' }).click()
    await town.getByRole('heading', { name: '设置登录验证码' }).waitFor()
    await setUpSecondFactor(product, hand.request)
    await town.goto(`${product.baseUrl}/district`)
    await town.getByRole('banner').getByText(own).waitFor()
    expect(new URL(town.url()).pathname).toBe('/')
  }

  await page.reload()
  await page
    .getByRole('row', { name: /黄鹂镇/ })
    .getByText('1 个在用')
    .waitFor()
  const events = page.getByRole('region', { name: '最近的事' })
  expect(await events.getByText(/^新建镇 /).allInnerTexts()).toEqual([
    '新建镇 黄鹂镇（huanglizhen）',
    '新建镇 白鹭镇（bailuzhen）',
  ])
  await page.getByRole('button', { name: '区考核办' }).click()
  await page.getByRole('menuitem', { name: '我的账号' }).click()
  await page.getByRole('region', { name: '换密码' }).waitFor()
  await page.goto(`${product.baseUrl}/people`)
  await page.getByRole('heading', { name: '区级总览' }).waitFor()
  expect(complaints).toEqual([])
})
