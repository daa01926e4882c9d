import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import {
  cookieOf,
  ownerPassword,
  showSecondFactor,
  startTown,
  type SignedInTown,
} from '../../test/support/town-app.ts'

const chrome =
  'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/128.0.0.0 Safari/537.36'
const wechat =
  'Mozilla/5.0 (Linux; Android 14; V2309A) AppleWebKit/537.36 Version/4.0 Chrome/116.0 Mobile MicroMessenger/8.0.50'

let town: SignedInTown
beforeAll(async () => {
  town = await startTown()
})
afterAll(() => town.stop())

let password = ownerPassword

async function signIn(userAgent = chrome, typed = password): Promise<string> {
  const body = { userName: '管理员', password: typed }
  const headers = { cookie: '', 'user-agent': userAgent }
  const signedIn = await town.send('POST', '/api/sign-in', { body, headers })
  await showSecondFactor(town, '管理员')
  return cookieOf(signedIn)
}

function change(cookie: string, oldPassword: string, newPassword: string) {
  const body = { oldPassword, password: newPassword }
  return town.send('POST', '/api/account/password', { body, headers: { cookie, 'user-agent': chrome } })
}

async function sessions(cookie: string) {
  return (await town.send('GET', '/api/account/sessions', { headers: { cookie } })).body
}

async function isIn(cookie: string): Promise<boolean> {
  return (await town.send('GET', '/api/session', { headers: { cookie } })).body.signedIn
}

function later(minutes: number): void {
  town.clock.now = new Date(town.clock.now.getTime() + minutes * 60_000)
}

describe('登录在哪里', () => {
  test('列出每一处的设备、浏览器和时间，先是这台', async () => {
    later(1)
    const phone = await signIn(wechat)
    later(5)
    const desk = await signIn()
    const { sessions: listed, ...limits } = await sessions(desk)
    expect(limits).toEqual({ idleLimitHours: 12, absoluteLimitDays: 7 })
    expect(listed.slice(0, 2)).toMatchObject([
      {
        isCurrent: true,
        browser: 'chrome',
        device: 'windows',
        signedInAt: '2026-11-20T02:06:00.000Z',
        lastSeenAt: '2026-11-20T02:06:00.000Z',
      },
      { isCurrent: false, browser: 'wechat', device: 'android', signedInAt: '2026-11-20T02:01:00.000Z' },
    ])
    expect(JSON.stringify(listed)).not.toContain(desk.split('=')[1])
    later(3)
    await isIn(phone)
    expect((await sessions(desk)).sessions[1].lastSeenAt).toBe('2026-11-20T02:09:00.000Z')
  })

  test('结束其中一处，别的照旧；再结束就说已经结束', async () => {
    const [desk, other] = [await signIn(), await signIn(wechat)]
    const { id } = (await sessions(other)).sessions[0]
    const path = `/api/account/sessions/${id}`
    expect((await town.send('DELETE', path, { headers: { cookie: desk } })).status).toBe(200)
    expect([await isIn(desk), await isIn(other)]).toEqual([true, false])
    const again = await town.send('DELETE', path, { headers: { cookie: desk } })
    expect([again.status, again.body.error.code]).toEqual([404, 'session-unknown'])
  })

  test('别人的登录结束不了，答复与没有这一处一样', async () => {
    await town.signInPool.query(
      `insert into session (token_hash, account_id, tenant_id, created_at, last_seen_at, expires_at, id, address, user_agent)
       values ('\\x01', '00000000-0000-4000-8000-00000000000a', '${town.tenantId}', now(), now(), '2999-01-01',
         '00000000-0000-4000-8000-00000000000b', '', '')`,
    )
    const desk = await signIn()
    const path = '/api/account/sessions/00000000-0000-4000-8000-00000000000b'
    expect((await town.send('DELETE', path, { headers: { cookie: desk } })).body.error.code).toBe(
      'session-unknown',
    )
    await town.send('POST', '/api/account/sessions/end-others', { headers: { cookie: desk } })
    expect((await town.signInPool.query(`select from session where token_hash = '\\x01'`)).rowCount).toBe(1)
  })

  test('一次结束别处的全部，这台还在；过期的不算在内', async () => {
    const stale = await signIn()
    later(13 * 60)
    const [desk, one, two] = [await signIn(), await signIn(wechat), await signIn(wechat)]
    expect((await sessions(desk)).sessions).toHaveLength(3)
    const ended = await town.send('POST', '/api/account/sessions/end-others', { headers: { cookie: desk } })
    expect(ended.body).toEqual({ endedSessions: 2 })
    expect(await Promise.all([desk, one, two, stale].map(isIn))).toEqual([true, false, false, false])
  })

  test('没登录的看不到，也结束不了', async () => {
    const headers = { cookie: '' }
    expect((await town.send('GET', '/api/account/sessions', { headers })).status).toBe(401)
    expect((await town.send('POST', '/api/account/sessions/end-others', { headers })).status).toBe(401)
    expect((await change('', password, '三只黑猫都爱吃鱼66')).status).toBe(401)
  })
})

describe('换密码', () => {
  test('原密码不对、太短、太好猜、与原来一样，都不换，说清为什么', async () => {
    const desk = await signIn()
    const wrong = await change(desk, '不是这个不是这个', '三只黑猫都爱吃鱼66')
    expect([wrong.status, wrong.body.error]).toEqual([
      422,
      { code: 'old-password-wrong', message: '原密码不对，密码没有换。', place: 'oldPassword' },
    ])
    expect((await change(desk, password, '短')).body.error.message).toBe('密码至少10个字')
    const weak = await change(desk, password, 'a123456789')
    expect(weak.body.error).toEqual({
      code: 'password-weak',
      message: '密码里主要是连号、连着的键或重复的字符，容易被猜中。请换一个：自己编的一句话最好记。',
      place: 'password',
    })
    expect((await change(desk, password, '清源20261122')).body.error.message).toContain('用户名或镇名')
    expect((await change(desk, password, password)).body.error.code).toBe('password-unchanged')
    expect(await isIn(desk)).toBe(true)
    expect(await signIn()).not.toBe('')
  })

  test('换好后：别处的登录结束，这台换了令牌接着用，旧密码作废', async () => {
    const [desk, other] = [await signIn(), await signIn(wechat)]
    await town.send('POST', '/api/account/sessions/end-others', { headers: { cookie: desk } })
    const third = await signIn()
    const changed = await change(desk, password, '三只黑猫都爱吃鱼66')
    expect([changed.status, changed.body]).toEqual([200, { endedSessions: 1 }])
    const fresh = cookieOf(changed)
    expect(fresh).not.toBe(desk)
    expect(await Promise.all([fresh, desk, other, third].map(isIn))).toEqual([true, false, false, false])
    expect((await sessions(fresh)).sessions).toMatchObject([{ isCurrent: true, browser: 'chrome' }])
    expect(await signIn(chrome, ownerPassword)).toBe('')
    password = '三只黑猫都爱吃鱼66'
    expect(await signIn()).not.toBe('')
  })

  test('正在登录时密码换掉了，旧密码登不进', async () => {
    const desk = await signIn()
    const racing = Array.from({ length: 4 }, () => signIn(wechat))
    const changed = await change(desk, password, '门前有一棵老树开白花')
    const late = (await Promise.all(racing)).filter((cookie) => cookie !== '')
    expect(changed.status).toBe(200)
    const { sessions: left } = await sessions(cookieOf(changed))
    expect(left).toHaveLength(1)
    expect((await Promise.all(late.map(isIn))).includes(true)).toBe(false)
    password = '门前有一棵老树开白花'
  })

  test('开着的页面也不能用来猜原密码', async () => {
    const desk = await signIn()
    for (let attempt = 0; attempt < 5; attempt += 1)
      expect((await change(desk, '猜猜猜猜猜猜猜猜', '三只黑猫都爱吃鱼66')).status).toBe(422)
    const slowed = await change(desk, password, '三只黑猫都爱吃鱼66')
    expect([slowed.status, slowed.body.error.message]).toEqual([429, '输错次数较多，请等 2 秒再试。'])
    later(1)
    expect((await change(desk, password, '三只黑猫都爱吃鱼66')).status).toBe(200)
  })
})
