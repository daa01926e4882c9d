import type { CalendarStore } from '../commands/calendar-store.ts'
import type { RegisterRecordStore, RegisterSettingStore } from '../commands/register-record-store.ts'
import type { RosterStore } from '../commands/roster-store.ts'
import { townDay, townMoment, type LocalDate } from '../domain/primitives/local-date.ts'
import { toLeave } from '../domain/registers/leave/leave-record.ts'
import { dayStatuses, type DayStatus } from '../domain/registers/whereabouts/day-status.ts'
import { toWhereabouts } from '../domain/registers/whereabouts/whereabouts-record.ts'
import {
  readWhereaboutsSettings,
  whereaboutsSettingsName,
} from '../domain/registers/whereabouts/whereabouts-settings.ts'

export type { DayStatus }

export type DayStatusStores = {
  readonly roster: Pick<RosterStore, 'assignments'>
  readonly calendar: Pick<CalendarStore, 'read'>
  readonly records: Pick<RegisterRecordStore, 'list'>
  readonly registerSettings: Pick<RegisterSettingStore, 'read'>
}

/**
 * Where everyone on the roster of the day is, in roster order: in, in a village, in a meeting, out, on leave, on duty or
 * unknown. `at`: an instant of that day, by which half-days and hours of return are judged; absent: the day as a whole.
 */
export async function statusOfDay(
  stores: DayStatusStores,
  day: LocalDate,
  at: Date | null = null,
): Promise<readonly DayStatus[]> {
  const days = { first: day, last: day }
  const isToday = at !== null && townDay(at.getTime()) === day
  const duty = await stores.records.list({ register: 'duty', days })
  const settings = readWhereaboutsSettings(await stores.registerSettings.read(whereaboutsSettingsName))
  return dayStatuses(await stores.roster.assignments(), {
    day,
    time: isToday ? townMoment(at.getTime()).slice(11, 16) : null,
    isWorkingDay: (await stores.calendar.read()).isWorkingDay(day),
    unsaid: settings.unsaid,
    leave: (await stores.records.list({ register: 'leave', days })).map(toLeave),
    whereabouts: (await stores.records.list({ register: 'whereabouts', days })).map(toWhereabouts),
    onDuty: new Set(duty.flatMap(({ staffNumber }) => (staffNumber === null ? [] : [staffNumber]))),
  })
}
