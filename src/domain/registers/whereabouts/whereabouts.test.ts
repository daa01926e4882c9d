import { describe, expect, test } from 'vitest'
import { person } from '../../../../test/builders/town.ts'
import { localDate } from '../../primitives/local-date.ts'
import { leaveBodySchema, type LeaveRecord } from '../leave/leave-record.ts'
import type { RegisterFacts } from '../register-facts.ts'
import { dayStatuses, type DayFacts } from './day-status.ts'
import { whereaboutsObserver } from './observe-whereabouts.ts'
import { whereaboutsDefinition, type WhereaboutsRecord } from './whereabouts-record.ts'

const day = localDate('2026-03-02')
const base = {
  id: '00000000-0000-4000-8000-000000000001',
  staffNumber: '001',
  office: null,
  days: { first: day, last: day },
  naturalKey: null,
  revision: 1,
  by: '何青',
}
function said(at: string, body: object): WhereaboutsRecord {
  const parsed = whereaboutsDefinition.bodySchema.parse({ at, ...body })
  return {
    ...base,
    register: 'whereabouts',
    state: 'shown',
    body: parsed,
    at: new Date(`2026-03-02T${at}:00+08:00`),
  }
}
const checked = (at: string, words: string | null = null) => said(at, { kind: 'missing', place: '院内', words })
function leave(body: object = {}, state = 'approved'): LeaveRecord {
  const parsed = leaveBodySchema.parse({ kind: 'personal', ...body })
  return { ...base, register: 'leave', state, body: parsed, at: new Date(0) }
}
function statusAt(time: string | null, changes: Partial<DayFacts> = {}) {
  const facts: DayFacts = {
    day,
    time,
    isWorkingDay: true,
    unsaid: 'in',
    leave: [],
    whereabouts: [],
    onDuty: new Set(),
    ...changes,
  }
  const [status] = dayStatuses([person('001')], facts)
  if (status === undefined) throw new Error('nobody')
  return [status.kind, status.words, status.isAccounted]
}

describe('一天里在哪', () => {
  test.each([
    ['没说话，默认在岗', '09:00', {}, ['in', '在岗', true]],
    ['没说话，要求登记的算未登记', '09:00', { unsaid: 'unknown' }, ['unknown', '未登记去向', false]],
    ['休息日', '09:00', { isWorkingDay: false, unsaid: 'unknown' }, ['off', '休息', true]],
    ['值班', '09:00', { isWorkingDay: false, onDuty: new Set(['001']) }, ['duty', '值班', true]],
    [
      '下村',
      '09:00',
      { whereabouts: [said('08:30', { kind: 'village', place: '石桥村' })] },
      ['village', '下村（石桥村）', true],
    ],
    [
      '后说的算',
      '11:00',
      { whereabouts: [said('08:30', { kind: 'out' }), said('10:00', { kind: 'in' })] },
      ['in', '在岗', true],
    ],
    [
      '过了预计返回时间',
      '11:31',
      { whereabouts: [said('08:30', { kind: 'out', backAt: '11:30' })] },
      ['out', '外出', false],
    ],
    [
      '正好到点不算过',
      '11:30',
      { whereabouts: [said('08:30', { kind: 'out', backAt: '11:30' })] },
      ['out', '外出', true],
    ],
    ['下午的假，上午还在', '09:00', { leave: [leave({ begins: 'noon' })] }, ['in', '在岗', true]],
    ['下午的假，下午请假', '13:00', { leave: [leave({ begins: 'noon' })] }, ['leave', '请假 3月2日下午', true]],
    [
      '请假在先，不管说了什么',
      '09:00',
      { leave: [leave()], whereabouts: [said('08:30', { kind: 'in' })] },
      ['leave', '请假 3月2日', true],
    ],
    ['待批的不算', '09:00', { leave: [leave({}, 'asked')] }, ['in', '在岗', true]],
    ['整天来看', null, { leave: [leave({ begins: 'noon' })] }, ['leave', '请假 3月2日下午', true]],
    ['查岗不改去向', '10:00', { whereabouts: [checked('09:50')] }, ['in', '在岗', true]],
  ] as const)('%s', (_what, time, changes, status) => {
    expect(statusAt(time, changes)).toEqual(status)
  })

  test('借调在外的不上牌', () => {
    const away = person('001', { absences: [{ kind: 'secondment', from: day, to: null, note: '' }] })
    const facts = {
      day,
      time: null,
      isWorkingDay: true,
      unsaid: 'in',
      leave: [],
      whereabouts: [],
      onDuty: new Set<string>(),
    } as const
    expect(dayStatuses([away, person('002')], facts).map(({ staffNumber }) => staffNumber)).toEqual(['002'])
  })
})

describe('去向不明', () => {
  const observe = (
    leaves: readonly LeaveRecord[],
    records = [checked('09:50', '电话未接。'), said('08:00', { kind: 'in' })],
  ) => {
    const facts: RegisterFacts = {
      today: day,
      at: new Date(0),
      days: { first: day, last: day },
      roster: [],
      nameOf: (number) => number,
      calendar: { isWorkingDay: () => true, knownUntil: 2026 },
      setting: () => null,
      recordsOf: () => leaves,
      schemeOn: () => null,
    }
    return whereaboutsObserver.observe(records, facts)
  }
  test('发现一次提一次；登记去向不提', () => {
    expect(observe([])).toMatchObject([
      {
        kind: 'whereabouts-unknown',
        quantity: 100,
        place: '院内',
        words: '09:50查岗不在，去向告示牌没有注明：电话未接。',
      },
    ])
  })
  test('那半天补了假的，不提；另半天的假不顶用', () => {
    expect(observe([leave({ ends: 'noon' })])).toEqual([])
    expect(observe([leave({ begins: 'noon' })])).toHaveLength(1)
    expect(observe([leave({}, 'refused')])).toHaveLength(1)
  })
})
