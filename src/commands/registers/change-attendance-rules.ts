import type { LocalDate } from '../../domain/primitives/local-date.ts'
import {
  attendanceFacts,
  attendanceObserver,
  attendanceRecord,
} from '../../domain/registers/attendance/attendance-observer.ts'
import {
  attendanceRulesSetting,
  earlierRulesSetting,
  keepEarlierRules,
  readAttendanceRules,
  readEarlierRules,
  type AttendanceRules,
} from '../../domain/registers/attendance/attendance-rules.ts'
import { observeAttendance, type RulesEffect } from '../../domain/registers/attendance/observe-attendance.ts'
import { windowAround, yearOf, yearSpan, type DaySpan } from '../../domain/primitives/local-date.ts'
import { quantity } from '../../domain/primitives/quantity.ts'
import type { LedgerAct } from '../append-to-ledger.ts'
import { proposeEntries, type ProposingStores } from './propose-entries.ts'
import { factsReader } from './read-register-facts.ts'

/**
 * Days that new rules hold for: the quarter of today; those before it stay judged by what held then. What is set for the
 * first time holds for the whole year.
 */
function daysOfNewRules(held: AttendanceRules | null, today: LocalDate): DaySpan {
  const { first } = held === null ? yearSpan(yearOf(today)) : windowAround(today, 'quarter')
  return { first, last: today }
}

/** What the clock shows of those days by the rules as they are, and as they would be. */
export async function previewAttendanceRules(
  stores: ProposingStores,
  act: Pick<LedgerAct, 'today' | 'at'>,
  rules: AttendanceRules,
): Promise<{ readonly days: DaySpan; readonly before: RulesEffect; readonly after: RulesEffect }> {
  const held = readAttendanceRules(await stores.registerSettings.read(attendanceRulesSetting))
  const days = daysOfNewRules(held, act.today)
  const facts = attendanceFacts(await factsReader(stores, act)(attendanceObserver, days))
  const records = (await stores.records.list({ register: 'attendance', days })).map(attendanceRecord)
  const effectOf = (rulesOn: (day: LocalDate) => AttendanceRules): RulesEffect => {
    const seen = observeAttendance(records, { ...facts, rulesOn })
    const sum = (kind: string) =>
      quantity(seen.filter((one) => one.kind === kind).reduce((units, one) => units + one.quantity, 0))
    return { late: sum('late'), early: sum('early-leave'), absent: sum('absence') }
  }
  return { days, before: effectOf(facts.rulesOn), after: effectOf(() => rules) }
}

/** Sets the rules, and brings the proposals of those days up to them; entries that were made stay until they are reversed. */
export async function changeAttendanceRules(
  stores: ProposingStores,
  act: LedgerAct,
  rules: AttendanceRules,
): Promise<void> {
  const { at, by } = act
  const { registerSettings } = stores
  const held = readAttendanceRules(await registerSettings.read(attendanceRulesSetting))
  const days = daysOfNewRules(held, act.today)
  if (held !== null) {
    const earlier = readEarlierRules(await registerSettings.read(earlierRulesSetting))
    await registerSettings.write(earlierRulesSetting, keepEarlierRules(earlier, held, days.first), { at, by })
  }
  await registerSettings.write(attendanceRulesSetting, rules, { at, by })
  await proposeEntries(stores, act, { register: 'attendance', days })
}
