import { townMoment, windowAround, type DaySpan, type LocalDate } from '../../domain/primitives/local-date.ts'
import { leaveBalancesName, leaveSettingsName } from '../../domain/registers/leave/leave-settings.ts'
import { leaveTown, type LeaveTown } from '../../domain/registers/leave/leave-town.ts'
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

/** What leave is judged by in the town now. */
export async function readLeaveTown(stores: LeaveStores, { at, today }: Moment): Promise<LeaveTown> {
  return leaveTown({
    today,
    time: townMoment(at.getTime()).slice(11, 16),
    calendar: await stores.calendar.read(),
    roster: await stores.roster.assignments(),
    settings: await stores.registerSettings.read(leaveSettingsName),
    balances: await stores.registerSettings.read(leaveBalancesName),
    leaveToday: await stores.records.list({ register: 'leave', days: { first: today, last: today } }),
  })
}

/** Whole years around the days: what a balance is reckoned over. */
export function yearsAround({ first, last }: DaySpan): DaySpan {
  return { first: windowAround(first, 'year').first, last: windowAround(last, 'year').last }
}
