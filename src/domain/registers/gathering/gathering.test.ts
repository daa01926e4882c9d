import { describe, expect, test } from 'vitest'
import { localDate } from '../../primitives/local-date.ts'
import type { Assignment } from '../../roster/assignment.ts'
import type { RegisterFacts } from '../register-facts.ts'
import type { RegisterRecord } from '../register-record.ts'
import { attendanceAt, calledTo, startsAtOf } from './attendance-at.ts'
import { codeAt, isCodeRight } from './gathering-code.ts'
import { gatheringBodySchema, gatheringKinds, type GatheringRecord } from './gathering-record.ts'
import { takeGatheringStep, type GatheringStep } from './gathering-steps.ts'
import { gatheringObserver } from './observe-gatherings.ts'

const day = localDate('2026-03-05')
const nine = startsAtOf(day, '09:00')
const at = (minutes: number) => new Date(nine + minutes * 60_000)

function row(staffNumber: string, changes: Partial<Assignment> = {}): Assignment {
  const base = { staffNumber, name: `人${staffNumber}`, office: '党办', post: '工作人员' as const }
  return { ...base, inChargeOf: [], employment: null, from: null, to: null, ...changes }
}

const roster = [
  row('1'),
  row('2'),
  row('3', { office: '综治办' }),
  row('4', { to: localDate('2026-02-28') }),
  row('5', { absences: [{ kind: 'secondment', from: localDate('2026-01-01'), to: null, note: '' }] }),
]

function gathering(changes: object = {}): GatheringRecord {
  return {
    id: '00000000-0000-4000-8000-000000000001',
    register: 'gathering',
    staffNumber: null,
    office: null,
    days: { first: day, last: day },
    state: 'called',
    naturalKey: null,
    body: gatheringBodySchema.parse({ kind: 'meeting', title: '例会', startsAt: '09:00', ...changes }),
    revision: 1,
    at: at(-1000),
    by: '管理员',
  }
}

const leave = (changes: object = {}): RegisterRecord => ({
  ...gathering(),
  register: 'leave',
  staffNumber: '2',
  state: 'approved',
  body: { kind: 'sick', ...changes },
})
const numbers = (rows: readonly { readonly staffNumber: string }[]) => rows.map(({ staffNumber }) => staffNumber)

describe('叫了谁', () => {
  test('都不选是全体在岗的人，离岗、借调的不在内；选办公室加上点名的人，一人一次', () => {
    expect(numbers(calledTo(gathering(), roster))).toEqual(['1', '2', '3'])
    expect(numbers(calledTo(gathering({ offices: ['党办'], people: ['1', '3'] }), roster))).toEqual([
      '1',
      '2',
      '3',
    ])
    expect(numbers(calledTo(gathering({ people: ['3', '4'] }), roster))).toEqual(['3'])
  })
})

describe('到没到', () => {
  const statuses = (record: GatheringRecord, leaves: readonly RegisterRecord[] = []) =>
    attendanceAt(record, roster, leaves).map(({ staffNumber, status }) => `${staffNumber} ${status}`)
  const sign = (staffNumber: string, minutes: number, how = 'code') => ({
    staffNumber,
    at: at(minutes).toISOString(),
    how,
  })

  test('准时、迟到、请假、说明、缺席', () => {
    const record = gathering({
      signedIn: [sign('1', 0)],
      excused: [{ staffNumber: '3', reason: '下村' }],
    })
    expect(statuses(record)).toEqual(['1 on-time', '2 missing', '3 excused'])
    expect(statuses(record, [leave()])).toEqual(['1 on-time', '2 on-leave', '3 excused'])
  })

  test('下午的假不抵上午的会；请了假又来的，算来了；点名补的不算迟到', () => {
    expect(statuses(gathering(), [leave({ begins: 'noon' })])[1]).toBe('2 missing')
    expect(statuses(gathering({ signedIn: [sign('2', -5)] }), [leave()])[1]).toBe('2 on-time')
    expect(statuses(gathering({ signedIn: [sign('2', 7)] }))[1]).toBe('2 late')
    expect(statuses(gathering({ signedIn: [sign('2', 90, 'list')] }))[1]).toBe('2 on-time')
  })
})

describe('签到码', () => {
  const digest = (text: string) =>
    Array.from(text)
      .reduce((sum, one) => (sum * 31 + one.charCodeAt(0)) % 2 ** 47, 7)
      .toString(16)
      .padStart(12, '0')
  const changing = { id: 'a', code: 'changing' } as const

  test('六位数字，每分钟换；上一分钟的还认，再早的不认；固定的一直认', () => {
    const { code, secondsLeft } = codeAt(changing, nine + 15_000, digest)
    expect(code).toMatch(/^\d{6}$/)
    expect(secondsLeft).toBe(45)
    const judged = [15_000, 75_000, 135_000].map((later) => isCodeRight(changing, code, nine + later, digest))
    expect(judged).toEqual([true, true, false])
    const fixed = codeAt({ id: 'a', code: 'fixed' }, nine, digest)
    expect(fixed.secondsLeft).toBeNull()
    expect(isCodeRight({ id: 'a', code: 'fixed' }, ` ${fixed.code}`, nine + 9e7, digest)).toBe(true)
  })

  test('别的会的码不能用', () => {
    const { code } = codeAt({ id: 'b', code: 'changing' }, nine, digest)
    expect(isCodeRight(changing, code, nine, digest)).toBe(false)
  })
})

describe('签到、点名、结束', () => {
  const called = ['1', '2', '3']
  const take = (record: GatheringRecord, step: GatheringStep) => takeGatheringStep(record, step, called)
  const code = (outcome: ReturnType<typeof take>) => (outcome.ok ? 'ok' : outcome.refusal.code)
  const sign = (staffNumber: string, minutes: number) =>
    ({ step: 'signed-in', staffNumber, at: at(minutes) }) as const

  test.each([
    ['1', -61, 'gathering-too-early'],
    ['1', -60, 'ok'],
    ['1', 300, 'ok'],
    ['1', 60 * 15, 'gathering-over'],
    ['9', 0, 'gathering-not-called'],
  ])('%s在开始后%s分钟签到：%s', (staffNumber, minutes, outcome) => {
    expect(code(take(gathering(), sign(staffNumber, minutes)))).toBe(outcome)
  })

  test('签过不能再签，结束以后也不能；重新点名以后又可以', () => {
    const signed = take(gathering(), sign('1', 0))
    if (!signed.ok) throw new Error('signed in')
    expect(code(take(signed.value, sign('1', 1)))).toBe('gathering-signed-in-already')
    const ended = take(signed.value, { step: 'ended', at: at(60) })
    if (!ended.ok) throw new Error('ended')
    expect(code(take(ended.value, sign('2', 61)))).toBe('gathering-ended')
    expect(code(take(ended.value, { step: 'ended', at: at(61) }))).toBe('gathering-ended')
    const open = take(ended.value, { step: 'reopened' })
    if (!open.ok) throw new Error('open')
    expect(code(take(open.value, sign('2', 62)))).toBe('ok')
    expect(code(take(open.value, { step: 'reopened' }))).toBe('gathering-not-ended')
  })

  test('点名：打上、去掉，同一个人一次；没叫的人点不上；没开始不能结束', () => {
    const tick = (record: GatheringRecord, staffNumbers: string[], isPresent: boolean) =>
      take(record, { step: 'ticked', staffNumbers, isPresent, at: at(5) })
    const on = tick(gathering(), ['1', '2', '1'], true)
    if (!on.ok) throw new Error('ticked')
    expect(numbers(on.value.body.signedIn)).toEqual(['1', '2'])
    const off = tick(on.value, ['1'], false)
    expect(off.ok && numbers(off.value.body.signedIn)).toEqual(['2'])
    expect(code(tick(gathering(), ['9'], true))).toBe('gathering-not-called')
    expect(code(take(gathering(), { step: 'ended', at: at(-1) }))).toBe('gathering-too-early')
  })

  test('说明原因，又去掉', () => {
    const excused = take(gathering(), { step: 'excused', staffNumber: '2', reason: '下村' })
    if (!excused.ok) throw new Error('excused')
    expect(excused.value.body.excused).toEqual([{ staffNumber: '2', reason: '下村' }])
    const not = take(excused.value, { step: 'excused', staffNumber: '2', reason: null })
    expect(not.ok && not.value.body.excused).toEqual([])
  })
})

describe('缺席', () => {
  const facts = (leaves: readonly RegisterRecord[] = []): RegisterFacts => ({
    today: day,
    at: at(120),
    days: { first: day, last: day },
    roster,
    nameOf: (one) => one,
    calendar: { isWorkingDay: () => true, knownUntil: 2027 },
    setting: () => null,
    recordsOf: () => leaves,
    schemeOn: () => null,
  })
  const seen = (record: GatheringRecord, leaves: readonly RegisterRecord[] = []) =>
    gatheringObserver.observe([record], facts(leaves))

  test('点名没结束，谁也不算；结束了，没来又没假的一人一件；批了假就不算', () => {
    expect(seen(gathering())).toEqual([])
    const ended = { ...gathering({ people: ['1', '2'] }), state: 'ended' }
    expect(seen(ended).map(({ factKey }) => factKey)).toEqual([
      `gathering/${ended.id}/1`,
      `gathering/${ended.id}/2`,
    ])
    expect(seen(ended, [leave()]).map(({ staffNumber }) => staffNumber)).toEqual(['1'])
    expect(seen(ended)[0]?.words).toBe('3月5日 09:00 会议：例会，没有签到，也没有请假。')
  })

  test('会议、活动、学习各是各的', () => {
    const kinds = gatheringKinds.map((kind) => seen({ ...gathering({ kind }), state: 'ended' })[0]?.kind)
    expect(kinds).toEqual(['meeting-absence', 'activity-absence', 'study-absence'])
  })
})
