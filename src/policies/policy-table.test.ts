import { expect, test } from 'vitest'
import { endpoints } from '../http/contract/endpoints.ts'
import { covers, findBar, needsSecondFactor, reachOf, type Subject } from './permit.ts'
import { actions, policyOf } from './policy-table.ts'
import { effectiveRoles, findConflict, roles, type Role } from './roles.ts'

const subject = (held: readonly Role[], fields: Partial<Subject> = {}): Subject => ({
  by: '甲',
  roles: held,
  staffNumber: '001',
  ownOffices: ['党办'],
  inChargeOf: [],
  ...fields,
})

test('接口用到的动作都写在权限表里，表里的动作也都有接口用到', () => {
  const used = new Set(
    Object.values(endpoints).flatMap(({ access }) => (typeof access === 'object' ? access.action : [])),
  )
  expect([...used].filter((action) => !actions.includes(action))).toEqual([])
  expect(actions.filter((action) => !used.has(action))).toEqual([])
})

test('没有写明的一律不许：没有身份的人什么都不能做', () => {
  expect(actions.filter((action) => reachOf(subject([]), action) !== null)).toEqual([])
})

test('三员与财务看不到成绩，财务看不到台账', () => {
  for (const role of ['systemAdmin', 'securityAdmin', 'auditAdmin', 'finance'] as const)
    expect(policyOf('score.read').by[role], role).toBeUndefined()
  expect(policyOf('entry.read').by.finance).toBeUndefined()
  expect(policyOf('pay-list.read').by.finance).toBe('town')
})

test('能看到的人：本人，或分管办公室的人，括号里外都是它的名称', () => {
  const reach = reachOf(subject(['deputy'], { inChargeOf: ['国土所'] }), 'score.read')
  expect(reach).not.toBeNull()
  if (reach === null) return
  expect(covers(reach, { staffNumber: '009', offices: ['国土所(规划办)'] })).toBe(true)
  expect(covers(reach, { staffNumber: '001', offices: ['党办'] })).toBe(true)
  expect(covers(reach, { staffNumber: '009', offices: ['党办'] })).toBe(false)
})

test('登记的人不能确认，谁也不能确认自己的；督查员只撤得回自己登记的', () => {
  const office = subject(['office'])
  expect(findBar(office, 'entry.confirm', { about: '002', recorder: '甲' })).toBe('recorder')
  expect(findBar(office, 'entry.confirm', { about: '001', recorder: '乙' })).toBe('aboutOneself')
  expect(findBar(office, 'entry.confirm', { about: '002', recorder: '乙' })).toBeNull()
  expect(findBar(office, 'entry.confirm', { about: '002', recorder: '乙', state: 'confirmed' })).toBe('state')
  expect(findBar(subject(['inspector']), 'entry.withdraw', { about: '002', recorder: '乙' })).toBe('notRecorder')
  expect(findBar(subject(['inspector']), 'entry.withdraw', { about: '002', recorder: '甲' })).toBeNull()
  expect(findBar(subject(['inspector', 'office']), 'entry.withdraw', { about: '002', recorder: '乙' })).toBeNull()
})

test('三员两两不能由一人担任，也不能兼考核办、领导、纪检或财务，可以是工作人员', () => {
  expect(findConflict(['systemAdmin', 'auditAdmin'])).toEqual(['systemAdmin', 'auditAdmin'])
  expect(findConflict(['office', 'securityAdmin'])).toEqual(['securityAdmin', 'office'])
  expect(findConflict(['systemAdmin', 'staff'])).toBeNull()
  expect(findConflict(['office', 'inspector', 'leadingGroup'])).toBeNull()
  expect(findConflict(['founder', 'systemAdmin', 'staff'])).toBeNull()
  expect(findConflict(['founder', 'office', 'systemAdmin'])).toEqual(['systemAdmin', 'office'])
  expect(effectiveRoles(['auditAdmin'], ['staff', 'deputy'])).toEqual(['auditAdmin', 'staff'])
  expect(effectiveRoles(['founder', 'systemAdmin'], ['staff'])).toEqual(['systemAdmin', 'staff'])
})

test('能改成绩、工资或设置的，和看得到全镇成绩、工资、审计的身份，登录时都要第二道验证', () => {
  const needing = roles.filter((role) => needsSecondFactor([role]))
  expect(needing).toEqual([
    'leadingGroup',
    'office',
    'inspector',
    'principal',
    'discipline',
    'finance',
    'systemAdmin',
    'securityAdmin',
    'auditAdmin',
    'founder',
    'district',
  ])
})
