import { expect, test } from 'vitest'
import { localDate } from '../../domain/primitives/local-date.ts'
import type { Role } from '../roles.ts'
import { dueOf } from './due-of.ts'
import { dutyMatters, gatheringMatters } from './roll-matters.ts'

const calendar = { isWorkingDay: () => true, knownUntil: 2027 }
const day = { today: localDate('2026-03-05'), calendar }
const someone = (staffNumber: string | null, role: Role = 'staff') => ({
  by: '某人',
  roles: [role],
  staffNumber,
  ownOffices: [],
  inChargeOf: [],
})
const turn = {
  id: 't',
  staffNumber: '1',
  day: localDate('2026-03-07'),
  madeOn: localDate('2026-02-20'),
  isPlanned: true,
  askedOf: '2',
}
const gathering = {
  id: 'g',
  title: '例会',
  day: localDate('2026-03-06'),
  startsAt: '09:00',
  calledOn: localDate('2026-03-03'),
  awaited: ['1'],
}

test('下一班只告诉本人，换班请求只告诉被请的人', () => {
  const kinds = (staffNumber: string | null, role?: Role) =>
    dueOf(dutyMatters([turn]), someone(staffNumber, role), day).map(({ kind, about, dueOn }) => [
      kind,
      about,
      dueOn,
    ])
  expect(kinds('1')).toEqual([['duty-next', '2026-03-07', '2026-03-07']])
  expect(kinds('2')).toEqual([['duty-swap', '2026-03-07', '2026-03-07']])
  expect(kinds(null, 'office')).toEqual([])
})

test('召集了谁告诉谁；过去了还没有结束点名的，告诉考核办', () => {
  const told = (facts: typeof gathering, staffNumber: string | null, role?: Role) =>
    dueOf(gatheringMatters([facts], day), someone(staffNumber, role), day)
  expect(told(gathering, '1')).toMatchObject([
    { kind: 'gathering-called', about: '2026-03-06 09:00 例会', path: '/sign-in-at/g' },
  ])
  expect(told(gathering, '2')).toEqual([])
  const past = { ...gathering, day: localDate('2026-03-02') }
  expect(told(past, '1')).toEqual([])
  expect(told(past, null, 'office')).toMatchObject([{ kind: 'roll-open', isOverdue: true, dueOn: '2026-03-04' }])
})
