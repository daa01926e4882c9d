import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  addDays,
  localDate,
  startOfTownDay,
  townDay,
  yearSpan,
  type LocalDate,
} from '../../primitives/local-date.ts'
import { anyRegister } from '../register-definition.ts'
import type { RegisterFacts } from '../register-facts.ts'
import { taskObserver } from './observe-tasks.ts'
import { columnOf, dutyWindows, isOverdue, minutesLate } from './task-progress.ts'
import { taskBodySchema, taskDefinition, type TaskRecord } from './task-record.ts'
import { takeTaskStep, type TaskStep } from './task-steps.ts'

let made = 0
type Fields = {
  readonly first?: string
  readonly last?: string
  readonly state?: string
  readonly staffNumber?: string | null
  readonly office?: string
  readonly [field: string]: unknown
}
function task({ first = '2026-03-02', last = '2026-03-09', state = 'open', ...fields }: Fields = {}): TaskRecord {
  made += 1
  const { staffNumber = '013', office = null, ...body } = fields
  return {
    id: `00000000-0000-4000-8000-${String(made).padStart(12, '0')}`,
    register: 'task',
    staffNumber,
    office,
    days: { first: localDate(first), last: localDate(last) },
    state,
    naturalKey: null,
    body: taskBodySchema.parse({ title: '报送排查情况', ...body }),
    revision: 1,
    at: new Date(0),
    by: '丁岚',
  }
}

/** By the town's clock. */
const moment = (text: string) => new Date(`${text.replace(' ', 'T')}+08:00`)

function handing(at: string, judged: 'passed' | 'failed' | 'returned' | null = null, day = at.slice(0, 10)) {
  made += 1
  return {
    id: String(made),
    day,
    at: moment(at).toISOString(),
    by: '蔺小满',
    words: '',
    judged,
    judgedWords: null,
  }
}

function factsAt(at: Date): RegisterFacts {
  return {
    today: townDay(at.getTime()),
    at,
    days: yearSpan(2026),
    roster: [],
    nameOf: (staffNumber) => staffNumber,
    calendar: { isWorkingDay: () => true, knownUntil: 2026 },
    setting: () => null,
    recordsOf: () => [],
    schemeOn: () => null,
  }
}
const seen = (record: TaskRecord, at: string) => taskObserver.observe([record], factsAt(moment(at)))

describe('逾期', () => {
  test.each([
    ['截止当天不算', {}, '2026-03-09 23:59:59', false],
    ['过了当天算', {}, '2026-03-10 00:00:00', true],
    ['写明17:00的，17:00这一分钟不算', { time: '17:00' }, '2026-03-09 17:00:59', false],
    ['写明17:00的，17:01算', { time: '17:00' }, '2026-03-09 17:01:00', true],
    ['当天最后一分钟交的不算', { handings: [handing('2026-03-09 23:59:59')] }, '2026-03-20 08:00', false],
    ['第二天才交的算', { handings: [handing('2026-03-10 00:00:00')] }, '2026-03-20 08:00', true],
    [
      '交了被退回、没有再交的算',
      { handings: [handing('2026-03-08 09:00', 'returned')] },
      '2026-03-20 08:00',
      true,
    ],
    ['评定合格的不算', { handings: [handing('2026-03-08 09:00', 'passed')] }, '2026-03-20 08:00', false],
    ['评定不合格的等于没有交', { handings: [handing('2026-03-08 09:00', 'failed')] }, '2026-03-20 08:00', true],
    [
      '纸质交来、考核办后补登记的，按交来那天',
      { handings: [handing('2026-03-12 09:00', null, '2026-03-09')] },
      '2026-03-20 08:00',
      false,
    ],
  ])('%s', (_what, fields, at, expected) => {
    expect(isOverdue(task(fields), moment(at))).toBe(expected)
    expect(seen(task(fields), at)).toHaveLength(expected ? 1 : 0)
  })

  test('一件任务每个责任人只提一次，写明应于哪天、怎样；取消的没有', () => {
    const late = task({ handings: [handing('2026-03-12 09:00')], state: 'handed-in' })
    const [fact] = seen(late, '2026-04-01 08:00')
    expect(fact).toMatchObject({
      kind: 'task-overdue',
      factKey: `task/${late.id}/013`,
      occurredOn: '2026-03-09',
      quantity: 100,
      words: '督办“报送排查情况”，应于3月9日前完成，2026-03-12才交。',
    })
    expect(seen(late, '2026-05-01 08:00')).toEqual([fact])
    expect(seen({ ...late, state: 'cancelled' }, '2026-05-01 08:00')).toEqual([])
    const ofOffice = task({ staffNumber: null, office: '党办', people: ['009', '013'] })
    expect(seen(ofOffice, '2026-05-01 08:00').map(({ staffNumber }) => staffNumber)).toEqual(['009', '013'])
  })

  test('延期以后没有到期，这件事就没有了；再次到期又有', () => {
    const open = task()
    expect(seen(open, '2026-03-10 08:00')).toHaveLength(1)
    const extended = takeTaskStep(
      open,
      { step: 'extended', last: localDate('2026-03-20'), time: null },
      moment('2026-03-11 08:00'),
    )
    expect(extended.ok).toBe(true)
    const after = { ...open, ...(extended.ok ? extended.value : {}) }
    expect(seen(after, '2026-03-20 23:59')).toEqual([])
    expect(seen(after, '2026-03-21 00:00')).toEqual([
      expect.objectContaining({ factKey: `task/${open.id}/013`, occurredOn: '2026-03-20' }),
    ])
  })
})

describe('经常性工作', () => {
  const monthly = (fields: object = {}) =>
    task({
      kind: 'recurring',
      title: '党务公开',
      window: 'month',
      pieces: 100,
      first: '2026-01-01',
      last: '2026-12-31',
      ...fields,
    })

  test('周期过完才算；少几期记几', () => {
    const duty = monthly({ pieces: 300, handings: [handing('2026-01-31 23:59'), handing('2026-02-01 00:00')] })
    expect(seen(duty, '2026-01-31 23:59')).toEqual([])
    expect(seen(duty, '2026-02-01 00:00')).toEqual([
      expect.objectContaining({
        kind: 'recurring-duty-short',
        factKey: `task/${duty.id}/2026-01-01/013`,
        occurredOn: '2026-01-31',
        quantity: 200,
        variant: '党务公开',
        words: '党务公开，1月1日—1月31日应3期，完成1期，少2期。',
      }),
    ])
  })

  test('起止日期切断的周期不算', () => {
    const duty = monthly({ window: 'quarter', first: '2026-02-01', last: '2026-11-30' })
    expect(dutyWindows(duty, localDate('2027-01-01')).map(({ span }) => span.first)).toEqual([
      '2026-04-01',
      '2026-07-01',
    ])
  })

  test('退回的一期不算', () => {
    const duty = monthly({
      handings: [handing('2026-01-10 09:00', 'returned'), handing('2026-01-20 09:00', 'passed')],
    })
    expect(dutyWindows(duty, localDate('2026-02-01'))[0]).toMatchObject({ handedIn: 1, missing: 0, isEnded: true })
  })

  test('不论怎样交，每期数进恰好一个周期；少的加交的不少于应交的', () => {
    const day = fc.integer({ min: 0, max: 364 }).map((days) => addDays(localDate('2026-01-01'), days))
    const window = fc.constantFrom('month', 'quarter', 'year')
    fc.assert(
      fc.property(fc.array(day, { maxLength: 40 }), window, fc.integer({ min: 1, max: 5 }), (days, every, due) => {
        const duty = monthly({
          window: every,
          pieces: due * 100,
          handings: days.map((one) => handing(`${one} 10:00`)),
        })
        const windows = dutyWindows(duty, localDate('2027-01-01'))
        expect(windows.reduce((sum, { handedIn }) => sum + handedIn, 0)).toBe(days.length)
        for (const { missing, handedIn, isEnded } of windows) {
          expect(isEnded).toBe(true)
          expect(missing).toBe(Math.max(0, due - handedIn))
        }
        const facts = seen(duty, '2027-01-01 00:00')
        expect(new Set(facts.map(({ factKey }) => factKey)).size).toBe(facts.length)
      }),
    )
  })
})

describe('限时上报', () => {
  const incident = (fields: object = {}) =>
    task({
      kind: 'incident',
      first: '2026-03-10',
      last: '2026-03-10',
      time: '09:00',
      title: '林权纠纷',
      ...fields,
    })

  test.each([
    ['正好48小时', { reportedOn: '2026-03-12', reportedTime: '09:00' }, 0],
    ['晚一分钟', { reportedOn: '2026-03-12', reportedTime: '09:01' }, 1],
    ['24小时的', { hours: 2400, reportedOn: '2026-03-12', reportedTime: '09:00' }, 24 * 60],
  ])('%s', (_what, fields, late) => {
    expect(minutesLate(incident(fields), moment('2026-03-20 08:00'))).toBe(late)
    expect(seen(incident({ ...fields, state: 'done' }), '2026-03-20 08:00')).toHaveLength(late > 0 ? 1 : 0)
  })

  test('没有上报的，过了时限才算，记在时限届满那天', () => {
    expect(seen(incident(), '2026-03-12 09:00')).toEqual([])
    expect(seen(incident(), '2026-03-12 09:01')).toEqual([
      expect.objectContaining({
        kind: 'incident-late',
        occurredOn: '2026-03-12',
        words: '“林权纠纷”3月10日09:00发生，应于2026-03-12 09:00前上报，没有上报。',
      }),
    ])
  })

  test('上报不在发生之前，也不在以后', () => {
    const at = moment('2026-03-12 10:00')
    const on = (day: string, time: string) =>
      takeTaskStep(incident(), { step: 'reported', on: localDate(day), time }, at)
    expect(on('2026-03-12', '10:01')).toMatchObject({ refusal: { code: 'task-report-ahead' } })
    expect(on('2026-03-10', '08:59')).toMatchObject({ refusal: { code: 'task-report-before' } })
    expect(on('2026-03-10', '09:00')).toMatchObject({ ok: true, value: { state: 'done' } })
  })
})

describe('交、评、退、延、消', () => {
  const at = moment('2026-03-05 10:00')
  const hand = (day = '2026-03-05'): TaskStep => ({
    step: 'handed-in',
    id: 'h1',
    day: localDate(day),
    words: '已完成',
    by: '蔺小满',
  })
  const judged = (step: 'passed' | 'failed' | 'returned', more: object = {}): TaskStep => ({
    step,
    handingId: null,
    words: '缺签字',
    last: null,
    judge: '001',
    ...more,
  })
  const outcome = (record: TaskRecord, step: TaskStep, when = at) => {
    const taken = takeTaskStep(record, step, when)
    return taken.ok ? taken.value.state : taken.refusal.code
  }
  const waiting = () => task({ state: 'handed-in', handings: [handing('2026-03-05 09:00')] })

  test.each([
    ['交', () => task(), hand(), 'handed-in'],
    ['交办以前的日子不能交', () => task(), hand('2026-03-01'), 'task-day-outside'],
    ['不能交以后的日子', () => task(), hand('2026-03-06'), 'task-day-outside'],
    ['办结的不能再交', () => task({ state: 'done' }), hand(), 'task-state'],
    ['限时上报不是交', () => task({ kind: 'incident', time: '09:00' }), hand(), 'task-step-unfit'],
    ['合格即办结', waiting, judged('passed', { words: null }), 'done'],
    ['不合格要写原因', waiting, judged('failed', { words: null }), 'task-words-missing'],
    ['不合格', waiting, judged('failed'), 'failed'],
    ['退回，未到期可以再交', waiting, judged('returned'), 'open'],
    ['没有交的不能评', () => task(), judged('passed'), 'task-nothing-to-judge'],
    ['不能评自己的', waiting, judged('passed', { judge: '013' }), 'task-own'],
    [
      '延期要比原来晚',
      () => task(),
      { step: 'extended', last: localDate('2026-03-09'), time: null },
      'task-deadline-not-later',
    ],
    [
      '只改早几点不是延期',
      () => task(),
      { step: 'extended', last: localDate('2026-03-09'), time: '17:00' },
      'task-deadline-not-later',
    ],
    [
      '办结的不延期',
      () => task({ state: 'done' }),
      { step: 'extended', last: localDate('2026-03-20'), time: null },
      'task-state',
    ],
    ['取消', () => task(), { step: 'cancelled' }, 'cancelled'],
    ['取消过的不再取消', () => task({ state: 'cancelled' }), { step: 'cancelled' }, 'task-state'],
  ] as const)('%s', (_what, record, step, expected) => {
    expect(outcome(record(), step)).toBe(expected)
  })

  test('过期以后退回，必须同时给新的期限', () => {
    const when = moment('2026-03-10 08:00')
    expect(outcome(waiting(), judged('returned'), when)).toBe('task-new-deadline-missing')
    expect(outcome(waiting(), judged('returned', { last: localDate('2026-03-13') }), when)).toBe('open')
  })

  test('看板：待办、已交、逾期、办结', () => {
    const now = moment('2026-03-10 08:00')
    expect(columnOf(task({ last: '2026-03-10' }), now)).toBe('open')
    expect(columnOf(task(), now)).toBe('overdue')
    expect(columnOf(waiting(), now)).toBe('handed-in')
    for (const state of ['done', 'failed', 'cancelled']) expect(columnOf(task({ state }), now)).toBe('ended')
  })
})

describe('登记一件', () => {
  const register = anyRegister(taskDefinition)
  const today = localDate('2026-03-10')
  const faultOf = (fields: Fields) => register.fault?.(task(fields), today)?.key ?? null
  test.each([
    ['有责任人', {}, null],
    ['责任人、办公室都没有', { staffNumber: null }, 'staffNumber'],
    ['两个都有', { office: '党办' }, 'staffNumber'],
    ['办公室没有责任人员', { staffNumber: null, office: '党办' }, 'people'],
    ['经常性工作没有周期', { kind: 'recurring', pieces: 100 }, 'window'],
    ['经常性工作没有数量', { kind: 'recurring', window: 'month' }, 'pieces'],
    ['经常性工作数量不是整数', { kind: 'recurring', window: 'month', pieces: 150 }, 'pieces'],
    ['限时上报没有时刻', { kind: 'incident' }, 'time'],
    ['限时上报还没有发生', { kind: 'incident', time: '09:00', first: '2026-03-11' }, 'first'],
    [
      '上报早于发生',
      { kind: 'incident', time: '09:00', reportedOn: '2026-03-02', reportedTime: '08:59' },
      'reportedOn',
    ],
  ] as const)('%s', (_what, fields, key) => {
    expect(faultOf(fields)).toBe(key)
  })

  test('截止时刻按镇里的钟', () => {
    const day: LocalDate = localDate('2026-03-09')
    expect(isOverdue(task(), new Date(startOfTownDay(addDays(day, 1)) - 1))).toBe(false)
    expect(isOverdue(task(), new Date(startOfTownDay(addDays(day, 1))))).toBe(true)
  })
})
