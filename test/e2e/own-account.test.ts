import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { TestBrowser } from './support/browser.ts'
import { startEmptyTown } from './support/empty-town.ts'
import { phone } from './support/launch-browser.ts'
import { owner, setUpOwner, signIn } from './support/owner.ts'
import type { Product } from './support/product.ts'
import { setUpSecondFactor, showRecoveryCode } from './support/second-factor.ts'

let product: Product
let browser: TestBrowser
let close: () => Promise<void>

beforeEach(async () => {
  ;({ product, browser, close } = await startEmptyTown())
})

afterEach(() => close())

describe('我的账号', () => {
  test('从用户名进去换密码：太好猜的不收；换好后别处要重新登录，这台接着用', async () => {
    const desk = await browser.newContext()
    await setUpOwner(product, desk.request)
    const recoveryCodes = await setUpSecondFactor(product, desk.request)
    const hand = await browser.newContext(phone)
    await signIn(product, hand.request)
    await showRecoveryCode(product, hand.request, recoveryCodes[0])

    const page = await desk.newPage()
    const complaints: string[] = []
    page.on('pageerror', (error) => complaints.push(error.message))
    await page.goto(product.baseUrl)
    await page.getByRole('banner').getByRole('button', { name: owner.userName }).click()
    await page.getByRole('menuitem', { name: '我的账号' }).click()
    const sessions = page.getByRole('region', { name: '登录在哪里' })
    await sessions.getByText('12 小时没有操作，或登录满 7 天').waitFor()
    await expect.poll(() => sessions.getByRole('listitem').count()).toBe(2)
    await sessions.getByRole('listitem').first().getByText('这台').waitFor()
    await sessions.getByText('Linux 电脑上的 Chrome').first().waitFor()

    const form = page.getByRole('region', { name: '换密码' })
    const fill = async (password: string, again: string) => {
      await form.getByLabel('原密码').fill(owner.password)
      await form.getByLabel('新密码', { exact: true }).fill(password)
      await form.getByLabel('再输一次新密码').fill(again)
      await form.getByRole('button', { name: '换密码' }).click()
    }
    await fill('woaini5201314', 'woaini5201314')
    await form.getByRole('alert').getByText('密码里主要是常见的词和数字').waitFor()
    await fill('三只黑猫都爱吃鱼66', '三只黑猫都爱吃鱼')
    await form.getByText('两次输入的新密码不一样').waitFor()
    await fill('三只黑猫都爱吃鱼66', '三只黑猫都爱吃鱼66')
    await page.getByText('密码已换，别处的 1 个登录已结束').waitFor()
    await sessions.getByText('只登录在这台').waitFor()

    const elsewhere = await hand.newPage()
    await elsewhere.goto(`${product.baseUrl}/account`)
    await elsewhere.getByLabel('用户名').fill(owner.userName)
    await elsewhere.getByLabel('密码').fill('三只黑猫都爱吃鱼66')
    await elsewhere.getByRole('button', { name: /登\s?录/ }).click()
    await elsewhere.getByRole('button', { name: '手机不在手边？用恢复码' }).click()
    await elsewhere.getByLabel('恢复码').fill(recoveryCodes[1] ?? '')
    await elsewhere.getByRole('button', { name: /^确\s?认$/ }).click()
    await elsewhere.getByRole('heading', { name: '我的账号' }).waitFor()

    await page.reload()
    await sessions.getByRole('listitem').nth(1).waitFor()
    await sessions.getByRole('button', { name: '结束别处的全部登录' }).click()
    // Each row has such a button too: only the one that is asked is meant.
    await page
      .getByRole('tooltip')
      .getByRole('button', { name: /^结\s?束$/ })
      .click()
    await page.getByText('已结束 1 个登录').waitFor()
    await elsewhere.reload()
    await elsewhere.getByRole('button', { name: /登\s?录/ }).waitFor()
    expect(complaints).toEqual([])
  })
})
