import { randomUUID } from 'node:crypto'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import {
  cookieOf,
  ownerPassword,
  setUpToken,
  showSecondFactor,
  startApp,
  startTown,
  type TownApp,
} from '../../test/support/town-app.ts'
import { accept } from '../domain/primitives/result.ts'

let town: TownApp
beforeAll(async () => {
  town = await startApp()
})
afterAll(() => town.stop())

const owner = { townName: '清源镇', userName: 'Zhang三', password: ownerPassword }

async function signIn(password: string, userName = 'zhang三', headers: Record<string, string> = {}) {
  const answered = await town.send('POST', '/api/sign-in', { body: { userName, password }, headers })
  await showSecondFactor(town, 'Zhang三')
  return answered
}

function later(seconds: number): void {
  town.clock.now = new Date(town.clock.now.getTime() + seconds * 1000)
}

async function session(cookie: string) {
  return (await town.send('GET', '/api/session', { headers: { cookie } })).body
}

describe('首次登录', () => {
  test('没有账号时页面知道要先设置', async () => {
    expect(await session('')).toEqual({
      signedIn: false,
      setUpNeeded: true,
      townNeeded: false,
      provider: null,
    })
  })

  test('编造的、过期的链接都不行', async () => {
    const guessed = await town.send('POST', '/api/set-up', { body: { ...owner, token: 'abc' } })
    expect([guessed.status, guessed.body.error.code]).toEqual([403, 'set-up-token-invalid'])
    const token = await setUpToken(town)
    later(25 * 3600)
    const late = await town.send('POST', '/api/set-up', { body: { ...owner, token } })
    expect(late.body.error.code).toBe('set-up-token-invalid')
  })

  test('链接还能不能用，填表以前就说；问过不算用过', async () => {
    const check = (token: string) => town.send('POST', '/api/set-up/link', { body: { token } })
    const guessed = await check('abc')
    expect([guessed.status, guessed.body.error.code]).toEqual([403, 'set-up-token-invalid'])
    const token = await setUpToken(town)
    expect((await check(token)).body).toEqual({ usable: true, opens: 'first' })
    expect((await check(token)).body).toEqual({ usable: true, opens: 'first' })
    later(25 * 3600)
    expect((await check(token)).status).toBe(403)
  })

  test('密码太短的说明在哪、怎么改', async () => {
    const token = await setUpToken(town)
    const short = await town.send('POST', '/api/set-up', { body: { ...owner, token, password: '123' } })
    expect(short.status).toBe(400)
    expect(short.body.error).toMatchObject({ place: 'password', message: '密码至少10个字' })
  })

  test('一猜就中的密码不收，链接还能再用', async () => {
    const token = await setUpToken(town)
    for (const password of ['woaini1314520', 'Admin@123456', '清源镇20260101', 'qingyuan12345']) {
      const weak = await town.send('POST', '/api/set-up', { body: { ...owner, token, password } })
      expect([weak.status, weak.body.error.code, weak.body.error.place]).toEqual([
        422,
        'password-weak',
        'password',
      ])
      expect(weak.body.error.message).not.toContain(password)
    }
    expect((await town.send('POST', '/api/set-up/link', { body: { token } })).body).toEqual({
      usable: true,
      opens: 'first',
    })
  })

  test('链接只能用一次，两个人同时用也只成一个', async () => {
    const token = await setUpToken(town)
    const answers = await Promise.all(
      ['甲镇', '乙镇'].map((townName) =>
        town.send('POST', '/api/set-up', { body: { ...owner, townName, token } }),
      ),
    )
    expect(answers.map(({ status }) => status)).toEqual(expect.arrayContaining([200, 409]))
    const cookie = answers.map(cookieOf).find((one) => one !== '') ?? ''
    expect(await session(cookie)).toEqual({ signedIn: 'half', userName: 'Zhang三', secondFactor: 'to-set-up' })
    await showSecondFactor(town, 'Zhang三')
    expect(await session(cookie)).toMatchObject({
      signedIn: true,
      userName: 'Zhang三',
      roles: ['founder', 'office'],
      today: '2026-11-22',
    })
    const again = await town.send('POST', '/api/set-up', { body: { ...owner, token } })
    expect(again.body.error.code).toBe('already-set-up')
    const checked = await town.send('POST', '/api/set-up/link', { body: { token } })
    expect(checked.body.error.code).toBe('already-set-up')
  })
})

describe('登录', () => {
  test('数据库里没有令牌和密码的原文', async () => {
    const cookie = cookieOf(await signIn(ownerPassword))
    const token = cookie.split('=')[1] ?? ''
    expect(token).toMatch(/^[\w-]{43}$/)
    const { rows } = await town.signInPool.query<{ hash: Buffer; password: string }>(
      'select token_hash as hash, password_hash as password from session, account',
    )
    expect(rows.length).toBeGreaterThan(0)
    expect(rows.some(({ hash }) => hash.toString('base64url') === token)).toBe(false)
    expect(rows[0]?.password).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/)
  })

  test('没有这个用户和密码不对，说的话一样', async () => {
    const [wrong, unknown] = [await signIn('不对的密码不对的密码'), await signIn(ownerPassword, '查无此人')]
    expect(wrong.status).toBe(401)
    expect(unknown.status).toBe(401)
    expect(unknown.body).toEqual(wrong.body)
  })

  test('Cookie 不给脚本看，也不随别的网站发出', async () => {
    const { response } = await signIn(ownerPassword)
    expect(response.headers.get('set-cookie')).toMatch(/; Path=\/; HttpOnly; SameSite=Strict$/)
  })

  test('重新登录换新令牌，旧的当即失效', async () => {
    const before = cookieOf(await signIn(ownerPassword))
    const after = cookieOf(await signIn(ownerPassword, 'zhang三', { cookie: before }))
    expect(after).not.toBe(before)
    expect((await session(before)).signedIn).toBe(false)
    expect((await session(after)).signedIn).toBe(true)
  })

  test('连续输错要等，等得越来越久；别处的人不受连累', async () => {
    for (let attempt = 0; attempt < 5; attempt += 1)
      expect((await signIn('猜猜猜猜猜猜猜猜猜猜', '李四')).status).toBe(401)
    const first = await signIn('猜猜猜猜猜猜猜猜猜猜', '李四')
    expect([first.status, first.body.error.message]).toEqual([429, '输错次数较多，请等 2 秒再试。'])
    expect((await signIn(ownerPassword)).status).toBe(200)
    later(3)
    expect((await signIn('猜猜猜猜猜猜猜猜猜猜', '李四')).status).toBe(401)
    expect((await signIn('猜猜猜猜猜猜猜猜猜猜', '李四')).body.error.message).toBe('输错次数较多，请等 4 秒再试。')
  })

  test('等不等只看填了什么：区级有没有这个用户名，从要等的秒数里看不出来', async () => {
    const guess = async (userName: string, more: object) => {
      const body = { userName, password: '猜猜猜猜猜猜猜猜猜猜', ...more }
      const { status, body: answer } = await town.send('POST', '/api/sign-in', { body })
      return [status, answer.error.message]
    }
    const guesses = async (userName: string) => {
      later(3600)
      const answers = []
      for (const more of [{}, {}, {}, {}, {}, {}, { town: '区级' }]) answers.push(await guess(userName, more))
      return answers
    }
    const passwordHash = await town.services.passwords.hash(ownerPassword)
    const account = { id: randomUUID(), homeTenantId: null, passwordHash, createdBy: null }
    const named = { userName: '区里的人', userNameKey: '区里的人', createdAt: town.clock.now }
    await town.services.inAccounts(async (accounts) => accept(await accounts.addAccount({ ...account, ...named })))
    const [there, nowhere] = [await guesses('区里的人'), await guesses('没有的人')]
    expect(there).toEqual(nowhere)
    expect(there.map(([status]) => status)).toEqual([401, 401, 401, 401, 401, 429, 401])
  })

  test('同时乱猜也过不了几个', async () => {
    const guesses = await Promise.all(Array.from({ length: 20 }, () => signIn('猜猜猜猜猜猜猜猜猜猜', '王五')))
    expect(guesses.filter(({ status }) => status === 401).length).toBeLessThanOrEqual(5)
  })

  test('久不操作要重新登录，天天用也最多一周', async () => {
    const idle = cookieOf(await signIn(ownerPassword))
    later(11 * 3600)
    expect((await session(idle)).signedIn).toBe(true)
    later(13 * 3600)
    expect((await session(idle)).signedIn).toBe(false)
    const busy = cookieOf(await signIn(ownerPassword))
    for (let hours = 0; hours < 160; hours += 10) {
      expect((await session(busy)).signedIn).toBe(true)
      later(10 * 3600)
    }
    later(9 * 3600)
    expect((await session(busy)).signedIn).toBe(false)
  })

  test('退出后令牌作废', async () => {
    const cookie = cookieOf(await signIn(ownerPassword))
    expect((await town.send('POST', '/api/sign-out', { headers: { cookie } })).status).toBe(200)
    expect((await session(cookie)).signedIn).toBe(false)
    expect((await town.send('GET', '/api/people', { headers: { cookie } })).status).toBe(401)
  })

  test('不能换到不是自己的镇', async () => {
    const cookie = cookieOf(await signIn(ownerPassword))
    const townId = '00000000-0000-4000-8000-000000000009'
    const moved = await town.send('POST', '/api/session/town', { body: { townId }, headers: { cookie } })
    expect([moved.status, moved.body.error.code]).toEqual([404, 'town-unknown'])
  })
})

describe('谁能调用', () => {
  test('没登录的接口一律要登录', async () => {
    for (const path of ['/api/people', '/api/entries', '/api/people/001/rules?on=2026-03-09'])
      expect((await town.send('GET', path)).status).toBe(401)
    expect((await town.send('POST', '/api/entries', { body: {}, key: 'k' })).status).toBe(401)
  })

  test.each([
    [{ origin: 'http://evil.example' }, 403],
    [{ origin: 'null' }, 403],
    [{ 'sec-fetch-site': 'cross-site' }, 403],
    [{ 'sec-fetch-site': 'same-site' }, 403],
    [{ origin: 'http://127.0.0.1:4680' }, 200],
    [{ 'sec-fetch-site': 'same-origin' }, 200],
  ])('写入请求的来源 %j 得 %i', async (headers, status) => {
    const cookie = cookieOf(await signIn(ownerPassword))
    const sent = await town.send('POST', '/api/sign-out', { headers: { cookie, ...headers } })
    expect(sent.status).toBe(status)
  })

  test('权限表里没有的身份，什么都不能做', async () => {
    const visited = await startTown()
    const owner = new pg.Client({ connectionString: visited.database.ownerUrl })
    await owner.connect()
    await owner.query("delete from role_grant where role = 'founder'")
    await owner.query("update role_grant set role = 'visitor'")
    await owner.end()
    for (const path of ['/api/people', '/api/entries', '/api/standings?period=2026', '/api/pay?year=2026']) {
      const { status, body } = await visited.send('GET', path)
      expect([path, status, body.error.code]).toEqual([path, 403, 'not-allowed'])
    }
    await visited.stop()
  })

  test('没有的接口和我们自己的故障都用一句话回答，细节只进日志', async () => {
    expect((await town.send('GET', '/api/nothing')).body.error.code).toBe('not-found')
    const cookie = cookieOf(await signIn(ownerPassword))
    const broken = await startApp()
    await broken.pool.query('select 1')
    await broken.database.drop()
    const fault = await broken.send('GET', '/api/people', { headers: { cookie } })
    expect(fault.status).toBe(500)
    expect(fault.body.error.message).toContain(fault.body.error.logId)
    expect(JSON.stringify(fault.body)).not.toMatch(/database|clone_|sql/i)
    expect(broken.faults).toMatchObject([{ logId: fault.body.error.logId, method: 'GET', path: '/api/people' }])
    await broken.pool.end()
  })
})
