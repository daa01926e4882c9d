import type { DaySpan, LocalDate } from '../../primitives/local-date.ts'
import type { Quantity } from '../../primitives/quantity.ts'
import type { WorkingCalendar } from '../../primitives/working-calendar.ts'
import { absenceOn } from '../../roster/absence.ts'
import type { Assignment } from '../../roster/assignment.ts'
import type { RegisterRecord } from '../register-record.ts'
import { isAwayThen } from '../whereabouts/day-status.ts'
import { approvalWay, type ApprovalWay } from './approvers.ts'
import { leaveDays, toLeave, type LeaveRecord } from './leave-record.ts'
import { balanceGranted, readLeaveBalances, readLeaveSettings, type LeaveSettings } from './leave-settings.ts'

/** What leave is judged by in a town at a moment. */
export type LeaveTown = {
  readonly calendar: WorkingCalendar
  readonly settings: LeaveSettings
  readonly roster: readonly Assignment[]
  readonly grantedIn: (staffNumber: string, year: number) => Quantity | null
  /** Who grants this leave, by where the leaders are now. */
  readonly wayOf: (record: Pick<LeaveRecord, 'staffNumber' | 'days' | 'body'>) => ApprovalWay
}

export type LeaveTownFacts = {
  readonly today: LocalDate
  /** By the town's clock, HH:MM. */
  readonly time: string
  readonly calendar: WorkingCalendar
  readonly roster: readonly Assignment[]
  /** As kept under leaveSettingsName and leaveBalancesName. */
  readonly settings: unknown
  readonly balances: unknown
  /** Leave that touches today. */
  readonly leaveToday: readonly RegisterRecord[]
}

export function leaveTown(facts: LeaveTownFacts): LeaveTown {
  const { today, time, calendar, roster } = facts
  const settings = readLeaveSettings(facts.settings)
  const balances = readLeaveBalances(facts.balances)
  const away = new Set(
    facts.leaveToday.map(toLeave).flatMap((record) => {
      const isAway = record.staffNumber !== null && isAwayThen(record, { day: today, time })
      return isAway ? [record.staffNumber] : []
    }),
  )
  for (const { staffNumber, absences = [] } of roster)
    if (absenceOn(absences, today) !== null) away.add(staffNumber)
  return {
    calendar,
    settings,
    roster,
    grantedIn: (staffNumber, year) => balanceGranted(balances, settings, { staffNumber, year }),
    wayOf: (record) => {
      const asker = placeOf(roster, record.staffNumber, record.days, today)
      if (asker === null) return { kind: 'nobody' }
      const isAway = (staffNumber: string) => away.has(staffNumber)
      return approvalWay(asker, leaveDays(record, calendar), { today, roster, isAway, settings })
    },
  }
}

/** Where the person stands on the first day of the leave, else today, else last. */
function placeOf(
  roster: readonly Assignment[],
  staffNumber: string | null,
  { first }: DaySpan,
  today: LocalDate,
): Assignment | null {
  const own = roster.filter((row) => row.staffNumber === staffNumber)
  const on = (day: LocalDate) =>
    own.find(({ from, to }) => (from === null || from <= day) && (to === null || day <= to))
  return on(first) ?? on(today) ?? own.at(-1) ?? null
}
