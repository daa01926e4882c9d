import { oneUnit, quantity, type Quantity } from '../../primitives/quantity.ts'
import type { Observation } from '../observation.ts'
import type { RegisterRecord } from '../register-record.ts'
import type { AttendanceBody } from './attendance-record.ts'
import type { AttendanceRules } from './attendance-rules.ts'
import { spokenTime } from '../../primitives/clock-time.ts'
import { judgeDay, type AttendanceFacts, type JudgedSession } from './judge-day.ts'
import { sessionWord } from './session-word.ts'
import { spokenDay } from './spoken-day.ts'

/**
 * What the clock shows (SPEC §6): 迟到 and 早退 per session, each 1次; 旷工 per day, 0.5天 or 1天. A leave granted later
 * makes the observation go, and so the mechanism proposes the reversal.
 */
export function observeAttendance(
  records: readonly RegisterRecord<AttendanceBody>[],
  facts: AttendanceFacts,
): readonly Observation[] {
  return records.flatMap((record) => observeDay(record, facts))
}

/** What the clock shows over some days: times late and early, days absent. */
export type RulesEffect = { readonly late: Quantity; readonly early: Quantity; readonly absent: Quantity }

function observeDay(record: RegisterRecord<AttendanceBody>, facts: AttendanceFacts): readonly Observation[] {
  const { staffNumber } = record
  if (staffNumber === null) return []
  const day = record.days.first
  const { sessions } = judgeDay(staffNumber, day, record.body, facts)
  const rules = facts.rulesOn(day)
  const common = {
    register: 'attendance',
    staffNumber,
    occurredOn: day,
    level: null,
    variant: null,
    matter: null,
    place: null,
    recordIds: [record.id],
  } as const
  const observed: Observation[] = []
  for (const session of sessions) {
    const place = `${staffNumber}/${day}/${String(session.number)}`
    if (session.lateMinutes > 0)
      observed.push({
        ...common,
        kind: 'late',
        factKey: `late/${place}`,
        quantity: oneUnit,
        words: lateWords(session, sessions.length, rules),
      })
    if (session.earlyMinutes > 0)
      observed.push({
        ...common,
        kind: 'early-leave',
        factKey: `early/${place}`,
        quantity: oneUnit,
        words: earlyWords(session, sessions.length, rules),
      })
  }
  const absent = absenceOf(sessions, rules)
  if (absent > 0)
    observed.push({
      ...common,
      kind: 'absence',
      factKey: `absence/${staffNumber}/${day}`,
      quantity: absent,
      words: absenceWords(sessions, spokenDay(day)),
    })
  return observed
}

/** Hundredths of a day: a whole one when no session was attended or excused, else as the town has set. */
export function absenceOf(
  sessions: readonly JudgedSession[],
  { absentSession }: Pick<AttendanceRules, 'absentSession'>,
): Quantity {
  const missed = sessions.filter(({ state }) => state === 'absent').length
  if (missed === 0) return quantity(0)
  if (missed === sessions.length || absentSession === 'day') return oneUnit
  return absentSession === 'nothing' ? quantity(0) : quantity(Math.min(100, missed * 50))
}

/** 上午8:30上班，9:12打卡，迟到42分钟（超过30分钟算迟到）。 */
function lateWords({ number, start, cameAt, lateMinutes }: JudgedSession, of: number, rules: AttendanceRules) {
  const word = sessionWord(number, of)
  const came = cameAt === null ? '' : `${spokenTime(cameAt)}打卡，`
  return `${word}${spokenTime(start)}上班，${came}迟到${String(lateMinutes)}分钟（超过${String(rules.lateAfter)}分钟算迟到）。`
}

function earlyWords({ number, end, leftAt, earlyMinutes }: JudgedSession, of: number, rules: AttendanceRules) {
  const word = sessionWord(number, of)
  const left = leftAt === null ? '' : `${spokenTime(leftAt)}打卡，`
  return `${word}${spokenTime(end)}下班，${left}早退${String(earlyMinutes)}分钟（超过${String(rules.earlyBefore)}分钟算早退）。`
}

function absenceWords(sessions: readonly JudgedSession[], day: string): string {
  const missed = sessions.filter(({ state }) => state === 'absent')
  const isWhole = missed.length === sessions.length
  const which = isWhole
    ? '全天'
    : missed
        .map(
          ({ number, start, end }) =>
            `${sessionWord(number, sessions.length)}${spokenTime(start)}—${spokenTime(end)}`,
        )
        .join('、')
  const punched = missed.flatMap(({ cameAt, leftAt }) => [cameAt, leftAt]).filter((time) => time !== null)
  const seen = punched.length === 0 ? '没有打卡' : `只在${punched.map(spokenTime).join('、')}打过卡`
  return `${day}${which}${seen}，没有请假、值班、会议或公出的登记。`
}
