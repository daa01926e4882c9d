import { Secret, TOTP } from 'otpauth'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { startOpenIdProvider, type OpenIdProvider } from '../../test/support/openid-provider.ts'
import { auditOf, bodyOf, callbackPath, openProviderBrowser, origin } from '../../test/support/provider-browser.ts'
import { asColleague, ownerPassword, startTown, type SignedInTown } from '../../test/support/town-app.ts'
import { rescueSignIn } from './rescue-sign-in.ts'

const linkPath = '/api/account/provider'
const byPassword = { proof: { kind: 'password', value: ownerPassword } }

let town: SignedInTown
let provider: OpenIdProvider
let people = 0

beforeAll(async () => {
  town = await startTown()
  provider = await startOpenIdProvider({ redirectUris: [`${origin}${callbackPath}`] })
})
afterAll(async () => {
  await provider.stop()
  await town.stop()
})
beforeEach(async () => {
  provider.person = { subject: `subject-${String((people += 1))}` }
  await town.signInPool.query('delete from failed_attempt')
})

/** A signed-in colleague with a password, or without one, before a browser that knows the provider. */
async function signedIn(userName: string, password: string | null = ownerPassword) {
  const { cookie } = await asColleague(town, { userName, roles: ['finance'] })
  const hash = password === null ? null : await town.services.passwords.hash(password)
  await town.signInPool.query('update account set password_hash = $1 where user_name = $2', [hash, userName])
  const browser = openProviderBrowser(town, provider)
  browser.own.set('gongdao_session', cookie.split('=')[1] ?? '')
  const begin = async (body: object = byPassword) => browser.ask('POST', linkPath, body)
  const setOut = async (body?: object) => browser.visit((await bodyOf(await begin(body))).address)
  return { ...browser, begin, setOut, link: async (body?: object) => browser.comeBack(await setOut(body)) }
}

const comeIn = async () => openProviderBrowser(town, provider).signIn()

test('自己绑定：先证明是本人，绑定后就能用统一身份认证登录，解除后不能', async () => {
  const browser = await signedIn('甘棠')
  expect(await bodyOf(await browser.ask('GET', linkPath))).toEqual({ provider: '区统一身份认证', linkedAt: null })
  expect(await browser.link()).toBe('/account?provider=linked')
  expect(await bodyOf(await browser.ask('GET', linkPath))).toMatchObject({
    linkedAt: town.clock.now.toISOString(),
  })
  const elsewhere = openProviderBrowser(town, provider)
  expect(await elsewhere.signIn()).toBe('/')
  expect(await elsewhere.session()).toMatchObject({ userName: '甘棠' })
  expect((await browser.ask('DELETE', linkPath)).status).toBe(200)
  expect((await browser.ask('DELETE', linkPath)).status).toBe(404)
  for (const operation of ['beginProviderLink', 'unlinkProvider'])
    expect(await auditOf(town, operation, '甘棠')).toEqual([{ by: '甘棠', outcome: 'done', kind: 'write' }])
  expect(await comeIn()).toBe('/sign-in?provider=unknown')
})

test('一个身份只绑一个账号', async () => {
  expect(await (await signedIn('先绑')).link()).toBe('/account?provider=linked')
  expect(await (await signedIn('后绑')).link()).toBe('/account?provider=taken')
})

test('没锁屏的电脑上，别人绑不上自己的身份：不证明、密码不对都走不了，错的记进审计，乱猜要等', async () => {
  const browser = await signedIn('离开一会')
  expect((await browser.begin({})).status).toBe(400)
  const wrong = { proof: { kind: 'password', value: '不是这个密码' } }
  const refused = await browser.begin(wrong)
  expect([refused.status, (await bodyOf(refused)).error]).toMatchObject([
    422,
    { code: 'proof-wrong', place: 'proof' },
  ])
  expect(browser.own.has('gongdao_visit')).toBe(false)
  expect(await auditOf(town, 'beginProviderLink', '离开一会')).toEqual([
    { by: null, outcome: 'refused', kind: 'sign-in' },
  ])
  const statuses: number[] = []
  for (let tries = 0; tries < 5; tries += 1) statuses.push((await browser.begin(wrong)).status)
  expect(statuses).toEqual([422, 422, 422, 422, 429])
  expect((await town.signInPool.query('select from oidc_attempt')).rowCount).toBe(0)
  expect(await comeIn()).toBe('/sign-in?provider=unknown')
})

test('用验证码证明也行，用过的不行', async () => {
  const browser = await signedIn('用验证码的')
  const { rows } = await town.signInPool.query(`select id from account where user_name = '用验证码的'`)
  const secret = new Secret()
  const sealed = town.services.seal.seal(secret.bytes, rows[0].id)
  await town.signInPool.query('update totp set sealed_secret = $1 where account_id = $2', [
    Buffer.from(sealed),
    rows[0].id,
  ])
  const value = new TOTP({ secret }).generate({ timestamp: town.clock.now.getTime() })
  const byCode = { proof: { kind: 'code', value } }
  const path = await browser.setOut(byCode)
  expect((await browser.begin(byCode)).status).toBe(422)
  expect(await browser.comeBack(path)).toBe('/account?provider=linked')
})

test('没有密码的账号证明不了：请管理员发设置码设了密码再绑', async () => {
  const browser = await signedIn('没有密码的', null)
  expect((await bodyOf(await browser.begin())).error.code).toBe('proof-wrong')
})

test('出发以后登录结束了，或账号停用了，回来就绑不上；别处的登录还在也一样', async () => {
  for (const [userName, end] of [
    ['已退出', `delete from session where account_id = $1 and address <> '别处'`],
    ['已停用', 'update account set suspended_at = now() where id = $1'],
    ['已过期', `update session set expires_at = '2026-01-01' where account_id = $1 and address <> '别处'`],
  ] as const) {
    const browser = await signedIn(userName)
    const { rows } = await town.signInPool.query('select id from account where user_name = $1', [userName])
    await town.signInPool.query(
      `insert into session (id, token_hash, account_id, tenant_id, created_at, last_seen_at, expires_at, address, user_agent)
       select gen_random_uuid(), sha256(token_hash), account_id, tenant_id, created_at, last_seen_at, expires_at, '别处', ''
       from session where account_id = $1`,
      [rows[0].id],
    )
    const path = await browser.setOut()
    await town.signInPool.query(end, [rows[0].id])
    expect(await browser.comeBack(path)).toBe('/sign-in?provider=over')
    const links = await town.signInPool.query('select from oidc_identity where account_id = $1', [rows[0].id])
    expect(links.rowCount).toBe(0)
  }
})

test('浏览器里的记号换成别处登录的，对不上', async () => {
  const [browser, other] = [await signedIn('换记号的'), await signedIn('另一个人')]
  const path = await browser.setOut()
  await other.setOut()
  const [token = ''] = (browser.own.get('gongdao_visit') ?? '').split('.')
  const [, session = ''] = (other.own.get('gongdao_visit') ?? '').split('.')
  browser.own.set('gongdao_visit', `${token}.${session}`)
  expect(await browser.comeBack(path)).toBe('/sign-in?provider=over')
})

test('取消验证码、在服务器上重来，都一并解除绑定', async () => {
  const reset = await signedIn('丢了手机的')
  expect(await reset.link()).toBe('/account?provider=linked')
  const { body } = await town.send('GET', '/api/accounts')
  const { id } = body.accounts.find(({ userName }: { userName: string }) => userName === '丢了手机的')
  expect((await town.send('POST', `/api/accounts/${id}/reset-second-factor`)).status).toBe(200)
  expect(await comeIn()).toBe('/sign-in?provider=unknown')
  provider.person = { subject: '重来' }
  expect(await (await signedIn('重来的')).link()).toBe('/account?provider=linked')
  await rescueSignIn('重来的', origin, town.services)
  expect(await comeIn()).toBe('/sign-in?provider=unknown')
})
