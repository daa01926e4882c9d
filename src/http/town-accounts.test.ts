import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { person } from '../../test/builders/town.ts'
import { auditRows } from '../../test/support/audit-rows.ts'
import { asColleague, employ, startTown, type Answered, type SignedInTown } from '../../test/support/town-app.ts'
import { localDate } from '../domain/primitives/local-date.ts'
import { hashSetUpCode } from './one-time-codes.ts'

const roster = [
  person('001', { name: '何青' }),
  person('002', { name: '单晓云', office: '综治办' }),
  person('003', { name: '吕平', office: '综治办' }),
  person('004', { name: '吕平' }),
  person('005', { name: '孟岩', post: '分管领导', office: '', inChargeOf: ['综治办'] }),
  person('006', { name: '离岗的人', to: localDate('2026-03-31') }),
]

let town: SignedInTown
beforeAll(async () => {
  town = await startTown()
  await employ(town, roster)
})
afterAll(() => town.stop())

async function list(as: SignedInTown = town) {
  return (await as.send('GET', '/api/accounts')).body
}

// oxlint-disable-next-line typescript/no-explicit-any -- the answer's shape is what the tests look at
async function accountOf(userName: string): Promise<any> {
  const { accounts } = await list()
  return accounts.find((account: { userName: string }) => account.userName === userName)
}

function make(accounts: readonly object[], roles: readonly string[] = [], as: SignedInTown = town) {
  return as.send('POST', '/api/accounts', { body: { accounts, roles } })
}

async function give(userName: string, roles: readonly string[], as: SignedInTown = town): Promise<Answered> {
  const { id, granted } = await accountOf(userName)
  const shown = granted.filter((role: string) => role !== 'founder')
  return as.send('PUT', `/api/accounts/${id}/roles`, { body: { shown, roles } })
}

const of = (staffNumber: string, userName: string | null = null) => ({ staffNumber, userName })
const outsider = (userName: string) => ({ staffNumber: null, userName })
const codeOf = ({ status, body }: Answered) => [status, body.error?.code]

async function auditOf(userName: string) {
  return (await auditRows(town)).filter(({ object }) => object?.label === userName)
}

describe('从花名册开账号', () => {
  test('用户名就是姓名，同名的接上工号，各得一个只出现一次的设置码', async () => {
    const made = await make([of('001'), of('003'), of('004')])
    expect(made.body.slips).toMatchObject([
      { signInName: '何青', name: '何青', staffNumber: '001' },
      { signInName: '吕平003', office: '综治办' },
      { signInName: '吕平004' },
    ])
    const { code } = made.body.slips[0]
    expect(new Set(made.body.slips.map((slip: { code: string }) => slip.code)).size).toBe(3)
    const kept = await town.signInPool.query('select code_hash from activation where code_hash = $1', [
      Buffer.from(hashSetUpCode(code)),
    ])
    expect(kept.rowCount).toBe(1)
    expect(JSON.stringify(await list())).not.toContain(code)
    expect(JSON.stringify(await auditOf('何青'))).not.toContain(code)
    expect(await accountOf('何青')).toMatchObject({
      state: 'waiting',
      person: { staffNumber: '001', offices: ['党办'], posts: ['工作人员'] },
      granted: [],
      fromRoster: ['staff'],
      hasSecondFactor: false,
      isOwn: false,
    })
  })

  test('再开一次，已有账号的略过并说明，原来的设置码照旧', async () => {
    const before = await accountOf('何青')
    const again = await make([of('001'), of('002'), of('001')])
    expect(again.body.leftOut).toEqual([{ staffNumber: '001', userName: '何青' }])
    expect(again.body.slips.map((slip: { signInName: string }) => slip.signInName)).toEqual(['单晓云'])
    expect(await accountOf('何青')).toEqual(before)
  })

  test('没有账号的在册人员列在一边，离岗的不列', async () => {
    expect((await list()).without.map(({ staffNumber }: { staffNumber: string }) => staffNumber)).toEqual(['005'])
  })

  test('不在花名册上的人也可以有账号；用户名在镇内不能重', async () => {
    expect((await make([outsider('驻镇纪检')], ['discipline'])).status).toBe(200)
    expect(codeOf(await make([outsider('驻镇纪检')]))).toEqual([409, 'user-name-taken'])
    expect(codeOf(await make([of('999')]))).toEqual([422, 'person-not-on-roster'])
    expect(codeOf(await make([outsider('甲@乙')]))).toEqual([400, 'input-invalid'])
  })

  test('有一个不成，全都不开', async () => {
    const before = (await list()).accounts.length
    expect(codeOf(await make([outsider('新来的人'), of('005')], ['finance', 'securityAdmin']))).toEqual([
      409,
      'account-roles-exclude',
    ])
    expect((await list()).accounts).toHaveLength(before)
  })

  test('设置码下载成表，审计里只记张数', async () => {
    const { slips } = (await make([outsider('要表格的人')])).body
    const body = { address: 'https://gongdao.zhen.lan', slips }
    const { status, response } = await town.send('POST', '/api/accounts/slips', { body })
    expect([status, response.headers.get('content-type')]).toEqual([
      200,
      'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    ])
    expect(decodeURIComponent(response.headers.get('content-disposition') ?? '')).toContain(
      '清源镇 账号设置码.xlsx',
    )
    const rows = await auditRows(town)
    expect(rows.at(-1)).toMatchObject({ operation: 'downloadSlips', kind: 'export', after: { slips: 1 } })
    expect(JSON.stringify(rows)).not.toContain(slips[0].code)
  })

  test('两百个账号一次开好', async () => {
    const many = Array.from({ length: 200 }, (_, index) => outsider(`村居评议员${String(index)}`))
    const made = await make(many)
    expect(made.body.slips).toHaveLength(200)
    expect(new Set(made.body.slips.map((slip: { code: string }) => slip.code)).size).toBe(200)
  })
})

describe('身份', () => {
  test('给了又收，一次请求以后就作数；登录着的不用重新登录', async () => {
    const colleague = await asColleague(town, { userName: '督查员甲', roles: [] })
    const mayRecord = async () =>
      (await colleague.send('GET', '/api/session')).body.actions.includes('entry.record')
    expect(await mayRecord()).toBe(false)
    expect((await give('督查员甲', ['inspector', 'finance'])).status).toBe(200)
    expect(await mayRecord()).toBe(true)
    expect((await accountOf('督查员甲')).granted).toEqual(['finance', 'inspector'])
    town.clock.now = new Date(town.clock.now.getTime() + 1000)
    expect((await give('督查员甲', [])).status).toBe(200)
    expect(await mayRecord()).toBe(false)
    expect(await auditOf('督查员甲')).toMatchObject([
      { operation: 'giveRoles', before: { roles: [] }, after: { roles: ['inspector', 'finance'] } },
      { operation: 'giveRoles', before: { roles: ['inspector', 'finance'] }, after: { roles: [] } },
    ])
  })

  test.each([
    ['驻镇纪检', ['discipline', 'auditAdmin']],
    ['驻镇纪检', ['systemAdmin', 'securityAdmin']],
    ['驻镇纪检', ['finance', 'systemAdmin']],
  ])('%s不能同时是 %s', async (userName, roles) => {
    expect(codeOf(await give(userName, roles))).toEqual([409, 'account-roles-exclude'])
  })

  test('花名册上的领导不能当管理员，管理员的账号也不能对应到领导', async () => {
    await make([of('005')])
    expect(codeOf(await give('孟岩', ['securityAdmin']))).toEqual([409, 'account-roles-exclude'])
    await make([outsider('机房')], ['auditAdmin'])
    const { id } = await accountOf('机房')
    const link = (staffNumber: string) => town.send('PUT', `/api/accounts/${id}/person`, { body: { staffNumber } })
    expect(codeOf(await link('001'))).toEqual([409, 'person-has-account'])
    const { id: leader } = await accountOf('孟岩')
    await town.send('PUT', `/api/accounts/${leader}/person`, { body: { staffNumber: null } })
    expect(codeOf(await link('005'))).toEqual([409, 'account-roles-exclude'])
    expect(codeOf(await link('没有'))).toEqual([422, 'person-not-on-roster'])
    expect((await link('006')).status).toBe(200)
    expect(await accountOf('机房')).toMatchObject({ granted: ['auditAdmin'], fromRoster: ['staff'] })
  })

  test('谁也不能改自己的身份、停用自己、给自己发设置码', async () => {
    expect(codeOf(await give('管理员', ['office', 'leadingGroup']))).toEqual([409, 'account-own'])
    const { id } = await accountOf('管理员')
    const suspend = { body: { reason: '试一试' } }
    expect(codeOf(await town.send('POST', `/api/accounts/${id}/suspend`, suspend))).toEqual([409, 'account-own'])
    const codes = { body: { accountIds: [id] } }
    expect(codeOf(await town.send('POST', '/api/accounts/set-up-codes', codes))).toEqual([409, 'account-own'])
    expect(codeOf(await town.send('POST', `/api/accounts/${id}/reset-second-factor`))).toEqual([
      409,
      'account-own',
    ])
  })

  test('自己对应的人员只能填一次', async () => {
    const { id } = await accountOf('管理员')
    const link = (staffNumber: string | null) =>
      town.send('PUT', `/api/accounts/${id}/person`, { body: { staffNumber } })
    expect((await link('005')).status).toBe(200)
    expect(await accountOf('管理员')).toMatchObject({ fromRoster: ['deputy'], isOwn: true })
    expect(codeOf(await link(null))).toEqual([409, 'account-own'])
    await town.signInPool.query('update membership set staff_number = null where account_id = $1', [id])
  })

  test('页面上的身份已经被别人改过，就不保存', async () => {
    const { id } = await accountOf('驻镇纪检')
    const body = { shown: [], roles: ['finance'] }
    const refused = await town.send('PUT', `/api/accounts/${id}/roles`, { body })
    expect(codeOf(refused)).toEqual([409, 'roles-changed'])
    expect(refused.body.error.message).toContain('现在是“纪检”')
    expect((await accountOf('驻镇纪检')).granted).toEqual(['discipline'])
  })

  test('没有授予身份的权力，开账号时也不能顺手给', async () => {
    const admin = await asColleague(town, { userName: '系统管理员甲', roles: ['systemAdmin'] })
    expect(codeOf(await make([outsider('后门')], ['office'], admin))).toEqual([403, 'not-allowed'])
    expect((await make([outsider('新同事')], [], admin)).status).toBe(200)
    expect(codeOf(await give('新同事', ['office'], admin))).toEqual([403, 'not-allowed'])
    const clerk = await asColleague(town, { userName: '办事员', roles: ['office'] })
    expect(codeOf(await make([outsider('另一个')], [], clerk))).toEqual([403, 'not-allowed'])
    expect((await clerk.send('GET', '/api/accounts')).status).toBe(403)
  })
})

test('示例镇的账号可以授予身份，不能开设、停用、发设置码', async () => {
  await town.send('POST', '/api/sample')
  const { personas } = (await town.send('GET', '/api/session')).body
  const as = async (userName: string) => {
    const { accountId } = personas.find((persona: { userName: string }) => persona.userName === userName)
    await town.send('POST', '/api/session/persona', { body: { accountId } })
  }
  const withRole = (role: string) =>
    personas.find((persona: { roles: string[] }) => persona.roles.includes(role)).userName
  await as(withRole('systemAdmin'))
  const { accounts } = await list()
  expect(accounts.every(({ state }: { state: string }) => state === 'active')).toBe(true)
  expect(JSON.stringify(accounts)).not.toContain('何青')
  const plain = accounts.find(({ granted }: { granted: string[] }) => granted.length === 0)
  expect(codeOf(await make([outsider('多一个人')]))).toEqual([409, 'sample-accounts'])
  const suspend = { body: { reason: '试一试' } }
  expect(codeOf(await town.send('POST', `/api/accounts/${plain.id}/suspend`, suspend))).toEqual([
    409,
    'sample-accounts',
  ])
  await as(withRole('securityAdmin'))
  expect((await give(plain.userName, ['inspector'])).status).toBe(200)
  expect((await accountOf(plain.userName)).granted).toEqual(['inspector'])
})
