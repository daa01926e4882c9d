import type { Page } from 'playwright-core'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { TestBrowser } from './support/browser.ts'
import { startEmptyTown } from './support/empty-town.ts'
import { phone } from './support/launch-browser.ts'
import { setUpOwner } from './support/owner.ts'
import type { Product } from './support/product.ts'
import { setUpSecondFactor } from './support/second-factor.ts'

let product: Product
let browser: TestBrowser
let close: () => Promise<void>

beforeEach(async () => {
  ;({ product, browser, close } = await startEmptyTown())
})

afterEach(() => close())

/** A colleague on a phone, with the slip in hand. */
async function activate(userName: string, code: string): Promise<Page> {
  const page = await (await browser.newContext(phone)).newPage()
  await page.goto(`${product.baseUrl}/activate`)
  await page.getByLabel('用户名').fill(userName)
  await page.getByLabel('设置码').fill(code.toLowerCase())
  await page.getByLabel('新密码', { exact: true }).fill('门前一棵老树长新芽88')
  await page.getByLabel('再输一次新密码').fill('门前一棵老树长新芽88')
  await page.getByRole('button', { name: '设定密码并登录' }).click()
  return page
}

describe('账号与权限', () => {
  test('从五步设置开一个领导小组账号，设置码只见一次，同事用它进来；停用后当即出去', async () => {
    const desk = await browser.newContext()
    await setUpOwner(product, desk.request)
    await setUpSecondFactor(product, desk.request)
    const page = await desk.newPage()
    const complaints: string[] = []
    page.on('pageerror', (error) => complaints.push(error.message))

    await page.goto(product.baseUrl)
    const steps = page.getByRole('region', { name: '开始设置：五步' })
    await steps.getByText('只有您一个人时').waitFor()
    await steps.getByRole('link', { name: '开设领导小组账号' }).click()
    const dialog = page.getByRole('dialog', { name: '开设账号' })
    expect(await dialog.getByRole('checkbox', { name: '考核领导小组' }).isChecked()).toBe(true)
    await dialog.getByLabel('用户名，每行一个').fill('孟岩')
    await dialog.getByRole('button', { name: '开设 1 个账号' }).click()
    await page.getByText('设置码只在这里显示这一次').waitFor()
    const code = /[A-Z0-9]{4}-[A-Z0-9]{4}-[A-Z0-9]{4}/.exec(await page.locator('main').innerText())?.[0] ?? ''

    await page.getByRole('link', { name: '← 回到五步设置' }).click()
    const leaving = page.getByRole('dialog', { name: '离开就看不到这些设置码了' })
    await leaving.getByRole('button', { name: '留在这里' }).click()
    await page.getByText(code).waitFor()

    const colleague = await activate('孟岩', code)
    // The leading group writes scores: the second factor comes before anything else.
    await colleague.getByRole('heading', { name: '设置登录验证码' }).waitFor()

    await page.getByRole('link', { name: '← 回到五步设置' }).click()
    await leaving.getByRole('button', { name: /^离\s?开$/ }).click()
    await steps.getByText('孟岩可以通过方案').waitFor()
    await steps.getByRole('link', { name: '查看账号' }).click()
    expect(await page.getByText(code).count()).toBe(0)

    // Who decides about others and is nobody's account: the list says so.
    await page.getByText('没有对应人员，拦不住他办自己的事').waitFor()
    await page.getByRole('button', { name: '账号“孟岩”' }).click()
    await page.getByRole('checkbox', { name: '审计管理员' }).check()
    await page.getByRole('button', { name: '保存身份' }).click()
    const change = page.getByRole('dialog', { name: '更改“孟岩”的身份？' })
    await change.getByText('考核领导小组、审计管理员').waitFor()
    await change.getByRole('button', { name: /^确\s?定$/ }).click()
    await page.getByRole('alert').getByText('管理员可以是工作人员，不能再是领导').waitFor()

    await page.getByRole('button', { name: /^停\s?用$/ }).click()
    await page.getByLabel('停用的原因').fill('调离本镇')
    await page
      .getByRole('dialog', { name: '停用“孟岩”？' })
      .getByRole('button', { name: /^停\s?用$/ })
      .click()
    await page.getByText('已停用，各处登录已结束').waitFor()
    await colleague.reload()
    await colleague.getByLabel('密码').waitFor()
    expect(complaints).toEqual([])
  })
})
