import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { asDistrict, districtPassword, districtToken } from '../../test/support/as-district.ts'
import {
  asColleague,
  cookieOf,
  ownerPassword,
  setUpToken,
  showSecondFactor,
  startApp,
  startTown,
  type Answered,
  type SignedInTown,
} from '../../test/support/town-app.ts'
import { endpoints } from './contract/endpoints.ts'
import { endpointNames } from './api-description/endpoint-names.ts'
import { worksInTown } from './api-description/statuses.ts'

const password = districtPassword

function refusalOf({ status, body }: Answered): unknown {
  return [status, body.error?.code]
}

describe('区级账号', () => {
  let town: SignedInTown
  beforeAll(async () => {
    town = await startTown()
  })
  afterAll(() => town.stop())

  test('由 --district 的一次性链接设定，用过就没有了；先要设登录验证码', async () => {
    const token = await districtToken(town)
    const checked = await town.send('POST', '/api/set-up/link', { body: { token } })
    expect(checked.body).toEqual({ usable: true, opens: 'district' })
    const body = { token, userName: '区里的人', password }
    const answered = await town.send('POST', '/api/set-up/district', { body, headers: { cookie: '' } })
    const cookie = cookieOf(answered)
    const session = await town.send('GET', '/api/session', { headers: { cookie } })
    expect(session.body).toMatchObject({ signedIn: 'half', userName: '区里的人', secondFactor: 'to-set-up' })
    expect(refusalOf(await town.send('GET', '/api/district', { headers: { cookie } }))).toEqual([
      403,
      'second-factor-needed',
    ])
    expect(refusalOf(await town.send('POST', '/api/set-up/district', { body }))).toEqual([
      403,
      'set-up-token-invalid',
    ])
    await showSecondFactor(town, '区里的人')
    const whole = await town.send('GET', '/api/session', { headers: { cookie } })
    expect(whole.body).toEqual({ signedIn: 'district', userName: '区里的人' })
  })

  test('新的链接取代旧的；过了一天无效；同名的不收；密码太好猜的不收', async () => {
    const old = await districtToken(town)
    const token = await districtToken(town)
    const of = (changes: object) => ({ body: { token, userName: '另一人', password, ...changes } })
    expect(refusalOf(await town.send('POST', '/api/set-up/district', of({ token: old })))).toEqual([
      403,
      'set-up-token-invalid',
    ])
    expect(refusalOf(await town.send('POST', '/api/set-up/district', of({ userName: '区里的人' })))).toEqual([
      409,
      'district-name-taken',
    ])
    expect(refusalOf(await town.send('POST', '/api/set-up/district', of({ password: 'woaini5201314' })))).toEqual([
      422,
      'password-weak',
    ])
    const then = town.clock.now
    town.clock.now = new Date(then.getTime() + 25 * 3_600_000)
    expect(refusalOf(await town.send('POST', '/api/set-up/district', of({})))).toEqual([
      403,
      'set-up-token-invalid',
    ])
    town.clock.now = then
  })

  test('进不了任何一个镇：凡是在镇里办的都答 403，一个字也不多说', async () => {
    const { send } = await asDistrict(town)
    const inTown = endpointNames.filter((name) => worksInTown(endpoints[name]))
    expect(inTown.length).toBeGreaterThan(45)
    for (const name of inTown) {
      const { method, path } = endpoints[name]
      const answered = await send(method, path.replaceAll(/\{\w+\}/g, '1'), method === 'GET' ? {} : { body: {} })
      expect([name, answered.status], name).toEqual([name, 403])
      expect(JSON.stringify(answered.body)).not.toContain('清源')
    }
  })

  test('镇里的账号到不了区级：每个区级接口都答 403，谁都一样', async () => {
    const people = [
      town,
      await asColleague(town, { userName: '领导', roles: ['leadingGroup'] }),
      await asColleague(town, { userName: '系统', roles: ['systemAdmin'] }),
    ]
    const ofDistrict = endpointNames.filter((name) => {
      const { access } = endpoints[name]
      return typeof access === 'object' && JSON.stringify(access).includes('"district.')
    })
    expect(ofDistrict).toHaveLength(7)
    for (const name of ofDistrict)
      for (const { send } of people) {
        const { method, path } = endpoints[name]
        const sent = method === 'GET' ? {} : { body: {} }
        expect(refusalOf(await send(method, path.replace('{townId}', town.tenantId), sent))).toEqual([
          403,
          'not-allowed',
        ])
      }
  })
})

describe('新建镇', () => {
  let town: SignedInTown
  let district: Awaited<ReturnType<typeof asDistrict>>
  beforeAll(async () => {
    town = await startTown()
    district = await asDistrict(town)
  })
  afterAll(() => town.stop())

  const create = (name: string, code: string, userName = '张三') =>
    district.send('POST', '/api/district/towns', { body: { name, code, userName } })

  async function activate(userName: string, code: string): Promise<string> {
    const answered = await town.send('POST', '/api/activation', {
      body: { userName, code, password },
      headers: { cookie: '' },
    })
    expect(answered.status).toBe(200)
    return cookieOf(answered)
  }

  test('代码按拼音拟好，已有的接数字；写错的、重名的、重码的都说清楚', async () => {
    const propose = async (name: string) =>
      (await district.send('GET', `/api/district/town-code?name=${encodeURIComponent(name)}`)).body.code
    expect(await propose('白鹭镇')).toBe('bailuzhen')
    expect(await propose('清源镇')).toBe('qingyuanzhen-2')
    expect(refusalOf(await create('清源镇', 'other'))).toEqual([409, 'town-name-taken'])
    expect(refusalOf(await create('青鸾镇', 'qingyuanzhen'))).toEqual([409, 'town-code-taken'])
    for (const code of ['Qing', 'qing yuan', '青', '-a', 'a@b', 'a']) {
      const answered = await create('青鸾镇', code)
      expect([answered.status, answered.body.error.place], code).toEqual([400, 'code'])
    }
    expect(refusalOf(await create('青鸾镇', 'qingluan', '张三@别处'))).toEqual([400, 'input-invalid'])
    const { body } = await district.send('GET', '/api/district')
    expect(body.towns.map(({ name }: { name: string }) => name)).toEqual(['清源镇'])
  })

  test('两个镇的首个账号同名：各凭设置码进来，以后各用“名称@代码”或选镇登录，互不相见', async () => {
    const slips = [await create('白鹭镇', 'bailu'), await create('黄鹂镇', 'huangli')].map(({ body }) => body)
    expect(slips).toMatchObject([
      { town: '白鹭镇', signInName: '张三@bailu' },
      { town: '黄鹂镇', signInName: '张三@huangli' },
    ])
    for (const [index, own] of ['白鹭镇', '黄鹂镇'].entries()) {
      await activate(slips[index].signInName, slips[index].code)
      const code = index === 0 ? 'bailu' : 'huangli'
      for (const typed of [
        { userName: `张三@${code}` },
        { userName: '张三', town: own },
        { userName: '张三', town: code },
      ]) {
        const signedIn = await town.send('POST', '/api/sign-in', {
          body: { ...typed, password },
          headers: { cookie: '' },
        })
        await town.signInPool.query(
          `insert into totp (account_id, sealed_secret, confirmed_at)
             select id, '\\x00', now() from account where user_name = '张三' on conflict do nothing`,
        )
        await town.signInPool.query('update session set second_factor_at = now()')
        const { body } = await town.send('GET', '/api/session', { headers: { cookie: cookieOf(signedIn) } })
        expect(body).toMatchObject({
          userName: '张三',
          roles: expect.arrayContaining(['office', 'founder']),
          town: { name: own },
        })
        const other = index === 0 ? '黄鹂镇' : '白鹭镇'
        expect(JSON.stringify(body)).not.toContain(other)
        expect(body.towns).toHaveLength(1)
      }
    }
    // Without a town the name is nobody's.
    const nowhere = await town.send('POST', '/api/sign-in', {
      body: { userName: '张三', password },
      headers: { cookie: '' },
    })
    expect(refusalOf(nowhere)).toEqual([401, 'sign-in-failed'])
  })

  test('没有进来以前可以换一张设置码，旧的作废；进来以后由镇里自己办', async () => {
    const { body: lost } = await create('喜鹊镇', 'xique', '李四')
    const { body: view } = await district.send('GET', '/api/district')
    const { id } = view.towns.find(({ name }: { name: string }) => name === '喜鹊镇')
    const { body: slip } = await district.send('POST', `/api/district/towns/${id}/founder-code`)
    expect(slip.signInName).toBe('李四@xique')
    const body = { userName: '李四@xique', code: lost.code, password }
    expect((await town.send('POST', '/api/activation', { body, headers: { cookie: '' } })).status).toBe(401)
    await activate('李四@xique', slip.code)
    expect(refusalOf(await district.send('POST', `/api/district/towns/${id}/founder-code`))).toEqual([
      409,
      'founder-activated',
    ])
    const unknown = '00000000-0000-4000-8000-000000000000'
    expect(refusalOf(await district.send('POST', `/api/district/towns/${unknown}/founder-code`))).toEqual([
      404,
      'town-unknown',
    ])
  })

  test('总览只有数，没有人名；做过什么、谁做的，记在下面', async () => {
    const { body } = await district.send('GET', '/api/district')
    expect(body.towns.find(({ name }: { name: string }) => name === '白鹭镇')).toMatchObject({
      code: 'bailu',
      people: 0,
      schemeVersion: null,
      entries: 0,
      unconfirmedEntries: 0,
      accounts: { inUse: 1, notActivated: 0, suspended: 0 },
      hasAdministrators: false,
    })
    expect(JSON.stringify(body.towns)).not.toMatch(/张三|李四|管理员/)
    const { rows } = await town.signInPool.query(
      `select by, operation, what from installation_event where operation = 'createTown' order by at, what`,
    )
    expect(rows.map(({ by }) => by)).toEqual(['区考核办', '区考核办', '区考核办'])
    expect(body.events.filter(({ title }: { title: string }) => title === '新建镇')).toHaveLength(3)
    expect(body.events).toContainEqual(expect.objectContaining({ by: '区考核办', what: '喜鹊镇（xique）' }))
  })

  test('区级账号与镇里的账号同名时，选“区级”登录', async () => {
    await asDistrict(town, '管理员')
    const body = { userName: '管理员', town: '区级', password }
    const signedIn = await town.send('POST', '/api/sign-in', { body, headers: { cookie: '' } })
    const session = await town.send('GET', '/api/session', { headers: { cookie: cookieOf(signedIn) } })
    expect(session.body).toMatchObject({ signedIn: 'half', userName: '管理员' })
    const ofTown = { userName: '管理员@qingyuanzhen', password: ownerPassword }
    expect((await town.send('POST', '/api/sign-in', { body: ofTown, headers: { cookie: '' } })).status).toBe(200)
  })
})

test('第一次启动就给全区用：首次设定的链接也能设区级账号，之后不能再设镇', async () => {
  const app = await startApp()
  try {
    const token = await setUpToken(app)
    expect((await app.send('POST', '/api/set-up/link', { body: { token } })).body.opens).toBe('first')
    const done = await app.send('POST', '/api/set-up/district', {
      body: { token, userName: '区考核办', password },
    })
    expect(done.status).toBe(200)
    const town = { token, townName: '清源镇', userName: '管理员', password }
    expect(refusalOf(await app.send('POST', '/api/set-up', { body: town }))).toEqual([409, 'already-set-up'])
    const { body } = await app.send('GET', '/api/session')
    expect(body).toMatchObject({ signedIn: false, setUpNeeded: false, townNeeded: false })
  } finally {
    await app.stop()
  }
})
