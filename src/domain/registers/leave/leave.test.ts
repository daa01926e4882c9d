import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { person } from '../../../../test/builders/town.ts'
import { addDays, localDate, yearSpan, type LocalDate } from '../../primitives/local-date.ts'
import { quantity } from '../../primitives/quantity.ts'
import type { WorkingCalendar } from '../../primitives/working-calendar.ts'
import type { RegisterFacts } from '../register-facts.ts'
import { approvalWay, type ApprovalFacts } from './approvers.ts'
import { leaveBodySchema, leaveDays, leaveDefinition, leaveSpanWords, type LeaveRecord } from './leave-record.ts'
import { leaveBalancesName } from './leave-settings.ts'
import {
  findAskingRefusal,
  findReasonRefusal,
  takeLeaveStep,
  type AskingFacts,
  type LeaveDeed,
} from './leave-steps.ts'
import { leaveObserver } from './observe-leave.ts'
import { seniorityBalance } from './seniority-balance.ts'

/** Monday to Friday. 2026-03-02 is a Monday. */
const calendar: WorkingCalendar = {
  isWorkingDay: (day) => ![0, 6].includes(new Date(`${day}T00:00:00Z`).getUTCDay()),
  knownUntil: 2026,
}

let made = 0
function leave(first: string, last: string, fields: object = {}, state = 'registered'): LeaveRecord {
  made += 1
  const { staffNumber = '001', ...body } = fields as { staffNumber?: string }
  return {
    id: `00000000-0000-4000-8000-${String(made).padStart(12, '0')}`,
    register: 'leave',
    staffNumber,
    office: null,
    days: { first: localDate(first), last: localDate(last) },
    state,
    naturalKey: null,
    body: leaveBodySchema.parse({ kind: 'personal', reason: '家事', ...body }),
    revision: 1,
    at: new Date(0),
    by: '张三',
  }
}

describe('请假几天', () => {
  test.each([
    ['一天', leave('2026-03-02', '2026-03-02'), 100],
    ['上午', leave('2026-03-02', '2026-03-02', { ends: 'noon' }), 50],
    ['下午', leave('2026-03-02', '2026-03-02', { begins: 'noon' }), 50],
    ['下午起、第三天上午止', leave('2026-03-02', '2026-03-04', { begins: 'noon', ends: 'noon' }), 200],
    ['跨周末，只算工作日', leave('2026-03-06', '2026-03-09'), 200],
    ['全是周末', leave('2026-03-07', '2026-03-08'), 0],
    ['产假连周末一起算', leave('2026-03-06', '2026-03-09', { kind: 'maternity' }), 400],
    ['提前一天半销假', leave('2026-03-02', '2026-03-04', { back: { on: '2026-03-03', at: 'noon' } }), 150],
  ])('%s', (_what, record, days) => {
    expect(leaveDays(record, calendar)).toBe(days)
  })

  test('写法', () => {
    const words = (record: LeaveRecord) => leaveSpanWords(record.days, record.body)
    expect(words(leave('2026-03-02', '2026-03-02', { begins: 'noon' }))).toBe('3月2日下午')
    expect(words(leave('2026-03-02', '2026-03-04', { ends: 'noon' }))).toBe('3月2日—3月4日上午')
    expect(
      leaveDefinition.fault?.(
        leave('2026-03-02', '2026-03-02', { begins: 'noon', ends: 'noon' }),
        localDate('2026-03-02'),
      )?.key,
    ).toBe('ends')
  })
})

const roster = [
  person('001', { name: '何青', office: '党办' }),
  person('010', { name: '李分管', office: '', post: '分管领导', inChargeOf: ['党办'] }),
  person('011', { name: '王分管', office: '', post: '分管领导', inChargeOf: ['国土所(规划办)'] }),
  person('012', { name: '规划员', office: '规划办' }),
  person('013', { name: '没人管', office: '水管站' }),
  person('020', { name: '赵书记', office: '', post: '主要领导' }),
]
const settings = { shortLeave: quantity(100), standIns: [] }
const facts = (changes: Partial<ApprovalFacts> = {}): ApprovalFacts => ({
  today: localDate('2026-03-02'),
  roster,
  isAway: () => false,
  settings,
  ...changes,
})
const standIn = (absent: string, by: string) => ({
  absent,
  standIn: by,
  from: localDate('2026-03-01'),
  to: localDate('2026-03-05'),
})
function asked(staffNumber: string, days: number, changes: Partial<ApprovalFacts> = {}) {
  const asker = (changes.roster ?? roster).find((one) => one.staffNumber === staffNumber)
  if (asker === undefined) throw new Error('nobody')
  const way = approvalWay(asker, quantity(days), facts(changes))
  if (way.kind !== 'approved') return way.kind
  return way.approvers.map(({ name, onBehalfOf }) => (onBehalfOf === null ? name : `${name}代${onBehalfOf.name}`))
}

describe('谁来批', () => {
  test('一天以内分管领导，超过一天主要领导；办公室的括号名也认', () => {
    expect(asked('001', 100)).toEqual(['李分管'])
    expect(asked('001', 150)).toEqual(['赵书记'])
    expect(asked('012', 50)).toEqual(['王分管'])
    expect(asked('013', 50)).toEqual(['赵书记'])
  })
  test('分管领导的假主要领导批，主要领导的只备案', () => {
    expect(asked('010', 50)).toEqual(['赵书记'])
    expect(asked('020', 500)).toBe('registered-only')
    expect(asked('001', 200, { roster: roster.slice(0, 4) })).toBe('nobody')
  })
  test('领导不在：指定的代理人；没有指定，分管领导由主要领导代；主要领导自己在外也批', () => {
    const away = (...numbers: string[]) => ({ isAway: (one: string) => numbers.includes(one) })
    expect(asked('001', 100, away('010'))).toEqual(['赵书记代李分管'])
    const named = { settings: { ...settings, standIns: [standIn('010', '011'), standIn('020', '010')] } }
    expect(asked('001', 100, named)).toEqual(['王分管代李分管'])
    expect(asked('001', 200, named)).toEqual(['李分管代赵书记'])
    expect(asked('001', 100, { ...named, ...away('011') })).toEqual(['赵书记代李分管'])
    expect(asked('001', 200, away('020'))).toEqual(['赵书记'])
    expect(asked('001', 100, { ...named, today: localDate('2026-03-06') })).toEqual(['李分管'])
  })
  test('代理人就是本人的，不批自己的', () => {
    const named = { settings: { ...settings, standIns: [standIn('020', '010')] } }
    expect(asked('010', 100, named)).toEqual(['赵书记'])
  })

  test('随便谁、几天、谁不在、谁代谁：没有一条路批自己的假，也没有职员来批', () => {
    const numbers = roster.map(({ staffNumber }) => staffNumber)
    const anyone = fc.constantFrom(...numbers)
    fc.assert(
      fc.property(
        anyone,
        fc.integer({ min: 1, max: 10 }),
        fc.uniqueArray(anyone),
        fc.array(fc.tuple(anyone, anyone), { maxLength: 4 }),
        (asker, halves, away, named) => {
          const one = roster.find(({ staffNumber }) => staffNumber === asker)
          if (one === undefined) throw new Error('nobody')
          const way = approvalWay(
            one,
            quantity(halves * 50),
            facts({
              isAway: (number) => away.includes(number),
              settings: { ...settings, standIns: named.map(([left, right]) => standIn(left, right)) },
            }),
          )
          if (way.kind !== 'approved') return way.kind === (asker === '020' ? 'registered-only' : 'nobody')
          for (const { staffNumber } of way.approvers) {
            expect(staffNumber).not.toBe(asker)
            expect(roster.find((other) => other.staffNumber === staffNumber)?.post).not.toBe('工作人员')
            const record = leave('2026-03-09', '2026-03-09', { staffNumber: asker }, 'asked')
            const deed = { step: 'approved', reason: '', decider: asker, way } as const
            const today = { today: localDate('2026-03-02'), isAfternoon: false, calendar }
            expect(takeLeaveStep(record, deed, today).ok).toBe(false)
          }
          return way.approvers.length > 0
        },
      ),
    )
  })
})

describe('请假、批、备案、销假', () => {
  const way = {
    kind: 'approved',
    post: '分管领导',
    approvers: [{ staffNumber: '010', name: '李分管', onBehalfOf: { staffNumber: '011', name: '王分管' } }],
  } as const
  const on = (today: string, isAfternoon = false) => ({ today: localDate(today), isAfternoon, calendar })
  const approve = { step: 'approved', reason: '', decider: '010', way } as const
  const take = (record: LeaveRecord, deed: LeaveDeed, today: string) => {
    const taken = takeLeaveStep(record, deed, on(today))
    return taken.ok ? { ...record, ...taken.value } : taken.refusal.code
  }

  test('一路走完；代谁批的写在批语里', () => {
    const start = leave('2026-03-02', '2026-03-03', {}, 'asked')
    const approved = take(start, approve, '2026-03-01')
    expect(approved).toMatchObject({
      state: 'approved',
      body: { decision: { name: '李分管', onBehalfOf: '王分管' } },
    })
    if (typeof approved === 'string') throw new Error(approved)
    const registered = take(approved, { step: 'registered' }, '2026-03-01')
    expect(registered).toMatchObject({ state: 'registered', body: { registeredOn: '2026-03-01' } })
    if (typeof registered === 'string') throw new Error(registered)
    const back = (day: string, at: 'morning' | 'noon' = 'morning') =>
      take(registered, { step: 'returned', on: localDate(day), at }, '2026-03-31')
    expect(back('2026-03-04')).toMatchObject({ state: 'returned' })
    expect(back('2026-03-04', 'noon')).toMatchObject({ state: 'overstayed' })
    expect(back('2026-03-03')).toMatchObject({ state: 'returned' })
    expect(back('2026-03-02')).toBe('leave-not-begun')
    expect(back('2026-04-01')).toBe('leave-return-ahead')
  })

  test.each([
    [
      '不是他批',
      leave('2026-03-02', '2026-03-02', {}, 'asked'),
      { ...approve, decider: '099' },
      'leave-not-approver',
    ],
    [
      '不批要有理由',
      leave('2026-03-02', '2026-03-02', {}, 'asked'),
      { ...approve, step: 'refused' },
      'leave-reason-missing',
    ],
    ['批过了', leave('2026-03-02', '2026-03-02', {}, 'approved'), approve, 'leave-state'],
    ['没批就备案', leave('2026-03-02', '2026-03-02', {}, 'asked'), { step: 'registered' }, 'leave-state'],
    [
      '已经休了，自己撤不了',
      leave('2026-02-02', '2026-03-02', {}, 'registered'),
      { step: 'withdrawn' },
      'leave-begun',
    ],
    [
      '不批的销不了假',
      leave('2026-03-02', '2026-03-02', {}, 'refused'),
      { step: 'returned', on: localDate('2026-03-02'), at: 'noon' },
      'leave-state',
    ],
  ] as const)('%s', (_what, record, deed, code) => {
    expect(take(record, deed, '2026-03-02')).toBe(code)
  })

  const asking = (changes: Partial<AskingFacts> = {}): AskingFacts => ({
    today: localDate('2026-03-02'),
    calendar,
    others: [],
    grantedIn: () => quantity(200),
    way,
    ...changes,
  })
  test.each([
    ['没有工作日', leave('2026-03-07', '2026-03-08'), {}, 'leave-no-days'],
    ['没写事由', leave('2026-03-09', '2026-03-09', { reason: null }), {}, 'leave-reason-missing'],
    ['工龄假不用事由', leave('2026-03-09', '2026-03-09', { kind: 'seniority', reason: null }), {}, undefined],
    [
      '补假要有事由',
      leave('2026-02-27', '2026-02-27', { kind: 'seniority', reason: null }),
      {},
      'leave-reason-missing',
    ],
    [
      '和别的假重',
      leave('2026-03-09', '2026-03-10'),
      { others: [leave('2026-03-10', '2026-03-10')] },
      'leave-overlaps',
    ],
    [
      '没批的、撤了的不挡',
      leave('2026-03-09', '2026-03-10'),
      { others: [leave('2026-03-10', '2026-03-10', {}, 'refused')] },
      undefined,
    ],
    [
      '上午和下午不重',
      leave('2026-03-09', '2026-03-09', { ends: 'noon' }),
      { others: [leave('2026-03-09', '2026-03-09', { begins: 'noon' })] },
      undefined,
    ],
    [
      '工龄假没有登记天数',
      leave('2026-03-09', '2026-03-09', { kind: 'seniority' }),
      { grantedIn: () => null },
      'leave-balance-unknown',
    ],
    ['工龄假不够', leave('2026-03-09', '2026-03-11', { kind: 'seniority' }), {}, 'leave-balance-short'],
    [
      '工龄假抵了事假就不够了',
      leave('2026-03-09', '2026-03-10', { kind: 'seniority' }),
      { others: [leave('2026-03-11', '2026-03-11', {}, 'asked')] },
      'leave-balance-short',
    ],
    ['没有人能批', leave('2026-03-09', '2026-03-09'), { way: { kind: 'nobody' } }, 'leave-no-approver'],
  ] as const)('%s', (_what, record, changes, code) => {
    const facts = asking(changes)
    expect((findAskingRefusal(record, facts) ?? findReasonRefusal(record, facts.today))?.code).toBe(code)
  })
})

function factsOf(changes: Partial<RegisterFacts> & { readonly balances?: object }): RegisterFacts {
  const { balances, ...rest } = changes
  return {
    today: localDate('2026-12-31'),
    at: new Date('2026-12-31T00:00:00Z'),
    days: yearSpan(2026),
    roster,
    nameOf: (number) => number,
    calendar,
    setting: (name) => (name === leaveBalancesName ? (balances ?? { 2026: { '001': 200 } }) : null),
    recordsOf: () => [],
    schemeOn: () => null,
    ...rest,
  }
}
const observed = (records: readonly LeaveRecord[], changes: Parameters<typeof factsOf>[0] = {}) =>
  leaveObserver.observe(records, factsOf(changes)).map(({ factKey, quantity: amount }) => [factKey, amount])

describe('事假抵工龄假，超出一天提一天', () => {
  const two = leave('2026-03-02', '2026-03-03')
  test('抵得完不提；超出的逐天提，半天就是半天', () => {
    expect(observed([two])).toEqual([])
    expect(observed([two, leave('2026-03-05', '2026-03-06', { ends: 'noon' })])).toEqual([
      ['personal-leave-over/001/2026-03-05', 100],
      ['personal-leave-over/001/2026-03-06', 50],
    ])
  })
  test('工龄假先占；病假、公差不占；待批、不批的不算', () => {
    const others = [
      leave('2026-04-01', '2026-04-01', { kind: 'sick' }),
      leave('2026-04-02', '2026-04-02', { kind: 'official' }),
      leave('2026-04-03', '2026-04-03', {}, 'asked'),
      leave('2026-04-06', '2026-04-06', {}, 'refused'),
    ]
    expect(observed([two, ...others])).toEqual([])
    expect(observed([two, leave('2026-11-02', '2026-11-02', { kind: 'seniority' })])).toEqual([
      ['personal-leave-over/001/2026-03-03', 100],
    ])
  })
  test('没有登记工龄假天数的不提；登记为零的每天都超；还没到的日子不提', () => {
    expect(observed([two], { balances: {} })).toEqual([])
    expect(observed([two], { balances: { 2026: { '001': 0 } }, today: localDate('2026-03-02') })).toEqual([
      ['personal-leave-over/001/2026-03-02', 100],
    ])
  })
  test('超假的工作日逐天提；事后补了假的不提', () => {
    const late = leave('2026-03-02', '2026-03-03', { back: { on: '2026-03-06', at: 'noon' } }, 'overstayed')
    expect(observed([late])).toEqual([
      ['overstayed-leave/001/2026-03-04', 100],
      ['overstayed-leave/001/2026-03-05', 100],
      ['overstayed-leave/001/2026-03-06', 50],
    ])
    expect(observed([late, leave('2026-03-04', '2026-03-05', { kind: 'sick' })])).toEqual([
      ['overstayed-leave/001/2026-03-06', 50],
    ])
  })

  test('随便怎样请：每半天只算一次；抵的加超的就是事假；抵的不过剩下的；不论先后', () => {
    const start = localDate('2026-03-02')
    const any = fc.record({
      from: fc.integer({ min: 0, max: 20 }),
      length: fc.integer({ min: 0, max: 5 }),
      kind: fc.constantFrom('personal' as const, 'seniority' as const, 'sick' as const),
      begins: fc.constantFrom('morning' as const, 'noon' as const),
      ends: fc.constantFrom('noon' as const, 'evening' as const),
    })
    const dayAt = (days: number): LocalDate => addDays(start, days)
    fc.assert(
      fc.property(fc.array(any, { maxLength: 8 }), fc.integer({ min: 0, max: 12 }), (list, halves) => {
        const records = list.map(({ from, length, ...body }) => leave(dayAt(from), dayAt(from + length), body))
        const granted = quantity(halves * 50)
        const balance = seniorityBalance(records, { year: 2026, granted, calendar })
        expect(balance.setOff + balance.over).toBe(balance.personal)
        expect(balance.setOff).toBe(Math.min(balance.personal, Math.max(0, granted - balance.taken)))
        expect(balance.daysOver.reduce((sum, { amount }) => sum + amount, 0)).toBe(balance.over)
        expect(balance.left).toBe(granted - balance.taken - balance.setOff)
        // 27 days from a Monday on hold 19 working days.
        expect(balance.personal + balance.taken).toBeLessThanOrEqual(1900)
        for (const { amount } of balance.daysOver) expect([50, 100]).toContain(amount)
        const turned = seniorityBalance(records.toReversed(), { year: 2026, granted, calendar })
        const once = new Set(records.map(({ body }) => body.kind))
        if (once.size === 1) expect(turned).toEqual(balance)
        expect(turned.taken).toBe(balance.taken)
        expect(turned.over).toBe(balance.over)
      }),
    )
  })
})
