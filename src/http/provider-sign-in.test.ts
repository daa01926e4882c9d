import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { startOpenIdProvider, type OpenIdProvider } from '../../test/support/openid-provider.ts'
import {
  auditOf,
  bodyOf,
  callbackPath,
  openProviderBrowser,
  origin,
  type ProviderSettings,
} from '../../test/support/provider-browser.ts'
import { asColleague, ownerPassword, startTown, type SignedInTown } from '../../test/support/town-app.ts'

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
beforeEach(() => {
  provider.mood = 'well'
  provider.person = { subject: `subject-${String((people += 1))}` }
})

const openBrowser = (settings: ProviderSettings = {}) => openProviderBrowser(town, provider, settings)

/** Somebody of the town, for whom no second factor is called for. */
async function newcomer(userName: string) {
  return asColleague(town, { userName, roles: ['finance'] })
}

describe('接了统一身份认证', () => {
  test('登录页知道按钮上写什么；没有接时没有按钮，接口说清楚', async () => {
    expect(await openBrowser().session()).toMatchObject({ signedIn: false, provider: '区统一身份认证' })
    const without = await town.send('POST', '/api/provider/sign-in', { body: { returnTo: '/' } })
    expect(without.body.error).toMatchObject({ code: 'provider-absent' })
    expect(without.status).toBe(404)
    const back = await town.send('GET', callbackPath)
    expect(back.response.headers.get('location')).toBe('/sign-in?provider=over')
  })

  test('按名称对应：第一次登录就绑定，回到要去的页；以后改了名称也还是这个人', async () => {
    await newcomer('贺兰')
    const browser = openBrowser({ matchClaim: 'preferred_username' })
    provider.person = { ...provider.person, userName: '贺兰' }
    expect(await browser.signIn('/pay?year=2026')).toBe('/pay?year=2026')
    expect(await auditOf(town, 'finishProviderSignIn', '贺兰')).toEqual([
      { by: '贺兰', outcome: 'done', kind: 'sign-in' },
    ])
    provider.person = { ...provider.person, userName: '别的名称' }
    const again = openBrowser({ matchClaim: 'preferred_username' })
    expect(await again.signIn()).toBe('/')
    expect(await again.session()).toMatchObject({ signedIn: 'half', userName: '贺兰' })
  })

  test('还没有密码的账号：这样进来就算启用；改密码说旧密码不对，不出错', async () => {
    const body = { accounts: [{ staffNumber: null, userName: '没有密码的' }], roles: [] }
    expect((await town.send('POST', '/api/accounts', { body })).status).toBe(200)
    provider.person = { ...provider.person, userName: '没有密码的' }
    const browser = openBrowser({ matchClaim: 'preferred_username' })
    expect(await browser.signIn()).toBe('/')
    const change = { oldPassword: '没有设过密码', password: ownerPassword }
    expect((await browser.ask('POST', '/api/account/password', change)).status).toBe(422)
    expect((await town.send('GET', '/api/accounts')).body.accounts).toContainEqual(
      expect.objectContaining({ userName: '没有密码的', state: 'active' }),
    )
  })

  test('已有人绑定的账号，同名的另一个身份进不来', async () => {
    await newcomer('同名')
    provider.person = { subject: '先来', userName: '同名' }
    expect(await openBrowser({ matchClaim: 'preferred_username' }).signIn()).toBe('/')
    provider.person = { subject: '后到', userName: '同名' }
    const late = openBrowser({ matchClaim: 'preferred_username' })
    expect(await late.signIn()).toBe('/sign-in?provider=unknown')
    expect(await late.session()).toMatchObject({ signedIn: false })
  })

  test('按邮箱或电话对应：提供方说核实过才算，自己随手填的不算', async () => {
    for (const [claim, name] of [
      ['email', '兰溪@qingyuanzhen'],
      ['phone_number', '13900000001'],
    ] as const) {
      await newcomer(name.split('@')[0] ?? '')
      const come = async (told: Readonly<Record<string, string | boolean>>) => {
        provider.person = { ...provider.person, told: { [claim]: name, ...told } }
        return openBrowser({ matchClaim: claim }).signIn()
      }
      expect(await come({})).toBe('/sign-in?provider=unknown')
      expect(await come({ [`${claim}_verified`]: false })).toBe('/sign-in?provider=unknown')
      expect(await come({ [`${claim}_verified`]: true })).toBe('/')
      provider.person = { subject: `subject-${String((people += 1))}` }
    }
  })
})

describe('第二道验证', () => {
  async function halfOrWhole(
    settings: ProviderSettings,
    shown: { amr?: readonly string[]; acr?: string },
    name: string,
  ) {
    provider.person = { ...provider.person, userName: name, ...shown }
    const browser = openBrowser({ matchClaim: 'preferred_username', ...settings })
    expect(await browser.signIn()).toBe('/')
    return (await browser.session()).signedIn
  }

  test('提供方没有说做过，还要输自己的验证码；说做过（amr 或指定的 acr）就不再问', async () => {
    for (const name of ['只有密码', '做过验证', '说做了两道', '只有短信码', '指定级别', '别的级别'])
      await asColleague(town, { userName: name, roles: ['office'] })
    expect(await halfOrWhole({}, { amr: ['pwd'] }, '只有密码')).toBe('half')
    provider.person = { subject: '甲' }
    expect(await halfOrWhole({}, { amr: ['pwd', 'otp'] }, '做过验证')).toBe(true)
    provider.person = { subject: '丁' }
    expect(await halfOrWhole({}, { amr: ['mfa'] }, '说做了两道')).toBe(true)
    provider.person = { subject: '戊' }
    expect(await halfOrWhole({}, { amr: ['otp'] }, '只有短信码')).toBe('half')
    provider.person = { subject: '乙' }
    expect(await halfOrWhole({ secondFactorAcr: 'two-factor' }, { acr: 'two-factor' }, '指定级别')).toBe(true)
    provider.person = { subject: '丙' }
    expect(await halfOrWhole({ secondFactorAcr: 'other' }, { acr: 'two-factor' }, '别的级别')).toBe('half')
  })
})

describe('进不来的', () => {
  async function stranger() {
    const browser = openBrowser({ matchClaim: 'preferred_username' })
    return { browser, path: await browser.goThere() }
  }

  test('没有对应账号的身份', async () => {
    const { browser, path } = await stranger()
    expect(await browser.comeBack(path)).toBe('/sign-in?provider=unknown')
    expect(browser.own.has('gongdao_session')).toBe(false)
  })

  test('停用的账号：按名称和已绑定都不行，审计里记下', async () => {
    await newcomer('停用者')
    provider.person = { ...provider.person, userName: '停用者' }
    expect(await openBrowser({ matchClaim: 'preferred_username' }).signIn()).toBe('/')
    await town.signInPool.query(`update account set suspended_at = now() where user_name = '停用者'`)
    expect(await openBrowser().signIn()).toBe('/sign-in?provider=unknown')
    expect(await auditOf(town, 'finishProviderSignIn', '停用者')).toContainEqual({
      by: null,
      outcome: 'refused',
      kind: 'sign-in',
    })
    await newcomer('停用在先')
    await town.signInPool.query(`update account set suspended_at = now() where user_name = '停用在先'`)
    provider.person = { subject: '停用在先', userName: '停用在先' }
    expect(await openBrowser({ matchClaim: 'preferred_username' }).signIn()).toBe('/sign-in?provider=unknown')
  })

  describe('本来能登录的人', () => {
    beforeEach(async () => {
      const userName = `常客${String(people)}`
      await newcomer(userName)
      provider.person = { ...provider.person, userName }
    })

    test('同一次回来用第二遍', async () => {
      const { browser, path } = await stranger()
      const visitCookie = browser.own.get('gongdao_visit') ?? ''
      expect(await browser.comeBack(path)).toBe('/')
      browser.own.clear()
      browser.own.set('gongdao_visit', visitCookie)
      expect(await browser.comeBack(path)).toBe('/sign-in?provider=over')
      expect(browser.own.has('gongdao_session')).toBe(false)
    })

    test('别的浏览器开始的，自己的仍然有用', async () => {
      const { browser, path } = await stranger()
      const other = openBrowser({ matchClaim: 'preferred_username' })
      expect(await other.comeBack(path)).toBe('/sign-in?provider=over')
      await other.begin()
      expect(await other.comeBack(path)).toBe('/sign-in?provider=over')
      expect(other.own.has('gongdao_session')).toBe(false)
      expect(await browser.comeBack(path)).toBe('/')
    })

    test('改了 state、没有 state、没有 code', async () => {
      for (const change of [
        (path: string) => path.replace(/state=[^&]+/, 'state=another'),
        (path: string) => path.replace(/state=[^&]+/, ''),
        (path: string) => path.replace(/code=[^&]+/, ''),
      ]) {
        const { browser, path } = await stranger()
        expect(await browser.comeBack(change(path))).toMatch(/^\/sign-in\?provider=(over|invalid)$/)
        expect(browser.own.has('gongdao_session')).toBe(false)
      }
    })

    test('过了十分钟', async () => {
      const { browser, path } = await stranger()
      const then = town.clock.now
      town.clock.now = new Date(then.getTime() + 10 * 60_000)
      try {
        expect(await browser.comeBack(path)).toBe('/sign-in?provider=over')
      } finally {
        town.clock.now = then
      }
    })

    test('令牌里的 nonce 不是这一次的', async () => {
      const { browser, path } = await stranger()
      await town.signInPool.query(`update oidc_attempt set nonce = 'another'`)
      expect(await browser.comeBack(path)).toBe('/sign-in?provider=invalid')
      expect(town.faults.at(-1)?.error).toMatch(/nonce/)
    })

    test('换码的凭据（PKCE）不是这一次的', async () => {
      const { browser, path } = await stranger()
      await town.signInPool.query(`update oidc_attempt set code_verifier = repeat('a', 43)`)
      expect(await browser.comeBack(path)).toBe('/sign-in?provider=invalid')
    })

    test('令牌是用另一把钥匙签的', async () => {
      provider.mood = 'another-key'
      const { browser, path } = await stranger()
      expect(await browser.comeBack(path)).toBe('/sign-in?provider=invalid')
      expect(town.faults.at(-1)?.error).toMatch(/signature/)
      expect(browser.own.has('gongdao_session')).toBe(false)
    })

    test('在提供方那里放弃', async () => {
      provider.mood = 'refuses'
      const { browser, path } = await stranger()
      expect(await browser.comeBack(path)).toBe('/sign-in?provider=declined')
    })

    test('回来以后要去的只能是本站的页面', async () => {
      const browser = openBrowser()
      const elsewhere = ['//evil.example', 'https://evil.example', '/\\evil.example', '/\t/evil.example']
      for (const returnTo of elsewhere) expect((await browser.begin(returnTo)).status).toBe(400)
    })
  })

  test('提供方连不上：一句话，不影响密码登录；恢复以后就能用', async () => {
    const late = await startOpenIdProvider({ redirectUris: [`${origin}${callbackPath}`] })
    await late.stop()
    const browser = openBrowser({ issuer: late.issuer })
    const response = await browser.begin()
    expect(response.status).toBe(502)
    expect((await bodyOf(response)).error.message).toMatch(/^区统一身份认证现在连不上，请用用户名和密码登录/)
    expect(await browser.session()).toMatchObject({ signedIn: false })
  })

  test('同一地址开始得太多要等', async () => {
    const browser = openBrowser()
    await town.signInPool.query('delete from failed_attempt')
    const statuses: number[] = []
    for (let count = 0; count < 32; count += 1) statuses.push((await browser.begin()).status)
    expect(statuses.slice(0, 31)).toEqual(Array.from({ length: 31 }, () => 200))
    expect(statuses.at(-1)).toBe(429)
    await town.signInPool.query('delete from failed_attempt')
  })
})

describe('几个镇合用', () => {
  beforeAll(async () => {
    await newcomer('重名者')
    const at = town.clock.now
    await town.services.inAccounts(async (accounts) => {
      const id = '00000000-0000-4000-8000-0000000000b1'
      await accounts.addTown({ id, name: '白鹭镇', code: 'bailu', isSample: false, createdAt: at })
      const account = { id: '00000000-0000-4000-8000-0000000000b2', userName: '重名者', staffNumber: null }
      await accounts.addTownAccounts(id, [{ ...account, userNameKey: '重名者', roles: [] }], { at, by: '区' })
      const ofDistrict = { id: '00000000-0000-4000-8000-0000000000b3', userName: '区里的人', homeTenantId: null }
      const named = { userNameKey: '区里的人', passwordHash: 'none', createdAt: at, createdBy: null }
      await accounts.addAccount({ ...ofDistrict, ...named })
      return { ok: true, value: null }
    })
  })

  test('声明里没有镇的，两个镇都有这个名称就谁也不是；带代码的对到那个镇；区级只能自己绑定', async () => {
    const come = async (userName: string) => {
      provider.person = { subject: `of ${userName}`, userName }
      const browser = openBrowser({ matchClaim: 'preferred_username' })
      return { ending: await browser.signIn(), session: await browser.session() }
    }
    expect((await come('重名者')).ending).toBe('/sign-in?provider=unknown')
    expect((await come('区里的人')).ending).toBe('/sign-in?provider=unknown')
    expect((await come('区里的人@区级')).ending).toBe('/sign-in?provider=unknown')
    expect((await come('重名者@没有的镇')).ending).toBe('/sign-in?provider=unknown')
    expect(await come('重名者@bailu')).toMatchObject({
      ending: '/',
      session: { userName: '重名者', town: { name: '白鹭镇' } },
    })
  })
})
