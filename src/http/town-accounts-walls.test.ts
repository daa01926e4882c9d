import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { auditRows } from '../../test/support/audit-rows.ts'
import { asColleague, cookieOf, startTown, type Answered, type SignedInTown } from '../../test/support/town-app.ts'
import type { AccountStore } from '../commands/account-store.ts'
import { accept, type Result } from '../domain/primitives/result.ts'
import { createApp } from './create-app.ts'

let town: SignedInTown
beforeAll(async () => {
  town = await startTown()
})
afterAll(() => town.stop())

const codeOf = ({ status, body }: Answered) => [status, body.error?.code]
const passphrase = (of: string) => `秋水共长天${of}一色2026`

async function list(as: SignedInTown = town) {
  return (await as.send('GET', '/api/accounts')).body
}

async function idOf(userName: string): Promise<string> {
  const { accounts } = await list()
  return accounts.find((account: { userName: string }) => account.userName === userName).id
}

async function lastSeen(userName: string): Promise<string | null> {
  const { accounts } = await list()
  return accounts.find((account: { userName: string }) => account.userName === userName).lastSeenAt
}

/** Made, with a code on a slip. */
async function make(userName: string, roles: readonly string[], as: SignedInTown = town): Promise<string> {
  const body = { accounts: [{ staffNumber: null, userName }], roles }
  return (await as.send('POST', '/api/accounts', { body })).body.slips[0].code
}

function activate(userName: string, code: string, as: SignedInTown = town) {
  const body = { userName, code, password: passphrase(userName) }
  return as.send('POST', '/api/activation', { body, headers: { cookie: '' } })
}

function suspend(accountId: string, as: SignedInTown = town) {
  return as.send('POST', `/api/accounts/${accountId}/suspend`, { body: { reason: '调离本镇' } })
}

async function actionsOf(as: SignedInTown): Promise<readonly string[]> {
  return (await as.send('GET', '/api/session')).body.actions
}

describe('开设账号者', () => {
  test('系统、安全管理员都用设置码启用了，权力就到此为止；最后一个管理员停用不了，停用了也不恢复', async () => {
    const codes = {
      system: await make('机房老周', ['systemAdmin']),
      security: await make('安全员', ['securityAdmin']),
    }
    expect((await list()).administrators).toMatchObject([
      { role: 'systemAdmin', userNames: ['机房老周'], canSignIn: false },
      { role: 'securityAdmin', userNames: ['安全员'], canSignIn: false },
      { role: 'auditAdmin', userNames: [], canSignIn: false },
    ])
    expect((await activate('机房老周', codes.system)).status).toBe(200)
    expect(await actionsOf(town)).toContain('account.change')
    expect((await activate('安全员', codes.security)).status).toBe(200)
    const left = await actionsOf(town)
    expect(left.filter((action) => /^(account|role)/.test(action))).toEqual([])
    expect(left).toContain('entry.confirm')
    expect(codeOf(await town.send('GET', '/api/accounts'))).toEqual([403, 'not-allowed'])

    const system = await asColleague(town, { userName: '系统管理员乙', roles: ['systemAdmin'] })
    expect((await list(system)).founder).toEqual({ userName: '管理员', counts: false })
    const { accounts } = await list(system)
    const security = accounts.find(({ userName }: { userName: string }) => userName === '安全员')
    const refused = await suspend(security.id, system)
    expect(codeOf(refused)).toEqual([409, 'last-of-administrators'])
    expect(refused.body.error.message).toContain('唯一能登录的安全管理员')
    expect(refused.body.error.message).toContain('--rescue=')
    const second = await asColleague(town, { userName: '安全员寅', roles: ['securityAdmin'] })
    expect((await suspend(security.id, system)).status).toBe(200)
    // However it came about that nobody is left: the founder is none again.
    await town.signInPool.query(`update account set suspended_at = $1 where user_name = '安全员寅'`, [
      town.clock.now,
    ])
    expect((await second.send('GET', '/api/session')).body.signedIn).toBe(false)
    expect(await actionsOf(town)).not.toContain('role.grant')
    expect((await list(system)).founder).toEqual({ userName: '管理员', counts: false })
    await town.signInPool.query(`delete from role_grant where role in ('systemAdmin', 'securityAdmin')`)
    expect((await list()).founder).toEqual({ userName: '管理员', counts: true })
  })

  test('最后一个能登录的系统、安全管理员，身份也收不回；有了另一个就可以', async () => {
    const fresh = await startTown()
    const system = await asColleague(fresh, { userName: '系统员', roles: ['systemAdmin'] })
    const take = async (userName: string, by: SignedInTown) => {
      const { accounts } = await list(system)
      const { id, granted } = accounts.find((account: { userName: string }) => account.userName === userName)
      return by.send('PUT', `/api/accounts/${id}/roles`, { body: { shown: granted, roles: [] } })
    }
    // Before both kinds are there the founder still has the work of the other.
    expect((await take('系统员', fresh)).status).toBe(200)
    await fresh.signInPool.query(
      `insert into role_grant (account_id, tenant_id, role, granted_at, granted_by)
         select id, home_tenant_id, 'systemAdmin', created_at, '管理员' from account where user_name = '系统员'`,
    )
    const security = await asColleague(fresh, { userName: '安全员', roles: ['securityAdmin'] })
    expect(codeOf(await take('系统员', security))).toEqual([409, 'last-of-administrators'])
    await asColleague(fresh, { userName: '系统员乙', roles: ['systemAdmin'] })
    expect((await take('系统员', security)).status).toBe(200)
    await fresh.stop()
  })

  test('当了系统管理员的开设账号者，停用了安全管理员也不能自己给身份', async () => {
    const fresh = await startTown()
    const security = await asColleague(fresh, { userName: '安全员', roles: ['securityAdmin'] })
    await asColleague(fresh, { userName: '考核办乙', roles: ['office'] })
    const accountOf = async (userName: string) =>
      (await list(security)).accounts.find((account: { userName: string }) => account.userName === userName)
    const { id, granted } = await accountOf('管理员')
    const shown = granted.filter((role: string) => role !== 'founder')
    const given = await security.send('PUT', `/api/accounts/${id}/roles`, {
      body: { shown, roles: ['systemAdmin'] },
    })
    expect(given.status).toBe(200)
    const { id: securityId } = await accountOf('安全员')
    expect(codeOf(await suspend(securityId, fresh))).toEqual([409, 'last-of-administrators'])
    await fresh.signInPool.query('update account set suspended_at = $1 where id = $2', [
      fresh.clock.now,
      securityId,
    ])
    const left = await actionsOf(fresh)
    expect([left.includes('account.change'), left.includes('role.grant')]).toEqual([true, false])
    const body = { accounts: [{ staffNumber: null, userName: '替身' }], roles: ['office'] }
    expect(codeOf(await fresh.send('POST', '/api/accounts', { body }))).toEqual([403, 'not-allowed'])
    expect((await list(fresh)).founder).toEqual({ userName: '管理员', counts: false })
    await fresh.stop()
  })

  test('设置码只能用一次，再发一张，原来的作废', async () => {
    const first = await make('新来的', [])
    const issued = await town.send('POST', '/api/accounts/set-up-codes', {
      body: { accountIds: [await idOf('新来的')] },
    })
    const [{ code: second }] = issued.body.slips
    expect((await activate('新来的', first)).status).not.toBe(200)
    expect((await activate('新来的', second)).status).toBe(200)
    await town.send('POST', '/api/sign-in', {
      body: { userName: '新来的', password: passphrase('新来的') },
      headers: { cookie: '' },
    })
    await town.signInPool.query('delete from session where account_id = $1', [await idOf('新来的')])
    expect(await lastSeen('新来的')).toBe(town.clock.now.toISOString())
    expect((await activate('新来的', second)).status).not.toBe(200)
    expect(JSON.stringify(await auditRows(town))).not.toContain(second)
  })
})

describe('停用', () => {
  test('登录着的当即出去，密码和没用掉的设置码都不再管用；恢复以后照旧', async () => {
    const code = await make('要走的人', ['inspector'])
    const cookie = cookieOf(await activate('要走的人', code))
    const isIn = async () => (await town.send('GET', '/api/session', { headers: { cookie } })).body.signedIn
    expect(await isIn()).toBe('half')
    const id = await idOf('要走的人')
    const { body } = await town.send('POST', '/api/accounts/set-up-codes', { body: { accountIds: [id] } })
    expect((await suspend(id)).status).toBe(200)
    expect(await isIn()).toBe(false)
    const signIn = () =>
      town.send('POST', '/api/sign-in', {
        body: { userName: '要走的人', password: passphrase('要走的人') },
        headers: { cookie: '' },
      })
    expect((await signIn()).status).toBe(401)
    expect((await activate('要走的人', body.slips[0].code)).status).not.toBe(200)
    const again = await town.send('POST', '/api/accounts/set-up-codes', { body: { accountIds: [id] } })
    expect(codeOf(again)).toEqual([409, 'account-suspended'])
    expect((await town.send('POST', `/api/accounts/${id}/reopen`)).status).toBe(200)
    expect((await signIn()).status).toBe(200)
    const rows = (await auditRows(town)).filter(({ object }) => object?.id === id)
    expect(rows.map(({ operation, reason }) => [operation, reason])).toContainEqual(['suspendAccount', '调离本镇'])
  })

  test('考核办唯一能登录的账号不能停用，也不能收回身份；另有一个能登录的就可以', async () => {
    const second = await asColleague(town, { userName: '安全员乙', roles: ['securityAdmin'] })
    const system = await asColleague(town, { userName: '系统管理员丙', roles: ['systemAdmin'] })
    const { accounts } = await list(system)
    const owner = accounts.find(({ userName }: { userName: string }) => userName === '管理员').id
    await asColleague(town, { userName: '等启用的', roles: ['office'] })
    await town.signInPool.query(`update account set password_hash = null where user_name = '等启用的'`)
    const take = () =>
      second.send('PUT', `/api/accounts/${owner}/roles`, { body: { shown: ['office'], roles: [] } })
    expect(codeOf(await suspend(owner, system))).toEqual([409, 'last-of-office'])
    expect(codeOf(await take())).toEqual([409, 'last-of-office'])
    await asColleague(town, { userName: '考核办乙', roles: ['office'] })
    expect((await take()).status).toBe(200)
    await second.send('PUT', `/api/accounts/${owner}/roles`, { body: { shown: [], roles: ['office'] } })
  })

  test('重置第二道验证：各处登录结束，验证器和恢复码都没有了', async () => {
    const colleague = await asColleague(town, { userName: '丢手机的', roles: ['inspector'] })
    const security = await asColleague(town, { userName: '安全员丁', roles: ['securityAdmin'] })
    const system = await asColleague(town, { userName: '系统管理员丁', roles: ['systemAdmin'] })
    const { accounts } = await list(system)
    const lost = accounts.find(({ userName }: { userName: string }) => userName === '丢手机的')
    expect(lost.hasSecondFactor).toBe(true)
    await town.signInPool.query(`insert into recovery_code values ($1, '\\x01', null)`, [lost.id])
    // Who issues set-up codes may not: password and second factor are two people's to give.
    expect((await system.send('POST', `/api/accounts/${lost.id}/reset-second-factor`)).status).toBe(403)
    expect((await security.send('POST', `/api/accounts/${lost.id}/reset-second-factor`)).status).toBe(200)
    expect((await colleague.send('GET', '/api/session')).body.signedIn).toBe(false)
    const kept = await town.signInPool.query(
      'select account_id from totp where account_id = $1 union all select account_id from recovery_code where account_id = $1',
      [lost.id],
    )
    expect(kept.rowCount).toBe(0)
  })
})

describe('两个人同时', () => {
  test('各停用考核办最后两个账号中的一个，只有一个停得成', async () => {
    const [one, other] = await Promise.all([
      asColleague(town, { userName: '系统管理员庚', roles: ['systemAdmin'] }),
      asColleague(town, { userName: '系统管理员辛', roles: ['systemAdmin'] }),
    ])
    const { accounts } = await list(one)
    const office = accounts.filter(
      ({ granted, state }: { granted: string[]; state: string }) =>
        granted.includes('office') && state === 'active',
    )
    expect(office).toHaveLength(2)
    const answers = await Promise.all([suspend(office[0].id, one), suspend(office[1].id, other)])
    expect(answers.map(({ status }) => status).toSorted((left, right) => left - right)).toEqual([200, 409])
  })
})

describe('镇与镇之间', () => {
  /** 另一个镇 of the same installation, with an account named as one of ours is. */
  async function otherTown(): Promise<{ readonly accountId: string }> {
    const [tenantId, accountId, at] = [randomUUID(), randomUUID(), town.clock.now]
    await town.services.inAccounts(async (accounts) => {
      await accounts.addTown({ id: tenantId, name: '另一个镇', code: 'lingyi', isSample: false, createdAt: at })
      const account = {
        id: accountId,
        userName: '同名的人',
        userNameKey: '同名的人',
        staffNumber: null,
        roles: [],
      }
      await accounts.addTownAccounts(tenantId, [account], { at, by: '别处的人' })
      return accept(null)
    })
    return { accountId }
  }

  test('别镇的账号与没有的账号答复一样；用户名在一个镇里唯一，在两个镇里可以相同', async () => {
    const system = await asColleague(town, { userName: '系统管理员戊', roles: ['systemAdmin'] })
    const security = await asColleague(town, { userName: '安全员戊', roles: ['securityAdmin'] })
    const { accountId } = await otherTown()
    const asked = async (id: string) => {
      const answers = [
        await suspend(id, system),
        await system.send('POST', `/api/accounts/${id}/reopen`),
        await security.send('POST', `/api/accounts/${id}/reset-second-factor`),
        await system.send('PUT', `/api/accounts/${id}/person`, { body: { staffNumber: null } }),
        await system.send('POST', '/api/accounts/set-up-codes', { body: { accountIds: [id] } }),
        await security.send('PUT', `/api/accounts/${id}/roles`, { body: { shown: [], roles: ['office'] } }),
      ]
      return answers.map(({ status, body }) => [status, body])
    }
    const theirs = await asked(accountId)
    expect(theirs).toEqual(await asked(randomUUID()))
    expect(theirs.map(([status]) => status)).toEqual([404, 404, 404, 404, 404, 404])
    expect(JSON.stringify(await list(system))).not.toContain('同名的人')

    const body = { accounts: [{ staffNumber: null, userName: '同名的人' }] }
    const made = await system.send('POST', '/api/accounts', { body })
    expect(made.body.slips[0].signInName).toMatch(/^同名的人@.+/)
    expect(codeOf(await system.send('POST', '/api/accounts', { body }))).toEqual([409, 'user-name-taken'])
  })

  test('记不进审计，账号也就没有改', async () => {
    const system = await asColleague(town, { userName: '系统管理员己', roles: ['systemAdmin'] })
    const deaf = createApp({
      ...town.services,
      inAccounts: <Value, Refusal>(work: (accounts: AccountStore) => Promise<Result<Value, Refusal>>) =>
        town.services.inAccounts<Value, Refusal>((accounts) =>
          work({ ...accounts, appendAudit: () => Promise.reject(new Error('no room for the audit')) }),
        ),
    })
    const answered = await deaf.request('http://127.0.0.1:4680/api/accounts', {
      method: 'POST',
      headers: { host: '127.0.0.1:4680', cookie: system.cookie, 'content-type': 'application/json' },
      body: JSON.stringify({ accounts: [{ staffNumber: null, userName: '没有留痕的人' }] }),
    })
    expect(answered.status).toBe(500)
    expect(JSON.stringify(await list(system))).not.toContain('没有留痕的人')
    expect(town.faults.splice(0)).toHaveLength(1)
  })
})
