import { afterAll, beforeAll, expect, test } from 'vitest'
import { person } from '../../test/builders/town.ts'
import { asColleague, employ, startTown, type Answered, type SignedInTown } from '../../test/support/town-app.ts'
import { localDate } from '../domain/primitives/local-date.ts'

const roster = [
  person('001', { name: '何青' }),
  person('002', { name: '单晓云', office: '综治办' }),
  person('003', { name: '吕平', office: '综治办' }),
  person('005', { name: '孟岩', post: '分管领导', office: '', inChargeOf: ['综治办'] }),
  person('006', { name: '钟书', post: '主要领导', office: '' }),
  person('009', { name: '沈砚', post: '主要领导', office: '' }),
  person('007', { name: '将任的人', to: localDate('2026-12-31') }),
  person('007', { name: '将任的人', post: '分管领导', office: '', from: localDate('2027-01-01') }),
  person('008', { name: '卸任的人', post: '分管领导', office: '', to: localDate('2026-06-30') }),
]

let town: SignedInTown
let system: SignedInTown
let security: SignedInTown
beforeAll(async () => {
  town = await startTown()
  await employ(town, roster)
  system = await asColleague(town, { userName: '系统员', roles: ['systemAdmin'] })
  security = await asColleague(town, { userName: '安全员', roles: ['securityAdmin'] })
})
afterAll(() => town.stop())

const codeOf = ({ status, body }: Answered) => [status, body.error?.code]

async function link(userName: string, staffNumber: string | null, by: SignedInTown): Promise<Answered> {
  const { accounts } = (await system.send('GET', '/api/accounts')).body
  const { id } = accounts.find((account: { userName: string }) => account.userName === userName)
  return by.send('PUT', `/api/accounts/${id}/person`, { body: { staffNumber } })
}

test('主要领导的账号，系统管理员拿不开，也就开不出替身；安全管理员可以', async () => {
  await asColleague(town, { userName: '钟书', roles: [], staffNumber: '006' })
  const refused = await link('钟书', null, system)
  expect(codeOf(refused)).toEqual([409, 'link-guarded'])
  expect(refused.body.error.message).toContain('请由安全管理员来改')
  const body = { accounts: [{ staffNumber: '006', userName: '替身' }], roles: [] }
  expect((await system.send('POST', '/api/accounts', { body })).body).toEqual({
    slips: [],
    leftOut: [{ staffNumber: '006', userName: '钟书' }],
  })
  expect((await link('钟书', null, security)).status).toBe(200)
  expect((await link('钟书', '006', security)).status).toBe(200)
})

test.each(['005', '006', '007'])('普通账号，系统管理员对应不到现任或将任的领导 %s', async (staffNumber) => {
  const userName = `没有身份的${staffNumber}`
  await town.signInPool.query(`update membership set staff_number = null where staff_number = $1`, [staffNumber])
  await asColleague(town, { userName, roles: [] })
  expect(codeOf(await link(userName, staffNumber, system))).toEqual([409, 'link-guarded'])
  expect((await link(userName, staffNumber, security)).status).toBe(200)
})

test('考核办的人对应着谁，系统管理员改不了：拿开了，就能确认自己的记录', async () => {
  await asColleague(town, { userName: '何青', roles: ['office'], staffNumber: '001' })
  expect(codeOf(await link('何青', null, system))).toEqual([409, 'link-guarded'])
  expect(codeOf(await link('何青', '002', system))).toEqual([409, 'link-guarded'])
  expect((await link('何青', '002', security)).status).toBe(200)
})

test('没有身份的工作人员和已经卸任的，系统管理员照样对应', async () => {
  await asColleague(town, { userName: '新同事', roles: [] })
  expect((await link('新同事', '003', system)).status).toBe(200)
  expect((await link('新同事', '008', system)).status).toBe(200)
  expect((await link('新同事', null, system)).status).toBe(200)
})

test('自己的对应，安全管理员也改不了', async () => {
  expect(codeOf(await link('安全员', '003', security))).toEqual([409, 'account-own'])
})

test('主要领导没有第二道验证，成绩和工资都看不到', async () => {
  const leader = await asColleague(town, { userName: '沈砚', roles: [], staffNumber: '009' })
  await town.signInPool.query(
    `delete from totp where account_id in (select id from account where user_name = '沈砚')`,
  )
  await town.signInPool.query(
    `update session set second_factor_at = null
       where account_id in (select id from account where user_name = '沈砚')`,
  )
  for (const path of ['/api/standings', '/api/pay'])
    expect(codeOf(await leader.send('GET', path))).toEqual([403, 'second-factor-needed'])
})
