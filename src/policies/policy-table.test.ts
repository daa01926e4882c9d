import { expect, test } from 'vitest'
import { endpoints } from '../http/contract/endpoints.ts'
import { isAction, isAllowed } from './policy-table.ts'

const actions = Object.values(endpoints).flatMap(({ access }) =>
  typeof access === 'object' ? [access.action] : [],
)

test('接口用到的每个动作都写在权限表里', () => {
  expect(actions.length).toBeGreaterThan(20)
  expect(actions.filter((action) => !isAction(action))).toEqual([])
})

test('开设账号者暂时担任所有角色', () => {
  expect(actions.filter((action) => !isAllowed('owner', action))).toEqual([])
})

test('没有写明的动作和身份一律不许', () => {
  expect(isAllowed('owner', 'ledger.erase')).toBe(false)
  expect(isAllowed('owner', 'toString')).toBe(false)
  expect(isAllowed('visitor', 'entry.record')).toBe(false)
  expect(isAllowed('constructor', 'entry.record')).toBe(false)
})
