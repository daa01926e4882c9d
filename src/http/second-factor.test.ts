import { Secret, TOTP } from 'otpauth'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import {
  cookieOf,
  ownerPassword,
  startApp,
  setUpToken,
  type Answered,
  type TownApp,
} from '../../test/support/town-app.ts'
import { createSeal } from '../storage/seal.ts'

let town: TownApp
let cookie = ''
let authenticator = new TOTP({ secret: new Secret() })
let recoveryCodes: string[] = []

beforeAll(async () => {
  town = await startApp()
  const body = { token: await setUpToken(town), townName: '清源镇', userName: '陈岚', password: ownerPassword }
  cookie = cookieOf(await town.send('POST', '/api/set-up', { body }))
})
afterAll(() => town.stop())

function ask(method: string, path: string, body?: unknown, own = cookie): Promise<Answered> {
  return town.send(method, path, { headers: { cookie: own }, ...(body === undefined ? {} : { body }) })
}

/** As a phone shows it, whose clock is so many seconds ahead. */
function code(aheadSeconds = 0): string {
  return authenticator.generate({ timestamp: town.clock.now.getTime() + aheadSeconds * 1000 })
}

function later(seconds: number): void {
  town.clock.now = new Date(town.clock.now.getTime() + seconds * 1000)
}

async function signIn(): Promise<string> {
  const signedIn = await town.send('POST', '/api/sign-in', { body: { userName: '陈岚', password: ownerPassword } })
  expect(signedIn.status).toBe(200)
  return cookieOf(signedIn)
}

function show(own: string, typed: string): Promise<Answered> {
  return ask('POST', '/api/session/second-factor', { code: typed }, own)
}

/** Signs in with the password and puts the offered secret on the test's phone. */
async function scan(own: string): Promise<{ uri: string; typed: string }> {
  const { body } = await ask('POST', '/api/account/second-factor/offer', undefined, own)
  authenticator = new TOTP({ secret: Secret.fromBase32(body.typed.replaceAll(' ', '')) })
  return body
}

const stateOf = async (own: string) => (await ask('GET', '/api/session', undefined, own)).body

describe('第一次设置', () => {
  test('能改成绩和设置的人，没设好之前只能去设置，别的都不让做', async () => {
    expect(await stateOf(cookie)).toEqual({ signedIn: 'half', userName: '陈岚', secondFactor: 'to-set-up' })
    expect((await ask('GET', '/api/account/second-factor')).body).toEqual({
      userName: '陈岚',
      isSetUp: false,
      isNeeded: true,
      recoveryCodesLeft: null,
      mayVisitSample: true,
    })
    expect((await ask('GET', '/api/people')).body.error.code).toBe('second-factor-needed')
    const proof = { kind: 'password', value: ownerPassword }
    const renewed = await ask('POST', '/api/account/second-factor/recovery-codes', { proof })
    expect(renewed.body.error.code).toBe('second-factor-needed')
  })

  test('页面重新打开，还是同一个密钥；二维码里和要抄的是同一个', async () => {
    const [first, again] = [await scan(cookie), await scan(cookie)]
    expect(again).toEqual(first)
    expect(new URL(first.uri).searchParams.get('secret')).toBe(first.typed.replaceAll(' ', ''))
    expect(decodeURIComponent(first.uri)).toMatch(/^otpauth:\/\/totp\/公道:陈岚\?issuer=公道&/)
  })

  test('验证码不对就没设上；对了给十个恢复码，换了登录凭证，别处的登录结束', async () => {
    const elsewhere = await signIn()
    const wrong = await ask('POST', '/api/account/second-factor', {
      code: code() === '000000' ? '000001' : '000000',
    })
    expect([wrong.status, wrong.body.error.code, wrong.body.error.place]).toEqual([
      422,
      'first-code-wrong',
      'code',
    ])
    const typed = code()
    const confirmed = await ask('POST', '/api/account/second-factor', {
      code: `${typed.slice(0, 3)} ${typed.slice(3)}`,
    })
    expect(confirmed.status).toBe(200)
    recoveryCodes = confirmed.body.recoveryCodes
    expect(new Set(recoveryCodes).size).toBe(10)
    for (const each of recoveryCodes) expect(each).toMatch(/^[A-HJKMNP-Z2-9]{4}(-[A-HJKMNP-Z2-9]{4}){2}$/)
    const before = cookie
    cookie = cookieOf(confirmed)
    expect((await stateOf(before)).signedIn).toBe(false)
    expect((await stateOf(elsewhere)).signedIn).toBe(false)
    expect(await stateOf(cookie)).toMatchObject({ signedIn: true, hasSecondFactor: true })
  })

  test('表里的密钥是封存的，恢复码只存摘要：拿到整张表也生不出验证码', async () => {
    const [row] = (await town.signInPool.query('select * from totp')).rows
    const secret = Buffer.from(authenticator.secret.bytes)
    expect(row.sealed_secret.includes(secret)).toBe(false)
    const seal = createSeal(new Uint8Array(32).fill(7))
    expect(Buffer.from(seal.unseal(row.sealed_secret, row.account_id) ?? [])).toEqual(secret)
    expect(seal.unseal(row.sealed_secret, '00000000-0000-4000-8000-00000000000a')).toBeNull()
    const stored = (await town.signInPool.query('select code_hash from recovery_code')).rows
    expect(stored).toHaveLength(10)
    for (const { code_hash: hash } of stored) expect(hash).toHaveLength(32)
  })
})

describe('登录时', () => {
  test('密码对了还差一步；同一个验证码用过就不行，也用不了设置时的那个', async () => {
    const half = await signIn()
    expect(await stateOf(half)).toEqual({ signedIn: 'half', userName: '陈岚', secondFactor: 'needed' })
    expect((await ask('GET', '/api/people', undefined, half)).status).toBe(403)
    const used = await show(half, code())
    expect([used.status, used.body.error.code]).toEqual([422, 'code-wrong'])
    later(30)
    const shown = await show(half, code())
    expect([shown.status, shown.body]).toEqual([200, { recoveryCodesLeft: null }])
    expect(cookieOf(shown)).not.toBe(half)
    expect((await stateOf(half)).signedIn).toBe(false)
    expect((await stateOf(cookieOf(shown))).signedIn).toBe(true)
    const replayed = await show(await signIn(), code())
    expect(replayed.body.error.code).toBe('code-wrong')
  })

  test('手机的钟快或慢半分钟都认，差到一分半就不认；往回走的不认', async () => {
    later(300)
    expect((await show(await signIn(), code(-30))).status).toBe(200)
    later(60)
    expect((await show(await signIn(), code(30))).status).toBe(200)
    // 快一步的已经用过，现在这一步就算过去了。
    expect((await show(await signIn(), code())).body.error.code).toBe('code-wrong')
    later(300)
    expect((await show(await signIn(), code(90))).body.error.code).toBe('code-wrong')
    expect((await show(await signIn(), code(-90))).body.error.code).toBe('code-wrong')
  })

  test('恢复码不分大小写和横线，只能用一次，并说还剩几个', async () => {
    later(900)
    const [first = ''] = recoveryCodes
    const shown = await show(await signIn(), ` ${first.toLowerCase().replaceAll('-', ' ')} `)
    expect([shown.status, shown.body]).toEqual([200, { recoveryCodesLeft: 9 }])
    const again = await show(await signIn(), first)
    expect(again.body.error.code).toBe('code-wrong')
    const state = await ask('GET', '/api/account/second-factor', undefined, cookieOf(shown))
    expect(state.body).toMatchObject({ isSetUp: true, isNeeded: true, recoveryCodesLeft: 9 })
  })

  test('没输验证码的，看不到还剩几个恢复码，也换不了手机', async () => {
    const half = await signIn()
    expect((await ask('GET', '/api/account/second-factor', undefined, half)).body.recoveryCodesLeft).toBeNull()
    expect((await ask('POST', '/api/account/second-factor/offer', undefined, half)).status).toBe(403)
    expect((await ask('POST', '/api/account/second-factor', { code: code() }, half)).status).toBe(403)
  })

  test('乱猜要等，重新输对密码也清不掉；等过了还认对的', async () => {
    later(3700)
    const statuses: number[] = []
    for (let tries = 0; tries < 6; tries += 1) statuses.push((await show(await signIn(), '不是恢复码')).status)
    expect(statuses).toEqual([422, 422, 422, 422, 422, 429])
    const waiting = await show(await signIn(), code())
    expect(waiting.body.error.message).toMatch(/请等 2 秒再试/)
    later(30)
    expect((await show(await signIn(), code())).status).toBe(200)
  })

  test('一下子来二十个，只看前几个', async () => {
    later(3700)
    const half = await signIn()
    const answered = await Promise.all(Array.from({ length: 20 }, () => show(half, 'AAAA-AAAA-AAAA')))
    expect(answered.filter(({ status }) => status === 422)).toHaveLength(5)
    expect(answered.filter(({ status }) => status === 429)).toHaveLength(15)
  })

  test('同一个验证码从两处同时送来，只有一处进得去', async () => {
    later(3700)
    const halves = [await signIn(), await signIn()]
    const typed = code()
    const statuses = (await Promise.all(halves.map((half) => show(half, typed)))).map(({ status }) => status)
    expect(statuses.toSorted((left, right) => left - right)).toEqual([200, 422])
  })
})

describe('自己的验证码', () => {
  test('重做恢复码先证明是本人；旧的从此没用', async () => {
    later(3700)
    cookie = cookieOf(await show(await signIn(), code()))
    const path = '/api/account/second-factor/recovery-codes'
    const wrong = await ask('POST', path, { proof: { kind: 'password', value: '不是这个密码' } })
    expect([wrong.status, wrong.body.error.code, wrong.body.error.place]).toEqual([422, 'proof-wrong', 'proof'])
    expect((await ask('POST', path, { proof: { kind: 'code', value: code() } })).body.error.code).toBe(
      'proof-wrong',
    )
    const renewed = await ask('POST', path, { proof: { kind: 'password', value: ownerPassword } })
    expect(renewed.body.recoveryCodes).toHaveLength(10)
    const [, old = ''] = recoveryCodes
    expect((await show(await signIn(), old)).body.error.code).toBe('code-wrong')
    recoveryCodes = renewed.body.recoveryCodes
  })

  test('身份需要的，取消不了', async () => {
    const proof = { kind: 'password', value: ownerPassword }
    const removed = await ask('POST', '/api/account/second-factor/removal', { proof })
    expect([removed.status, removed.body.error.code]).toEqual([409, 'second-factor-required'])
  })

  test('换手机：新手机的码和密码都对才换，换好之前旧手机还能用，之后不能', async () => {
    later(30)
    const oldPhone = authenticator
    const { typed: offered } = await scan(cookie)
    expect(offered.replaceAll(' ', '')).not.toBe(oldPhone.secret.base32)
    const path = '/api/account/second-factor'
    expect((await ask('POST', path, { code: code() })).body.error.code).toBe('proof-missing')
    const newPhone = authenticator
    authenticator = oldPhone
    expect((await show(await signIn(), code())).status).toBe(200)
    later(30)
    const proof = { kind: 'code', value: code() }
    authenticator = newPhone
    const moved = await ask('POST', path, { code: code(), proof })
    expect(moved.status).toBe(200)
    cookie = cookieOf(moved)
    later(60)
    authenticator = oldPhone
    expect((await show(await signIn(), code())).body.error.code).toBe('code-wrong')
    authenticator = newPhone
    expect((await show(await signIn(), code())).status).toBe(200)
  })

  test('身份不需要的，证明是本人后可以取消；这处登录不再算输过验证码，以后给了身份要重新设', async () => {
    await town.signInPool.query(`delete from role_grant`)
    const proof = { kind: 'password', value: ownerPassword }
    const removed = await ask('POST', '/api/account/second-factor/removal', { proof })
    expect(removed.status).toBe(200)
    const before = cookie
    cookie = cookieOf(removed)
    expect((await stateOf(before)).signedIn).toBe(false)
    expect(await stateOf(cookie)).toMatchObject({ signedIn: true, hasSecondFactor: false })
    expect((await show(cookie, '000000')).body.error.code).toBe('second-factor-absent')
    expect((await town.signInPool.query('select from recovery_code')).rowCount).toBe(0)
    await town.signInPool.query(
      `insert into role_grant select id, home_tenant_id, 'office', now(), '陈岚' from account where user_name = '陈岚'`,
    )
    expect(await stateOf(cookie)).toMatchObject({ signedIn: 'half', secondFactor: 'to-set-up' })
    await town.signInPool.query(`delete from role_grant`)
  })

  test('自愿设置的也先证明是本人：开着的页面不能用来换上别人的手机', async () => {
    await scan(cookie)
    const path = '/api/account/second-factor'
    expect((await ask('POST', path, { code: code() })).body.error.code).toBe('proof-missing')
    const wrong = { kind: 'password', value: '不是这个密码' }
    expect((await ask('POST', path, { code: code(), proof: wrong })).body.error.code).toBe('proof-wrong')
    const byCode = { kind: 'code', value: code() }
    expect((await ask('POST', path, { code: code(), proof: byCode })).body.error.code).toBe('second-factor-absent')
    expect(await stateOf(cookie)).toMatchObject({ signedIn: true, hasSecondFactor: false })
  })

  test('钥匙文件换过，六位码核对不了，恢复码还能用', async () => {
    await scan(cookie)
    const proof = { kind: 'password', value: ownerPassword }
    const confirmed = await ask('POST', '/api/account/second-factor', { code: code(), proof })
    const [, spare = ''] = confirmed.body.recoveryCodes
    const sealed = createSeal(new Uint8Array(32).fill(8))
    const [{ account_id: accountId }] = (await town.signInPool.query('select account_id from totp')).rows
    await town.signInPool.query('update totp set sealed_secret = $1', [
      Buffer.from(sealed.seal(authenticator.secret.bytes, accountId)),
    ])
    later(60)
    const half = await signIn()
    const refused = await show(half, code())
    expect([refused.status, refused.body.error.code]).toEqual([409, 'second-factor-sealed'])
    expect(refused.body.error.message).toContain('恢复码')
    expect((await show(half, spare)).status).toBe(200)
  })
})

describe('先到示例镇看看', () => {
  test('没设验证码也能进示例镇；在那里设好，还在那里，还是那个人；回到本镇不再问', async () => {
    const fresh = await startApp()
    const set = (path: string, body?: unknown, own = mine) =>
      fresh.send('POST', path, { headers: { cookie: own }, ...(body === undefined ? {} : { body }) })
    const read = async () => (await fresh.send('GET', '/api/session', { headers: { cookie: mine } })).body
    const body = { token: await setUpToken(fresh), townName: '清源镇', userName: '陈岚', password: ownerPassword }
    let mine = cookieOf(await fresh.send('POST', '/api/set-up', { body }))
    expect((await set('/api/sample')).status).toBe(200)
    const visiting = await read()
    expect(visiting).toMatchObject({ signedIn: true, town: { isSample: true }, hasSecondFactor: false })
    expect(
      (await fresh.send('GET', '/api/account/second-factor', { headers: { cookie: mine } })).body,
    ).toMatchObject({
      userName: '陈岚',
      isNeeded: true,
    })
    const { body: offered } = await set('/api/account/second-factor/offer')
    expect(decodeURIComponent(offered.uri)).toContain('公道:陈岚')
    const totp = new TOTP({ secret: Secret.fromBase32(offered.typed.replaceAll(' ', '')) })
    const code = totp.generate({ timestamp: fresh.clock.now.getTime() })
    expect((await set('/api/account/second-factor', { code })).body.error.code).toBe('proof-missing')
    const proof = { kind: 'password', value: ownerPassword }
    const confirmed = await set('/api/account/second-factor', { code, proof })
    expect(confirmed.status).toBe(200)
    mine = cookieOf(confirmed)
    const after = await read()
    expect([after.town.id, after.userName]).toEqual([visiting.town.id, visiting.userName])
    const home = visiting.towns.find(({ isSample }: { isSample: boolean }) => !isSample)
    expect((await set('/api/session/town', { townId: home.id })).status).toBe(200)
    expect(await read()).toMatchObject({ signedIn: true, town: { isSample: false }, hasSecondFactor: true })
    await fresh.stop()
  })
})
