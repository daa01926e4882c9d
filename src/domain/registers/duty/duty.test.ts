import { describe, expect, test } from 'vitest'
import { daysOf, localDate, startOfTownDay } from '../../primitives/local-date.ts'
import type { Assignment } from '../../roster/assignment.ts'
import type { RegisterFacts } from '../register-facts.ts'
import type { RegisterRecord } from '../register-record.ts'
import { dayClassOf } from './day-class.ts'
import { dutyPeople } from './duty-people.ts'
import { dutyDefinition, hoursOfShift, turnKey, type DutyBody, type DutyRecord } from './duty-record.ts'
import { suggestedDutySettings, type DutySettings } from './duty-settings.ts'
import { returnTurn, takeDutyStep } from './duty-steps.ts'
import { findingSentence } from './finding-sentence.ts'
import { dutyObserver } from './observe-duty.ts'
import { planDuty } from './plan-duty.ts'
import { startingCounts } from './starting-counts.ts'

const calendar = { isWorkingDay: (day: string) => ![0, 6].includes(new Date(day).getUTCDay()), knownUntil: 2027 }
const span = { first: localDate('2026-03-02'), last: localDate('2026-03-29') }
const dayClasses = daysOf(span).map((day) => ({ day, dayClass: dayClassOf(day, calendar, () => null) }))
const settings: DutySettings = { ...suggestedDutySettings, leadersADay: 1, membersAShift: 1 }

function row(staffNumber: string, changes: Partial<Assignment> = {}): Assignment {
  const base = { staffNumber, name: `人${staffNumber}`, office: '党办', post: '工作人员' as const }
  return { ...base, inChargeOf: [], employment: null, from: null, to: null, ...changes }
}

const roster = [row('1'), row('2'), row('3'), row('9', { post: '分管领导' }), row('8', { post: '主要领导' })]
const plan = (people = dutyPeople(span, roster, [], settings), used = settings) =>
  planDuty({ days: dayClasses, people, settings: used, standing: [] })

describe('哪天算哪类', () => {
  test('上班算工作日，放假里的星期六算节假日，平常的星期六算周末', () => {
    const holidayOf = (day: string) => (day === '2026-03-07' ? '节' : null)
    const kinds = ['2026-03-06', '2026-03-07', '2026-03-08'].map((day) =>
      dayClassOf(localDate(day), calendar, holidayOf),
    )
    expect(kinds).toEqual(['workday', 'holiday', 'weekend'])
  })
})

describe('此前的次数', () => {
  const turns = ['2026-01-05', '2026-01-06', '2026-02-05', '2026-02-06'].map((day, at) => ({
    staffNumber: at % 2 === 0 ? '1' : '2',
    day: localDate(day),
    dayClass: 'workday' as const,
  }))
  const from = (since: string | null) =>
    startingCounts(
      [
        { staffNumber: '1', since: null },
        { staffNumber: '2', since: null },
        { staffNumber: '3', since: since === null ? null : localDate(since) },
      ],
      turns,
    ).get('3')?.workday

  test('全年都在的，有几次是几次；新到的，从到岗那天值得最少的同事起', () => {
    expect(from(null)).toBe(0)
    expect(from('2026-02-01')).toBe(1)
    expect(from('2026-03-01')).toBe(2)
  })

  test('排班中途到岗的，到岗以前的班按人数分，不补给他', () => {
    const people = [
      { staffNumber: '1', since: null },
      { staffNumber: '3', since: localDate('2026-03-16') },
    ]
    expect(startingCounts(people, [], () => 10).get('3')).toEqual({ workday: 10, weekend: 10, holiday: 10 })
  })
})

describe('谁来排', () => {
  test('领导带班，工作人员值班；免排、长期不在的不排，也不同别人比', () => {
    const exempt = [{ staffNumber: '2', from: null, to: null, reason: '孕期' }]
    const long = [{ staffNumber: '3', days: { first: localDate('2026-02-01'), last: localDate('2026-04-30') } }]
    const people = dutyPeople(span, roster, long, { ...settings, exempt })
    expect(people.map(({ staffNumber, post }) => [staffNumber, post])).toEqual([
      ['1', 'member'],
      ['9', 'leader'],
      ['8', 'leader'],
    ])
  })

  test('借调回来、长假回来，从回来那天算起', () => {
    const absences = [
      { kind: 'secondment' as const, from: localDate('2026-01-10'), to: localDate('2026-03-10'), note: '' },
    ]
    const [first] = dutyPeople(span, [row('1', { absences })], [], settings)
    expect(first?.since).toBe('2026-03-11')
    expect(first?.closed.get(localDate('2026-03-10'))).toBe('not-here')
    const leave = [{ staffNumber: '1', days: { first: localDate('2026-02-01'), last: localDate('2026-03-05') } }]
    expect(dutyPeople(span, [row('1')], leave, settings)[0]?.since).toBe('2026-03-06')
    expect(dutyPeople(span, [row('1')], [], settings)[0]?.since).toBeNull()
  })
})

describe('排一个月', () => {
  test('每天一名带班领导、一名值班员，各类相差不超过1次，没有人连班', () => {
    const { filled, findings, counts } = plan()
    expect(filled).toHaveLength(56)
    expect(findings.filter(({ code }) => code !== 'running')).toEqual([])
    const members = counts.filter(({ post }) => post === 'member').map(({ after }) => after.workday)
    expect(Math.max(...members) - Math.min(...members)).toBeLessThanOrEqual(1)
    expect(findings.filter(({ code, post }) => code === 'running' && post === 'member')).toEqual([])
  })

  test('白班夜班分开，一个人一天只上一班，夜班轮着上', () => {
    const two: DutySettings = { ...settings, shifts: 'two' }
    const { filled } = plan(dutyPeople(span, roster, [], two), two)
    const members = filled.filter(({ post }) => post === 'member')
    expect(new Set(members.map(({ day, staffNumber }) => `${day} ${staffNumber}`)).size).toBe(56)
    const nights = ['1', '2', '3'].map(
      (one) => members.filter(({ staffNumber, shift }) => staffNumber === one && shift === 'night').length,
    )
    expect(Math.max(...nights) - Math.min(...nights)).toBeLessThanOrEqual(2)
  })

  test('已排的不动，只补空着的；排满了再排，什么也不添', () => {
    const people = dutyPeople(span, roster, [], settings)
    const { filled } = plan(people)
    const kept = filled.slice(0, 20)
    const more = planDuty({ days: dayClasses, people, settings, standing: kept })
    expect(more.filled).toHaveLength(36)
    const again = planDuty({ days: dayClasses, people, settings, standing: [...kept, ...more.filled] })
    expect(again.filled).toEqual([])
  })

  test('做不到时说出是谁、为什么：周末都请假的人', () => {
    const weekends = ['2026-03-07', '2026-03-14', '2026-03-21', '2026-03-28'].map((first) => ({
      staffNumber: '1',
      days: {
        first: localDate(first),
        last: localDate(first.replace(/\d\d$/, (two) => String(Number(two) + 1).padStart(2, '0'))),
      },
    }))
    const { findings } = plan(dutyPeople(span, roster, weekends, settings))
    const words = findings.map((finding) => findingSentence(finding, (one) => '零甲乙丙'[Number(one)] ?? one))
    expect(words.find((one) => one.includes('周末'))).toBe(
      '值班员周末的值班没能做到相差不超过1次：甲0次（8天周末中请假8天）；乙、丙4次。已排到最均。',
    )
  })

  test('一个人也没有的那天，空着，并说出缺谁', () => {
    const day = localDate('2026-03-04')
    const all = ['1', '2', '3'].map((staffNumber) => ({ staffNumber, days: { first: day, last: day } }))
    const { filled, findings } = plan(dutyPeople(span, roster, all, settings))
    expect(filled.some((place) => place.day === day && place.post === 'member')).toBe(false)
    const empty = findings.find(({ code }) => code === 'place-empty')
    if (empty === undefined) throw new Error('a place is empty')
    expect(findingSentence(empty, (one) => `人${one}`)).toBe('3月4日缺值班员1人：人1请假、人2请假、人3请假。')
  })
})

const day = localDate('2026-03-05')
const hour = (hours: number) => new Date(startOfTownDay(day) + hours * 3_600_000)
const body: DutyBody = { post: 'member', shift: 'day', note: null, checkedInAt: null, check: null, swap: null }
const turn: DutyRecord = {
  id: '00000000-0000-4000-8000-000000000001',
  register: 'duty',
  staffNumber: '1',
  office: null,
  days: { first: day, last: day },
  state: 'planned',
  naturalKey: turnKey({ day, staffNumber: '1', ...body }),
  body,
  revision: 1,
  at: hour(0),
  by: '管理员',
}
const code = (outcome: ReturnType<typeof takeDutyStep>) =>
  outcome.ok ? outcome.value.state : outcome.refusal.code

describe('签到、查岗、换班', () => {
  test('夜班到第二天早上；全天班满24小时', () => {
    expect(hoursOfShift(day, 'night', settings).to).toBe(hour(32.5).getTime())
    const whole = hoursOfShift(day, 'whole', settings)
    expect(whole.to - whole.from).toBe(86_400_000)
  })

  test.each([
    [7.9, '1', 'duty-outside-hours'],
    [8, '1', 'present'],
    [17.5, '1', 'present'],
    [17.6, '1', 'duty-outside-hours'],
    [9, '2', 'duty-not-ones-own'],
  ])('%s点，%s签到：%s', (at, by, outcome) => {
    expect(code(takeDutyStep(turn, { step: 'checked-in', by, at: hour(at) }, settings))).toBe(outcome)
  })

  test('没到点不能查岗；查到不在的是缺岗，之后再签到也还是缺岗，直到查岗的改过来', () => {
    const check = (found: 'present' | 'missing', at: number) =>
      takeDutyStep(turn, { step: 'checked', found, words: '', at: hour(at) }, settings)
    expect(code(check('missing', 8))).toBe('duty-not-begun')
    const missing = check('missing', 10)
    if (!missing.ok) throw new Error('looked at')
    const late = takeDutyStep(missing.value, { step: 'checked-in', by: '1', at: hour(11) }, settings)
    expect(code(late)).toBe('missing')
  })

  test('对方同意才换；没说好以前还是自己的；只有被请求的人能答应', () => {
    const ask = { step: 'swap-asked', by: '1', to: '2', inReturn: null, reason: '看病' } as const
    const asked = takeDutyStep(turn, { ...ask, at: hour(7) }, settings)
    if (!asked.ok) throw new Error('asked')
    expect(asked.value.staffNumber).toBe('1')
    expect(code(takeDutyStep(asked.value, { ...ask, at: hour(7) }, settings))).toBe('duty-swap-pending')
    expect(code(takeDutyStep(asked.value, { step: 'swap-accepted', by: '3', at: hour(7) }, settings))).toBe(
      'duty-not-ones-own',
    )
    const taken = takeDutyStep(asked.value, { step: 'swap-accepted', by: '2', at: hour(7) }, settings)
    expect(taken).toMatchObject({ ok: true, value: { staffNumber: '2', body: { swap: null } } })
    expect(code(takeDutyStep(asked.value, { step: 'swap-accepted', by: '2', at: hour(9) }, settings))).toBe(
      'duty-under-way',
    )
    const back = returnTurn({ ...turn, staffNumber: '2' }, { asker: '1', accepter: '2', at: hour(7) }, settings)
    expect(back).toMatchObject({ ok: true, value: { staffNumber: '1' } })
  })
})

describe('缺岗', () => {
  const facts = (changes: Partial<RegisterFacts> & { unseen?: boolean } = {}): RegisterFacts => ({
    today: localDate('2026-03-06'),
    at: hour(30),
    days: { first: day, last: day },
    roster,
    nameOf: (one) => one,
    calendar,
    setting: () => ({ ...settings, missedWithoutCheckIn: changes.unseen === true }),
    recordsOf: () => [],
    schemeOn: () => null,
    ...changes,
  })
  const leave: RegisterRecord = {
    ...turn,
    register: 'leave',
    state: 'approved',
    body: { kind: 'sick' },
  }
  const seen = (record: DutyRecord, changes = {}) => dutyObserver.observe([record], facts(changes))
  const missing: DutyRecord = {
    ...turn,
    state: 'missing',
    body: { ...body, check: { found: 'missing', words: '电话不接' } },
  }

  test('查岗不在的，一次一件，说得出哪个班', () => {
    expect(seen(missing)).toMatchObject([
      {
        kind: 'duty-missed',
        factKey: 'duty/2026-03-05/member/day/1',
        quantity: 100,
        words: '3月5日 值班员 白班，查岗时不在岗（电话不接）。',
      },
    ])
    expect(seen({ ...turn, state: 'present' })).toEqual([])
  })

  test('没签到的，只在定了“没签到算缺岗”、班又上完了以后才算', () => {
    expect(seen(turn)).toEqual([])
    expect(seen(turn, { unseen: true })).toHaveLength(1)
    expect(seen(turn, { unseen: true, at: hour(10) })).toEqual([])
  })

  test('那天批了假的不算', () => {
    expect(seen(missing, { recordsOf: () => [leave] })).toEqual([])
    expect(seen(missing, { recordsOf: () => [{ ...leave, state: 'asked' }] })).toHaveLength(1)
  })

  test('登记的样子读两遍是一样的', () => {
    expect(dutyDefinition.bodySchema.parse(dutyDefinition.bodySchema.parse({ post: 'leader' }))).toMatchObject({
      post: 'leader',
      shift: 'whole',
    })
  })
})
