import { daysInMonth, localDate, yearOf, type DaySpan, type LocalDate } from '../primitives/local-date.ts'

/** A month that is closed (月考核): nothing after `ledgerPosition` is in its table. */
export type MonthClose = {
  /** 2026-03. */
  readonly month: string
  readonly closedOn: LocalDate
  /** Of the last row of the ledger that the frozen table follows from. */
  readonly ledgerPosition: number
}

/** The month a day lies in: 2026-03. */
export function monthOfDay(day: LocalDate): string {
  return day.slice(0, 7)
}

/** First and last day of a month written 2026-03. */
export function spanOfMonth(month: string): DaySpan {
  const first = localDate(`${month}-01`)
  const last = daysInMonth(yearOf(first), Number(month.slice(5, 7)))
  return { first, last: localDate(`${month}-${String(last)}`) }
}

/** 2026-01 … 2026-12. */
export function monthsOfYear(year: number): readonly string[] {
  return Array.from({ length: 12 }, (_, index) => `${String(year)}-${String(index + 1).padStart(2, '0')}`)
}

type Placed = { readonly occurredOn: LocalDate; readonly position: number }

/**
 * The close that an entry came after (迟录): of the month of its day, when that was closed before the entry was
 * recorded; null: it is not late.
 */
export function closeBefore(entry: Placed, closes: readonly MonthClose[]): MonthClose | null {
  const month = monthOfDay(entry.occurredOn)
  return closes.find((close) => close.month === month && close.ledgerPosition < entry.position) ?? null
}
