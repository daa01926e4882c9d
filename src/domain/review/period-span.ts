import { localDate, windowAround, yearSpan, type DaySpan } from '../primitives/local-date.ts'

/** The days of a bulletin's period: 2026, 2026-Q1, 2026-03; null for one that is about something else. */
export function periodSpan(period: string): DaySpan | null {
  const match = /^(\d{4})(?:-(?:Q([1-4])|(0[1-9]|1[0-2])))?$/.exec(period)
  if (match === null) return null
  const [, year = '', quarter, month] = match
  if (quarter !== undefined) {
    const firstMonth = String(Number(quarter) * 3 - 2).padStart(2, '0')
    return windowAround(localDate(`${year}-${firstMonth}-01`), 'quarter')
  }
  return month === undefined ? yearSpan(Number(year)) : windowAround(localDate(`${year}-${month}-01`), 'month')
}
