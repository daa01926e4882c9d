import { addDays, dayNumber, localDate, type DaySpan, type LocalDate } from '../../primitives/local-date.ts'
import { quantity, type Quantity } from '../../primitives/quantity.ts'
import type { WorkingCalendar } from '../../primitives/working-calendar.ts'

/** A leave begins in the morning (null too) or at noon, and ends at noon or in the evening (null too). */
export type LeaveTimes = {
  readonly days: DaySpan
  readonly begins: 'morning' | 'noon' | null
  readonly ends: 'noon' | 'evening' | null
}

/** Half a day: the morning or the afternoon. Two of the same day and half are one. */
export type HalfDay = { readonly day: LocalDate; readonly half: 'morning' | 'afternoon' }

/** Half-days since 1970, mornings even: the one axis on which leave is laid. From the first up to, not with, the second. */
export type HalfSpan = { readonly from: number; readonly until: number }

export function halfAt(day: LocalDate, time: 'morning' | 'noon' | 'evening'): number {
  return dayNumber(day) * 2 + (time === 'morning' ? 0 : time === 'noon' ? 1 : 2)
}

/** Empty (until ≤ from) where a leave of one day begins at noon and ends at noon. */
export function halfSpanOf({ days, begins, ends }: LeaveTimes): HalfSpan {
  return { from: halfAt(days.first, begins ?? 'morning'), until: halfAt(days.last, ends ?? 'evening') }
}

export function shareHalves(left: HalfSpan, right: HalfSpan): boolean {
  return left.from < right.until && right.from < left.until
}

const epoch = localDate('1970-01-01')

/** In order; of working days alone unless days off count as well. */
export function halfDaysOf(
  { from, until }: HalfSpan,
  calendar: WorkingCalendar,
  counts: 'working' | 'calendar',
): readonly HalfDay[] {
  const halves: HalfDay[] = []
  for (let at = from; at < until; at += 1) {
    const day = addDays(epoch, Math.floor(at / 2))
    if (counts === 'calendar' || calendar.isWorkingDay(day))
      halves.push({ day, half: at % 2 === 0 ? 'morning' : 'afternoon' })
  }
  return halves
}

/** Days in hundredths: a half is 50. */
export function daysOfHalves(halves: number): Quantity {
  return quantity(halves * 50)
}
