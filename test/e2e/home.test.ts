import { afterAll, beforeAll, expect, test } from 'vitest'
import { phone } from './support/browser.ts'
import { owner, signIn } from './support/owner.ts'
import { startSampleTown, type SampleTown } from './support/sample-town.ts'
import { setUpSecondFactor } from './support/second-factor.ts'

let town: SampleTown
beforeAll(async () => {
  town = await startSampleTown()
})
afterAll(() => town.close())

test('工作台上的图：点一格到那几条扣分；切成表，数字一样能点', async () => {
  const page = await town.openPage('/')
  const figure = page.locator('[data-figure="trend"]')
  await figure.locator('svg').waitFor()
  await page.getByText('表', { exact: true }).click()
  const first = figure.locator('tbody tr').first()
  const [, , lines] = await first.locator('td').allInnerTexts()
  await first.getByRole('link').click()
  await page.waitForURL(/\/deductions\?from=\d{4}-01-01&to=\d{4}-01-31$/)
  await page.getByText(`共 ${String(lines)} 条`, { exact: true }).waitFor()
  expect(Number(lines)).toBeGreaterThan(0)
  expect(town.complaints).toEqual([])
})

test('网上表单：不登录，交了凭回执问得到，浏览器里什么都不留', async () => {
  const { product, browser } = town
  const office = await browser.newContext()
  await signIn(product, office.request)
  await setUpSecondFactor(product, office.request)
  const setting = `${product.baseUrl}/api/complaints/form`
  const session = await (await office.request.get(`${product.baseUrl}/api/session`)).json()
  const real = session.towns.find((one: { readonly name: string }) => one.name === owner.townName)
  await office.request.post(`${product.baseUrl}/api/session/town`, { data: { townId: real.id } })
  const opened = await (await office.request.put(setting, { data: { isOpen: true } })).json()

  const page = await browser.newPage(phone)
  await page.goto(`${product.baseUrl}/complain/${String(opened.town)}`)
  await page.getByLabel('您要反映的情况').fill('办证大厅上午十点窗口没有人，等了一个小时。')
  await page.getByRole('button', { name: '提交' }).click()
  const receipt = await page.getByText(/^TS-/).innerText()
  await page.getByLabel('回执编号').fill(receipt)
  await page.getByRole('button', { name: '查询' }).click()
  await page.getByRole('status').getByText('已收到').last().waitFor()
  expect(await page.context().cookies()).toEqual([])
  expect(await page.evaluate('localStorage.length')).toBe(0)
})
