import { createServer } from 'node:http'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { assert } from '../../src/domain/primitives/result.ts'
import { client, startOpenIdProvider, type OpenIdProvider } from '../support/openid-provider.ts'
import { startBrowser, type TestBrowser } from './support/browser.ts'
import { owner, setUpOwner } from './support/owner.ts'
import { newDataFolder, removeDataFolder, startProduct, type Product } from './support/product.ts'

let provider: OpenIdProvider
let product: Product
let browser: TestBrowser

beforeEach(async () => {
  const port = await freePort()
  // localhost is another site than 127.0.0.1: what the browser keeps from other sites, it keeps here.
  const redirectUris = [`http://127.0.0.1:${String(port)}/api/provider/callback`]
  provider = await startOpenIdProvider({ redirectUris, host: 'localhost' })
  product = await startProduct({
    dataFolder: newDataFolder(),
    environment: {
      GONGDAO_PORT: String(port),
      GONGDAO_OIDC_ISSUER: provider.issuer,
      GONGDAO_OIDC_CLIENT_ID: client.id,
      GONGDAO_OIDC_CLIENT_SECRET: client.secret,
      GONGDAO_OIDC_NAME: '区平台',
      GONGDAO_OIDC_MATCH: 'preferred_username',
    },
  })
  browser = await startBrowser()
})

afterEach(async () => {
  await browser.close()
  await product.stop()
  await removeDataFolder(product.dataFolder)
  await provider.stop()
})

test('用统一身份认证登录：从别的网站回来，页面打开就是登录着的；能解除，也能自己再绑定', async () => {
  await setUpOwner(product, (await browser.newContext()).request)
  provider.person = { subject: '0001', userName: owner.userName, amr: ['pwd', 'otp'] }
  const context = await browser.newContext()
  const page = await context.newPage()
  const complaints: string[] = []
  page.on('pageerror', (error) => complaints.push(error.message))
  await page.goto(`${product.baseUrl}/account`)
  await page.getByRole('button', { name: '用区平台登录' }).click()
  const link = page.getByRole('region', { name: '统一身份认证' })
  await link.getByText('可以用区平台登录').waitFor()
  expect(new URL(page.url()).pathname).toBe('/account')
  const session = (await context.cookies(product.baseUrl)).find(({ name }) => name === 'gongdao_session')
  expect(session).toMatchObject({ httpOnly: true, sameSite: 'Strict' })

  await link.getByRole('button', { name: '解除绑定' }).click()
  await page.getByRole('tooltip').getByRole('button', { name: '解除绑定' }).click()
  await link.getByRole('button', { name: '去绑定' }).click()
  await link.getByRole('textbox', { name: '用密码' }).fill('不是这个密码')
  await link.getByRole('button', { name: '继续，去绑定' }).click()
  await link.getByRole('alert').getByText('密码不对').waitFor()
  await link.getByRole('textbox', { name: '用密码' }).fill(owner.password)
  await link.getByRole('button', { name: '继续，去绑定' }).click()
  await link.getByText('已绑定，以后可以用统一身份认证登录。').waitFor()

  provider.person = { subject: '0002', userName: '没有这个人' }
  const stranger = await (await browser.newContext()).newPage()
  await stranger.goto(product.baseUrl)
  await stranger.getByRole('button', { name: '用区平台登录' }).click()
  await stranger.getByRole('alert').getByText('这个身份在公道里没有可用的账号').waitFor()
  expect(complaints).toEqual([])
})

async function freePort(): Promise<number> {
  const server = createServer()
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  assert(typeof address === 'object' && address !== null, 'a port was given')
  await new Promise((resolve) => server.close(resolve))
  return address.port
}
