import {
  daysBetween,
  localDate,
  overlapOf,
  windowAround,
  yearSpan,
  type CalendarWindow,
  type DaySpan,
} from '../primitives/local-date.ts'
import type { Category, Item, Scheme } from '../scheme/scheme.ts'

/** The window in which the item grants its full points: its own, its category's, the scheme's, else the year. */
export function windowOfItem(scheme: Scheme, category: Category, item: Item): CalendarWindow {
  return item.window ?? category.window ?? scheme.window ?? 'year'
}

/** The months, quarters or the one year of a year, in order. */
export function windowsOfYear(year: number, window: CalendarWindow): readonly DaySpan[] {
  const whole = yearSpan(year)
  if (window === 'year') return [whole]
  const spans: DaySpan[] = []
  for (let month = 1; month <= 12; month += window === 'month' ? 1 : 3) {
    const firstDay = localDate(`${whole.first.slice(0, 5)}${String(month).padStart(2, '0')}-01`)
    spans.push(windowAround(firstDay, window))
  }
  return spans
}

/** Days that the spans share with the window, first and last included. */
export function daysWithin(spans: readonly DaySpan[], window: DaySpan): number {
  let days = 0
  for (const span of spans) {
    const shared = overlapOf(span, window)
    if (shared !== null) days += daysBetween(shared.first, shared.last)
  }
  return days
}
