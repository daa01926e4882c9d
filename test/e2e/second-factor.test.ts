import { Secret, TOTP } from 'otpauth'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { TestBrowser } from './support/browser.ts'
import { startEmptyTown } from './support/empty-town.ts'
import { phone } from './support/launch-browser.ts'
import { owner, setUpOwner } from './support/owner.ts'
import { startProduct, type Product } from './support/product.ts'

let product: Product
let browser: TestBrowser
let close: () => Promise<void>

beforeAll(async () => {
  ;({ product, browser, close } = await startEmptyTown())
})

afterAll(() => close())

/** The phone of the story: it types the secret off the page, as one does who cannot scan. */
async function phoneOf(page: Page): Promise<TOTP> {
  const typed = await page.getByTestId('offered-secret').innerText()
  return new TOTP({ secret: Secret.fromBase32(typed.replaceAll(' ', '')) })
}

/** Each step counts once, so the next sign-in is by a phone whose clock is half a minute ahead. */
const nextCode = (totp: TOTP) => totp.generate({ timestamp: Date.now() + 30_000 })

async function signIn(page: Page): Promise<void> {
  await page.getByLabel('用户名').fill(owner.userName)
  await page.getByLabel('密码').fill(owner.password)
  await page.getByRole('button', { name: /登\s?录/ }).click()
}

describe('登录验证码', () => {
  test('要去哪一页先设好验证码，恢复码抄好了才放行；下次用验证码或恢复码登录；换一部手机', async () => {
    const desk = await browser.newContext()
    await setUpOwner(product, desk.request)
    const page = await desk.newPage()
    const complaints: string[] = []
    page.on('pageerror', (error) => complaints.push(error.message))
    page.on('console', (line) => {
      if (line.type() === 'error' && !line.text().includes('422')) complaints.push(line.text())
    })

    await page.goto(`${product.baseUrl}/people`)
    await page.getByRole('heading', { name: '设置登录验证码' }).waitFor()
    await page.getByRole('img', { name: '设置验证器的二维码' }).locator('svg').first().waitFor()
    const first = await phoneOf(page)
    const right = first.generate()
    await page.getByLabel('输入验证器显示的六位数').fill(right === '123456' ? '123457' : '123456')
    await page.getByRole('button', { name: /^设\s?好$/ }).click()
    await page.getByRole('alert').getByText('验证码不对').waitFor()
    await page.reload()
    expect((await phoneOf(page)).secret.base32).toBe(first.secret.base32)
    await page.getByLabel('输入验证器显示的六位数').fill(first.generate())
    await page.getByRole('button', { name: /^设\s?好$/ }).click()
    await page.getByRole('heading', { name: '恢复码' }).waitFor()
    const recoveryCodes = await page.getByRole('listitem').allInnerTexts()
    expect(recoveryCodes).toHaveLength(10)
    const go = page.getByRole('button', { name: /^继\s?续$/ })
    expect(await go.isDisabled()).toBe(true)
    await page.getByRole('checkbox', { name: '已抄好' }).check()
    await go.click()
    await page.getByRole('heading', { name: '人员与机构' }).waitFor()

    const hand = await (await browser.newContext(phone)).newPage()
    await hand.goto(`${product.baseUrl}/account`)
    await signIn(hand)
    // Six digits are enough: no button to press.
    await hand.getByLabel('六位验证码').pressSequentially(nextCode(first))
    await hand.getByRole('heading', { name: '我的账号' }).waitFor()

    const other = await (await browser.newContext(phone)).newPage()
    await other.goto(product.baseUrl)
    await signIn(other)
    await other.getByRole('button', { name: '手机不在手边？用恢复码' }).click()
    await other.getByLabel('恢复码').fill((recoveryCodes[0] ?? '').toLowerCase())
    await other.getByRole('button', { name: /^确\s?认$/ }).click()
    await other.getByText('已用掉一个恢复码，还剩 9 个').waitFor()
    await other.goto(`${product.baseUrl}/account`)

    const own = other.getByRole('region', { name: '登录验证码' })
    await own.getByText('恢复码还剩 9 个').waitFor()
    expect(await own.getByRole('button', { name: '取消验证码' }).count()).toBe(0)
    await own.getByRole('button', { name: '换一部手机' }).click()
    const second = await phoneOf(other)
    expect(second.secret.base32).not.toBe(first.secret.base32)
    await own.getByLabel('输入验证器显示的六位数').fill(second.generate())
    await own.getByRole('textbox', { name: '用密码' }).fill(owner.password)
    await own.getByRole('button', { name: /^设\s?好$/ }).click()
    await own.getByRole('checkbox', { name: '已抄好' }).check()
    await own.getByRole('button', { name: /^继\s?续$/ }).click()
    await own.getByText('恢复码还剩 10 个').waitFor()
    await page.reload()
    await page.getByRole('button', { name: /登\s?录/ }).waitFor()
    expect(complaints).toEqual([])
  })

  test('唯一的负责人丢了手机又忘了密码：在服务器上用 --rescue 启动，凭设置码另定密码，重新设置验证码', async () => {
    const { dataFolder } = product
    await product.stop()
    const restarted = await startProduct({ dataFolder, args: [`--rescue=${owner.userName}`] })
    try {
      const said = restarted.output()
      const [link = ''] = /http\S+\/activate\S+/.exec(said) ?? []
      const [code = ''] = /[A-Z2-9]{4}-[A-Z2-9]{4}-[A-Z2-9]{4}/.exec(said) ?? []
      const page = await (await browser.newContext(phone)).newPage()
      await page.goto(link)
      expect(await page.getByLabel('用户名').inputValue()).toBe(owner.userName)
      await page.getByLabel('设置码').fill('AAAA-BBBB-CCCC')
      await page.getByLabel('新密码', { exact: true }).fill('屋后的桂花今年开了两回')
      await page.getByLabel('再输一次新密码').fill('屋后的桂花今年开了两回')
      await page.getByRole('button', { name: '设定密码并登录' }).click()
      await page.getByRole('alert').getByText('用户名或设置码不对').waitFor()
      await page.getByLabel('设置码').fill(code)
      await page.getByRole('button', { name: '设定密码并登录' }).click()
      await page.getByRole('heading', { name: '设置登录验证码' }).waitFor()
      await page.getByRole('button', { name: '先到示例镇看看' }).click()
      await page.getByText('示例数据').waitFor({ timeout: 60_000 })
    } finally {
      await restarted.stop()
    }
  })
})
