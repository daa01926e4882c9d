import type { LocalDate } from '../../primitives/local-date.ts'
import type { WorkingCalendar } from '../../primitives/working-calendar.ts'

/** What a turn on a day weighs: each class is shared out for itself. */
export const dayClasses = ['workday', 'weekend', 'holiday'] as const
export type DayClass = (typeof dayClasses)[number]

export const dayClassWords: Readonly<Record<DayClass, string>> = {
  workday: '工作日',
  weekend: '周末',
  holiday: '节假日',
}

/** So many of each class. */
export type ClassCounts = Readonly<Record<DayClass, number>>

export const noTurns: ClassCounts = { workday: 0, weekend: 0, holiday: 0 }

/** Each class asked in its turn. */
export function countsOf(count: (dayClass: DayClass) => number): ClassCounts {
  const [workday, weekend, holiday] = dayClasses.map(count)
  return { workday: workday ?? 0, weekend: weekend ?? 0, holiday: holiday ?? 0 }
}

/** A day off that belongs to a public holiday is 节假日, also when it falls on a Saturday; any other day off is 周末. */
export function dayClassOf(
  day: LocalDate,
  calendar: WorkingCalendar,
  holidayOf: (day: LocalDate) => string | null,
): DayClass {
  if (calendar.isWorkingDay(day)) return 'workday'
  return holidayOf(day) === null ? 'weekend' : 'holiday'
}
