import { addDays, type LocalDate } from './local-date.ts'

/** Which days are worked: the national calendar with 调休 and the town's own changes. */
export type WorkingCalendar = {
  readonly isWorkingDay: (day: LocalDate) => boolean
  /** The last year whose holidays have been announced; later years go by weekdays alone. */
  readonly knownUntil: number
}

/** A time limit: 5个工作日, 10日. */
export type DayCount = { readonly days: number; readonly kind: 'working' | 'calendar' }

/**
 * The last day of a time limit that begins with an event: the event's own day does not count, the last day counts whole.
 * A limit in calendar days that ends on a day off goes on to the next working day (民法典 201, 203).
 */
export function lastDayWithin(event: LocalDate, limit: DayCount, calendar: WorkingCalendar): LocalDate {
  if (limit.kind === 'calendar') return firstWorkingDayFrom(addDays(event, limit.days), calendar)
  let day = event
  for (let left = limit.days; left > 0; left -= 1) day = firstWorkingDayFrom(addDays(day, 1), calendar)
  return day
}

/** The day itself, or the first working day after it. */
export function firstWorkingDayFrom(day: LocalDate, calendar: WorkingCalendar): LocalDate {
  let candidate = day
  while (!calendar.isWorkingDay(candidate)) candidate = addDays(candidate, 1)
  return candidate
}

/** Working days after `from` up to and including `to`; below 0 when `to` lies before. Shown as 还剩 or 已超过. */
export function workingDaysBetween(from: LocalDate, to: LocalDate, calendar: WorkingCalendar): number {
  if (to < from) return -workingDaysBetween(to, from, calendar)
  let count = 0
  for (let day = addDays(from, 1); day <= to; day = addDays(day, 1)) if (calendar.isWorkingDay(day)) count += 1
  return count
}
