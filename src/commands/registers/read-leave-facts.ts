import { townMoment, windowAround, type DaySpan, type LocalDate } from '../../domain/primitives/local-date.ts'
import type { Quantity } from '../../domain/primitives/quantity.ts'
import type { WorkingCalendar } from '../../domain/primitives/working-calendar.ts'
import { approvalWay, type ApprovalWay } from '../../domain/registers/leave/approvers.ts'
import { leaveDays, toLeave, type LeaveRecord } from '../../domain/registers/leave/leave-record.ts'
import {
  balanceGranted,
  leaveBalancesName,
  leaveSettingsName,
  readLeaveBalances,
  readLeaveSettings,
  type LeaveSettings,
} from '../../domain/registers/leave/leave-settings.ts'
import { isAwayThen } from '../../domain/registers/whereabouts/day-status.ts'
import { absenceOn } from '../../domain/roster/absence.ts'
import type { Assignment } from '../../domain/roster/assignment.ts'
import type { CalendarStore } from '../calendar-store.ts'
import type { RegisterRecordStore, RegisterSettingStore } from '../register-record-store.ts'
import type { RosterStore } from '../roster-store.ts'

export type LeaveStores = {
  readonly records: Pick<RegisterRecordStore, 'list'>
  readonly registerSettings: Pick<RegisterSettingStore, 'read'>
  readonly roster: Pick<RosterStore, 'assignments'>
  readonly calendar: Pick<CalendarStore, 'read'>
}

type Moment = { readonly at: Date; readonly today: LocalDate }

/** What leave is judged by in a town at a moment. */
export type LeaveTown = {
  readonly calendar: WorkingCalendar
  readonly settings: LeaveSettings
  readonly roster: readonly Assignment[]
  readonly grantedIn: (staffNumber: string, year: number) => Quantity | null
  /** Who grants this leave, by where the leaders are now. */
  readonly wayOf: (record: Pick<LeaveRecord, 'staffNumber' | 'days' | 'body'>) => ApprovalWay
}

export async function readLeaveTown(stores: LeaveStores, { at, today }: Moment): Promise<LeaveTown> {
  const calendar = await stores.calendar.read()
  const settings = readLeaveSettings(await stores.registerSettings.read(leaveSettingsName))
  const balances = readLeaveBalances(await stores.registerSettings.read(leaveBalancesName))
  const roster = await stores.roster.assignments()
  const now = { day: today, time: townMoment(at.getTime()).slice(11, 16) }
  const away = new Set(
    (await stores.records.list({ register: 'leave', days: { first: today, last: today } }))
      .map(toLeave)
      .flatMap((record) => (record.staffNumber !== null && isAwayThen(record, now) ? [record.staffNumber] : [])),
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

/** Whole years around the days: what a balance is reckoned over. */
export function yearsAround({ first, last }: DaySpan): DaySpan {
  return { first: windowAround(first, 'year').first, last: windowAround(last, 'year').last }
}
