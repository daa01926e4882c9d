import { expect, test } from 'vitest'
import { localDate } from '../../../domain/primitives/local-date.ts'
import type { AccountView } from '../../../http/contract/town-accounts.ts'
import { readFirstSteps } from './first-steps.ts'

const account = (userName: string, changes: Partial<AccountView>): AccountView => ({
  id: userName,
  userName,
  person: null,
  granted: [],
  fromRoster: [],
  state: 'active',
  hasSecondFactor: false,
  lastSeenAt: null,
  createdAt: '2026-11-20T02:00:00.000Z',
  createdBy: null,
  codeUntil: null,
  isOwn: false,
  ...changes,
})
const founder = account('管理员', { isOwn: true, granted: ['office', 'leadingGroup', 'founder'] })
const empty = {
  progress: {
    hasDraft: false,
    people: 0,
    entries: 0,
    unconfirmedEntries: 0,
    openProposals: 0,
    openCorrections: 0,
    marks: 0,
    proposals: { open: [], rejected: [] },
    waitingProceedings: 0,
    noticedBulletins: 0,
  },
  schemeVersion: null,
}

test('自己一个人，只有镇这一步做好了', () => {
  expect(readFirstSteps([founder], empty).isDone).toEqual({
    town: true,
    leadingGroup: false,
    office: false,
    roster: false,
    regulation: false,
  })
})

test('开了账号还没有启用的不算，停用的也不算', () => {
  const accounts = [
    founder,
    account('孟岩', { granted: ['leadingGroup'], state: 'waiting' }),
    account('丁岚', { granted: ['office'], state: 'suspended' }),
  ]
  const steps = readFirstSteps(accounts, empty)
  expect(steps.leadingGroup).toEqual({ active: [], waiting: ['孟岩'] })
  expect(steps.office).toEqual({ active: [], waiting: [] })
  expect([steps.isDone.leadingGroup, steps.isDone.office]).toEqual([false, false])
})

test('有了同事、花名册和通过的方案，五步都做完', () => {
  const accounts = [founder, account('孟岩', { granted: ['leadingGroup', 'office'] })]
  const done = readFirstSteps(accounts, {
    progress: { ...empty.progress, people: 60 },
    schemeVersion: { version: 1, effectiveFrom: localDate('2026-01-01') },
  })
  expect(Object.values(done.isDone).every(Boolean)).toBe(true)
  expect(done.leadingGroup.active).toEqual(['孟岩'])
})
