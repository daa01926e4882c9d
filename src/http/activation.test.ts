import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { cookieOf, startTown, type Answered, type SignedInTown } from '../../test/support/town-app.ts'

const password = '三只黑猫都爱吃鱼66'
let town: SignedInTown

beforeAll(async () => {
  town = await startTown()
})
afterAll(() => town.stop())

/** A slip of paper for a new account of that name. */
async function makeSlip(userName: string): Promise<{ accountId: string; code: string }> {
  const body = { accounts: [{ staffNumber: null, userName }], roles: [] }
  const made = await town.send('POST', '/api/accounts', { body })
  expect(made.status).toBe(200)
  return made.body.slips[0]
}

async function reissue(accountId: string): Promise<string> {
  const body = { accountIds: [accountId] }
  const { body: issued } = await town.send('POST', '/api/accounts/set-up-codes', { body })
  return issued.slips[0].code
}

function activate(userName: string, code: string, typed = password): Promise<Answered> {
  const headers = { cookie: '' }
  return town.send('POST', '/api/activation', { body: { userName, code, password: typed }, headers })
}

function signIn(userName: string, typed: string): Promise<Answered> {
  return town.send('POST', '/api/sign-in', { body: { userName, password: typed }, headers: { cookie: '' } })
}

async function isIn(cookie: string): Promise<boolean> {
  return (await town.send('GET', '/api/session', { headers: { cookie } })).body.signedIn
}

function later(minutes: number): void {
  town.clock.now = new Date(town.clock.now.getTime() + minutes * 60_000)
}

describe('用设置码设定密码', () => {
  test('纸条上的码换来密码和登录；码只能用一次，大小写和横线不要紧', async () => {
    const { code } = await makeSlip('何青')
    expect(code).toMatch(/^[A-HJKMNP-Z2-9]{4}(-[A-HJKMNP-Z2-9]{4}){2}$/)
    expect((await signIn('何青', password)).status).toBe(401)
    const activated = await activate('何青', code.toLowerCase().replaceAll('-', ''))
    expect([activated.status, activated.body]).toEqual([200, { done: true }])
    expect(await isIn(cookieOf(activated))).toBe(true)
    expect((await signIn('何青', password)).status).toBe(200)
    expect((await activate('何青', code)).body.error.code).toBe('activation-failed')
  })

  test('名字不对、码不对、换发过、停用了，答复都一样', async () => {
    const { accountId, code } = await makeSlip('单晓云')
    const other = await makeSlip('吕平')
    const fresh = await reissue(accountId)
    const refused = [
      await activate('没有这个人', fresh),
      await activate('单晓云', 'AAAA-BBBB-CCCC'),
      await activate('单晓云', code),
      await activate('单晓云', other.code),
      await activate('单晓云', ''),
    ]
    const suspended = await makeSlip('孟岩')
    await town.signInPool.query('update account set suspended_at = $1 where id = $2', [
      town.clock.now,
      suspended.accountId,
    ])
    refused.push(await activate('孟岩', suspended.code))
    expect(new Set(refused.map(({ status, body }) => `${String(status)} ${JSON.stringify(body)}`)).size).toBe(1)
    expect(refused[0]?.body.error.code).toBe('activation-failed')
  })

  test('密码太好猜就不收，码还在；忘了密码重发一个，原来的密码用码之前照旧，用过就换了，别处的登录结束', async () => {
    const { accountId, code } = await makeSlip('沈棠')
    expect((await activate('沈棠', code, 'woaini5201314')).body.error.code).toBe('password-weak')
    expect((await activate('沈棠', code, '短')).status).toBe(400)
    expect((await activate('沈棠', code)).status).toBe(200)
    const elsewhere = cookieOf(await signIn('沈棠', password))
    const fresh = await reissue(accountId)
    expect(await isIn(elsewhere)).toBe(true)
    expect((await signIn('沈棠', password)).status).toBe(200)
    const next = '屋后的桂花今年开了两回'
    expect((await activate('沈棠', fresh, next)).status).toBe(200)
    expect(await isIn(elsewhere)).toBe(false)
    expect((await signIn('沈棠', password)).status).toBe(401)
    expect((await signIn('沈棠', next)).status).toBe(200)
  })

  test('有验证码的人重设密码，登录时仍要验证码', async () => {
    const { accountId, code } = await makeSlip('温屿')
    await activate('温屿', code)
    await town.signInPool.query(
      `insert into totp (account_id, sealed_secret, confirmed_at) values ($1, '\\x00', now())`,
      [accountId],
    )
    const activated = await activate('温屿', await reissue(accountId))
    const { body } = await town.send('GET', '/api/session', { headers: { cookie: cookieOf(activated) } })
    expect(body).toEqual({ signedIn: 'half', userName: '温屿', secondFactor: 'needed' })
  })

  test('乱试要等，登录不受它影响；等过了还认对的码', async () => {
    later(61)
    const { code } = await makeSlip('陶砚')
    const statuses: number[] = []
    for (let tries = 0; tries < 6; tries += 1) statuses.push((await activate('陶砚', 'AAAA-BBBB-CCCC')).status)
    expect(statuses).toEqual([401, 401, 401, 401, 401, 429])
    expect((await signIn('陶砚', password)).status).toBe(401)
    expect((await activate('陶砚', code)).status).toBe(429)
    later(1)
    expect((await activate('陶砚', code)).status).toBe(200)
  })

  test('一个码从两处同时送来，只设定一次', async () => {
    const { code } = await makeSlip('季舟')
    const typed = [password, '屋后的桂花今年开了两回']
    const statuses = (await Promise.all(typed.map((each) => activate('季舟', code, each)))).map(
      ({ status }) => status,
    )
    expect(statuses.toSorted((left, right) => left - right)).toEqual([200, 401])
  })

  test('十四天内有效，过了就与不对的码一样', async () => {
    const [first, second] = [await makeSlip('卫澜'), await makeSlip('祝禾')]
    later(14 * 24 * 60 - 1)
    expect((await activate('卫澜', first.code)).status).toBe(200)
    later(1)
    expect((await activate('祝禾', second.code)).body.error.code).toBe('activation-failed')
  })
})
