import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { oneItem, rule } from '../../../../test/builders/town.ts'
import { localDate } from '../../primitives/local-date.ts'
import type { RegisterRecord } from '../register-record.ts'
import type { AttendanceBody } from './attendance-record.ts'
import {
  earlyMinutesOfText,
  keepEarlierRules,
  lateMinutesOfText,
  readAttendanceRules,
  rulesByDay,
  suggestedRules,
  type AttendanceRules,
} from './attendance-rules.ts'
import { clockTimeOf } from '../../primitives/clock-time.ts'
import { judgeDay, wholeDay, type AttendanceFacts, type Excuse } from './judge-day.ts'
import { observeAttendance } from './observe-attendance.ts'

const monday = localDate('2026-03-02')

function factsOf(
  rules: Partial<AttendanceRules>,
  excuses: readonly Excuse[],
  today = localDate('2026-03-31'),
): AttendanceFacts {
  return {
    rulesOn: () => ({ ...suggestedRules, ...rules }),
    calendar: { isWorkingDay: (on) => new Date(on).getUTCDay() % 6 !== 0 },
    today,
    excusesOf: () => excuses,
    isOnRoster: (staffNumber) => staffNumber !== '099',
  }
}

function bodyOf(punches: string): AttendanceBody {
  return { punches, added: '', away: 'none', awayWords: '', source: '' }
}

function observe(
  punches: string,
  {
    rules = {},
    excuses = [],
    body = {},
    day = monday,
    today = localDate('2026-03-31'),
  }: {
    rules?: Partial<AttendanceRules>
    excuses?: readonly Excuse[]
    body?: Partial<AttendanceBody>
    day?: typeof monday
    today?: typeof monday
  } = {},
) {
  const facts = factsOf(rules, excuses, today)
  const record: RegisterRecord<AttendanceBody> = {
    id: '00000000-0000-4000-8000-000000000001',
    register: 'attendance',
    staffNumber: '001',
    office: null,
    days: { first: day, last: day },
    state: 'kept',
    naturalKey: `001/${day}`,
    body: { ...bodyOf(punches), ...body },
    revision: 1,
    at: new Date(0),
    by: '考核办',
  }
  return observeAttendance([record], facts)
}

function keys(...asked: Parameters<typeof observe>): string[] {
  return observe(...asked).map(
    ({ factKey, quantity }) => `${factKey.replace('/001/2026-03-02', '')} ${String(quantity)}`,
  )
}

describe('上午8:30—12:00、下午14:30—18:00，每天打四次', () => {
  const table: readonly (readonly [string, string, readonly string[]])[] = [
    ['按时来去', '08:21 12:03 14:25 18:01', []],
    ['正好晚30分钟，不算迟到', '09:00 12:03 14:25 18:01', []],
    ['晚31分钟，算迟到', '09:01 12:03 14:25 18:01', ['late/1 100']],
    ['上下午都迟到，是两次', '09:12 12:00 15:30 18:00', ['late/1 100', 'late/2 100']],
    ['正好早30分钟，不算早退', '08:30 11:30 14:30 17:30', []],
    ['早31分钟，算早退', '08:30 11:29 14:30 17:29', ['early/1 100', 'early/2 100']],
    ['一段里又迟到又早退', '09:30 11:00 14:30 18:00', ['late/1 100', 'early/1 100']],
    ['一个上午没有打卡，旷工半天', '14:25 18:01', ['absence 50']],
    ['全天没有打卡，旷工一天', '', ['absence 100']],
    ['下班忘打，只记缺卡', '08:21 14:25 18:01', []],
    ['连打两次只是一次，不是早退', '08:20 08:22 12:01 14:25 14:26 18:00', []],
    ['只打一次而且晚到', '09:20 14:30 18:00', ['late/1 100']],
    ['午间出去又回来', '08:25 10:00 10:40 12:05 13:00 14:20 18:10', []],
  ]
  test.each(table)('%s', (_title, punches, expected) => {
    expect(keys(punches)).toEqual(expected)
  })

  test('话里有时间、有分钟', () => {
    const [late] = observe('09:12 12:03 14:25 18:01')
    expect(late?.words).toBe('上午8:30上班，9:12打卡，迟到42分钟（超过30分钟算迟到）。')
    const [absent] = observe('14:25 18:01')
    expect(absent?.words).toBe('3月2日上午8:30—12:00没有打卡，没有请假、值班、会议或公出的登记。')
  })
})

describe('每天只打上下班两次', () => {
  const rules = { punches: 'day-ends' } as const
  const table: readonly (readonly [string, string, readonly string[]])[] = [
    ['来去都对', '08:21 18:01', []],
    ['晚到', '09:01 18:01', ['late/1 100']],
    ['早走', '08:21 17:20', ['early/2 100']],
    ['下午才来，上午旷工', '14:28 18:01', ['absence 50']],
    ['中午走了没有再来，下午旷工', '08:21 12:03', ['absence 50']],
    ['只有早上一次，缺下班卡', '08:21', []],
    ['只有傍晚一次，缺上班卡', '18:05', []],
    ['只有午后一次：上午没来', '14:26', ['absence 50']],
    ['一次没有', '', ['absence 100']],
  ]
  test.each(table)('%s', (_title, punches, expected) => {
    expect(keys(punches, { rules })).toEqual(expected)
  })
})

describe('不该算的不算', () => {
  const morning: Excuse = { from: 510, to: 720, sort: 'leave', words: '年休假' }
  test.each<readonly [string, Parameters<typeof observe>]>([
    ['全天请假', ['', { excuses: [{ ...wholeDay, sort: 'leave', words: '年休假' }] }]],
    ['上午请假，下午照常', ['14:20 18:05', { excuses: [morning] }]],
    ['请了上午的假，当天只打上下班两次', ['14:20 18:05', { excuses: [morning], rules: { punches: 'day-ends' } }]],
    [
      '九点以前在开会',
      ['09:20 12:00 14:30 18:00', { excuses: [{ from: 510, to: 570, sort: 'work', words: '会议：晨会' }] }],
    ],
    [
      '下班前公出',
      ['08:30 12:00 14:30 16:00', { excuses: [{ from: 960, to: 1080, sort: 'work', words: '公出' }] }],
    ],
    ['登记了公出', ['08:30 12:00', { body: { away: 'second', awayWords: '到县里开会' } }]],
    ['补了卡', ['14:25 18:01', { body: { added: '08:25 12:00' } }]],
    ['周末', ['', { day: localDate('2026-03-01') }]],
    ['当天还没有过完', ['', { today: monday }]],
    ['不考勤的人', ['', { rules: { exempt: ['001'] } }]],
  ])('%s', (_title, asked) => {
    expect(observe(...asked)).toEqual([])
  })

  test('请了假、值着班，人还是照常打了卡：算正常', () => {
    const excuses: readonly Excuse[] = [{ ...wholeDay, sort: 'work', words: '值班' }]
    const facts = factsOf({}, excuses)
    const states = (punches: string) =>
      judgeDay('001', monday, { ...bodyOf(punches), away: 'none' }, facts).sessions.map(({ state }) => state)
    expect(states('08:20 12:00 14:30 18:00')).toEqual(['in-order', 'in-order'])
    expect(states('08:20 12:00 14:30')).toEqual(['in-order', 'excused'])
  })

  test('上午请假、下午没来：旷工半天', () => {
    expect(keys('', { excuses: [morning] })).toEqual(['absence 50'])
  })
})

test('旷工怎样算、缺卡怎样算由设置定', () => {
  expect(keys('14:25 18:01', { rules: { absentSession: 'day' } })).toEqual(['absence 100'])
  expect(keys('14:25 18:01', { rules: { absentSession: 'nothing' } })).toEqual([])
  expect(keys('', { rules: { absentSession: 'nothing' } })).toEqual(['absence 100'])
  expect(keys('08:21 14:25 18:01', { rules: { missingPunch: 'absence' } })).toEqual(['absence 50'])
})

test('夏季和冬季各按自己的时间，跨年的冬季也是', () => {
  const rules = readAttendanceRules({
    ...suggestedRules,
    seasons: [
      { title: '冬季', from: '10-01', to: '04-30', sessions: [{ start: '9:00', end: '17:00' }] },
      { title: '夏季', from: '05-01', to: '09-30', sessions: [{ start: '8:00', end: '18:00' }] },
    ],
  })
  if (rules === null) throw new Error('两个季节应当通过')
  expect(keys('09:20 17:00', { rules })).toEqual([])
  const may = localDate('2026-05-04')
  expect(observe('09:20 18:00', { rules, day: may, today: localDate('2026-06-01') })).toMatchObject([
    { kind: 'late' },
  ])
})

test.each([
  [
    {
      seasons: [
        { title: '夏', from: '05-01', to: '09-30' },
        { title: '秋', from: '09-30', to: '11-01' },
      ],
    },
  ],
  [{ sessions: [{ start: '08:30', end: '08:30' }] }],
  [
    {
      sessions: [
        { start: '08:30', end: '12:00' },
        { start: '11:00', end: '18:00' },
      ],
    },
  ],
  [{ sessions: [] }],
  [{ lateAfter: 0.5 }],
  [{ seasons: [{ title: '夏', from: '02-30', to: '09-30' }] }],
])('不通的设置不收：%j', (change) => {
  const seasons =
    'seasons' in change ? change.seasons?.map((one) => ({ ...one, sessions: suggestedRules.sessions })) : []
  expect(readAttendanceRules({ ...suggestedRules, ...change, seasons })).toBeNull()
})

test('晚到多少分钟都一样：超过才算，正好不算；分钟都是整数', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 120 }), fc.integer({ min: 0, max: 90 }), (after, lateAfter) => {
      const seen = observe(`${clockTimeOf(510 + after)} 12:00 14:30 18:00`, { rules: { lateAfter } })
      // 10:15 and later is nearer to the end, but a second punch at noon says which it was.
      expect(seen.map(({ kind }) => kind)).toEqual(after > lateAfter ? ['late'] : [])
      expect(seen.every(({ words }) => words.includes(`迟到${String(after)}分钟`))).toBe(true)
    }),
  )
})

test('打卡先后怎样写都一样；多一个假只会少，不会多', () => {
  const time = fc.integer({ min: 0, max: 1439 }).map(clockTimeOf)
  fc.assert(
    fc.property(
      fc.array(time, { maxLength: 6 }),
      fc.constantFrom('each-session' as const, 'day-ends' as const),
      (times, punches) => {
        const rules = { punches }
        const seen = observe(times.join(' '), { rules })
        expect(observe(times.toReversed().join(' '), { rules })).toEqual(seen)
        expect(new Set(seen.map(({ factKey }) => factKey)).size).toBe(seen.length)
        const excuses: readonly Excuse[] = [{ ...wholeDay, sort: 'leave', words: '年休假' }]
        expect(observe(times.join(' '), { rules, excuses })).toEqual([])
      },
    ),
  )
})

describe('哪一天按哪一套', () => {
  const minutesOn = (set: AttendanceRules | null, earlier: unknown, schemes: Record<string, number> = {}) => {
    const schemeOn = (day: string) => {
      const from = Object.keys(schemes).findLast((first) => first <= day)
      return from === undefined
        ? null
        : oneItem([rule('late', { points: 1, condition: `迟到${String(schemes[from])}分钟以上` })])
    }
    const rulesOn = rulesByDay(set, earlier, schemeOn)
    return ['2026-03-31', '2026-04-01', '2026-10-08'].map((day) => rulesOn(localDate(day)).lateAfter)
  }

  test('没有设置过：按当天那一版办法写的分钟数，年中改版不改以前的日子', () => {
    expect(minutesOn(null, null, { '2026-01-01': 30, '2026-04-01': 15 })).toEqual([30, 15, 15])
    expect(minutesOn(null, null)).toEqual([30, 30, 30])
  })

  test('设置改了：从那一季度起，以前的照旧；同一季度再改，不动以前的', () => {
    const of = (lateAfter: number) => ({ ...suggestedRules, lateAfter })
    const april = keepEarlierRules([], of(10), localDate('2026-04-01'))
    expect(minutesOn(of(20), april)).toEqual([10, 20, 20])
    expect(keepEarlierRules(april, of(20), localDate('2026-04-01'))).toEqual(april)
    const october = keepEarlierRules(april, of(20), localDate('2026-10-01'))
    expect(minutesOn(of(40), october)).toEqual([10, 20, 40])
  })
})

test.each([
  ['上班迟到（上班时间后30分为迟到，季迟到满10次后）、早退，发现一次扣2分', 30, null],
  ['迟到20分钟以上的，每次扣1分', 20, null],
  ['提前15分钟以上早退，每次扣1分', null, 15],
  ['迟到、早退，每次扣2分后通报', null, null],
])('办法写的分钟数：%s', (condition, late, early) => {
  const scheme = oneItem([rule('of-text', { points: 1, condition })])
  expect(lateMinutesOfText(scheme)?.minutes ?? null).toBe(late)
  expect(earlyMinutesOfText(scheme)?.minutes ?? null).toBe(early)
})
