import { afterAll, beforeEach, describe, expect, test } from 'vitest'
import { auditRows } from '../../test/support/audit-rows.ts'
import { ownerDatabase } from '../../test/support/owner-database.ts'
import { cookieOf, ownerPassword, startTown, type SignedInTown } from '../../test/support/town-app.ts'

const towns: SignedInTown[] = []
let town: SignedInTown
beforeEach(async () => {
  town = await startTown()
  towns.push(town)
})
afterAll(async () => {
  for (const each of towns) await each.stop()
})

const headers = { cookie: '', 'user-agent': 'Firefox 128' }

function signIn(password: string, userName = '管理员') {
  return town.send('POST', '/api/sign-in', { body: { userName, password }, headers })
}

async function acts() {
  const rows = await auditRows(town)
  return rows.map(({ operation, kind, outcome, by }) => [operation, kind, outcome, by])
}

function installationEvents() {
  return ownerDatabase(town, async (owner) => (await owner.query('select * from installation_event')).rows)
}

describe('登录留痕', () => {
  test('首次设定、登录、输错、退出都在本镇的审计里，写明从哪里来', async () => {
    const signedIn = await signIn(ownerPassword)
    expect(signedIn.status).toBe(200)
    expect((await signIn('不是这个密码2026')).status).toBe(401)
    await town.send('POST', '/api/sign-out', { headers: { cookie: cookieOf(signedIn) } })
    expect(await acts()).toEqual([
      ['setUp', 'write', 'done', '管理员'],
      ['signIn', 'sign-in', 'done', '管理员'],
      ['signIn', 'sign-in', 'refused', null],
      ['signOut', 'sign-in', 'done', '管理员'],
    ])
    const [setUp, done, refused] = await auditRows(town)
    expect(setUp).toMatchObject({ object: { kind: 'town', id: town.tenantId, label: '清源镇' } })
    expect(done).toMatchObject({ roles: 'founder,office', address: '', user_agent: 'Firefox 128' })
    expect(refused).toMatchObject({ roles: '', object: { kind: 'account', id: '管理员', label: '管理员' } })
    expect(await installationEvents()).toEqual([])
  })

  test('没有这个账号的，记在安装的总表里，不留输入的名字', async () => {
    await signIn('随便什么密码', '没有这个人')
    expect(await acts()).toEqual([['setUp', 'write', 'done', '管理员']])
    const events = await installationEvents()
    expect(events).toMatchObject([{ operation: 'signIn', what: 'refused', by: null, user_agent: 'Firefox 128' }])
    expect(JSON.stringify(events)).not.toContain('没有这个人')
  })

  test('要等的时候不再一次次记：连着乱输，审计不会被撑满', async () => {
    const answers: number[] = []
    for (let time = 0; time < 12; time += 1) answers.push((await signIn('不是这个密码2026')).status)
    const failed = answers.filter((status) => status === 401).length
    expect(answers.at(-1)).toBe(429)
    expect((await acts()).filter(([, , outcome]) => outcome === 'refused')).toHaveLength(failed)
  })
})

describe('本人账号留痕', () => {
  test('改密码和结束登录各留一条，旧密码输错也留一条', async () => {
    const other = await signIn(ownerPassword)
    const { body } = await town.send('GET', '/api/account/sessions')
    const ended = body.sessions.find(({ isCurrent }: { isCurrent: boolean }) => !isCurrent)
    expect(other.status).toBe(200)
    await town.send('DELETE', `/api/account/sessions/${ended.id}`)
    await town.send('POST', '/api/account/sessions/end-others')
    const password = '明月几时有把酒问青天'
    await town.send('POST', '/api/account/password', { body: { oldPassword: '记错了的旧密码', password } })
    await town.send('POST', '/api/account/password', { body: { oldPassword: ownerPassword, password } })
    expect((await acts()).slice(2)).toEqual([
      ['endSession', 'write', 'done', '管理员'],
      ['endOtherSessions', 'write', 'done', '管理员'],
      ['changePassword', 'sign-in', 'refused', null],
      ['changePassword', 'write', 'done', '管理员'],
    ])
  })

  test('没有做成的不留：别人的登录结束不了', async () => {
    const before = await acts()
    await town.send('DELETE', '/api/account/sessions/00000000-0000-4000-8000-000000000000')
    expect(await acts()).toEqual(before)
  })
})
