import type { LocalDate } from '../../domain/primitives/local-date.ts'
import {
  attendanceFacts,
  attendanceObserver,
  attendanceRecord,
} from '../../domain/registers/attendance/attendance-observer.ts'
import {
  attendanceRulesSetting,
  type AttendanceRules,
} from '../../domain/registers/attendance/attendance-rules.ts'
import { observeAttendance, type RulesEffect } from '../../domain/registers/attendance/observe-attendance.ts'
import { windowAround, type DaySpan } from '../../domain/primitives/local-date.ts'
import { quantity } from '../../domain/primitives/quantity.ts'
import type { LedgerAct } from '../append-to-ledger.ts'
import { proposeEntries, type ProposingStores } from './propose-entries.ts'
import { factsReader } from './read-register-facts.ts'

/** Days that were proposed under other rules are read again as far as this: the quarter of today. */
export function daysReadAgain(today: LocalDate): DaySpan {
  return { first: windowAround(today, 'quarter').first, last: today }
}

/** What the quarter's clock shows by the rules as they are, and as they would be. */
export async function previewAttendanceRules(
  stores: ProposingStores,
  act: Pick<LedgerAct, 'today' | 'at'>,
  rules: AttendanceRules,
): Promise<{ readonly days: DaySpan; readonly before: RulesEffect; readonly after: RulesEffect }> {
  const days = daysReadAgain(act.today)
  const facts = attendanceFacts(await factsReader(stores, act)(attendanceObserver, days))
  const records = (await stores.records.list({ register: 'attendance', days })).map(attendanceRecord)
  const effectOf = (by: AttendanceRules): RulesEffect => {
    const seen = observeAttendance(records, { ...facts, rules: by })
    const sum = (kind: string) =>
      quantity(seen.filter((one) => one.kind === kind).reduce((units, one) => units + one.quantity, 0))
    return { late: sum('late'), early: sum('early-leave'), absent: sum('absence') }
  }
  return { days, before: effectOf(facts.rules), after: effectOf(rules) }
}

/** Sets the rules, and brings the quarter's proposals up to them; entries that were made stay until they are reversed. */
export async function changeAttendanceRules(
  stores: ProposingStores,
  act: LedgerAct,
  rules: AttendanceRules,
): Promise<void> {
  const { at, by } = act
  await stores.registerSettings.write(attendanceRulesSetting, rules, { at, by })
  await proposeEntries(stores, act, { register: 'attendance', days: daysReadAgain(act.today) })
}
