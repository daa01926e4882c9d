import {
  daysInMonth,
  localDate,
  yearOf,
  yearSpan,
  type DaySpan,
  type LocalDate,
} from '../domain/primitives/local-date.ts'

/** A year, quarter or month that results are asked for, as of a day. */
export type AssessmentPeriod = {
  /** 2026, 2026-Q3 or 2026-09, as asked. */
  readonly name: string
  readonly year: number
  readonly span: DaySpan
  /** Balance day: the period's last day, or today while it still runs, unless another day was asked. */
  readonly asOf: LocalDate
}

/** Days of 2026, 2026-Q3 or 2026-09; the text has been checked by the contract. */
function spanOfPeriod(name: string): DaySpan {
  const [yearText = '', part] = name.split('-')
  const year = Number(yearText)
  if (part === undefined) return yearSpan(year)
  const isQuarter = part.startsWith('Q')
  const number = Number(part.replace('Q', ''))
  const firstMonth = isQuarter ? number * 3 - 2 : number
  const lastMonth = isQuarter ? number * 3 : number
  return {
    first: localDate(`${yearText}-${String(firstMonth)}-1`),
    last: localDate(`${yearText}-${String(lastMonth)}-${String(daysInMonth(year, lastMonth))}`),
  }
}

/** An asked day is kept within the year; a day before the period starts means its first day. */
export function assessmentPeriod(name: string, today: LocalDate, askedDay: LocalDate | null): AssessmentPeriod {
  const span = spanOfPeriod(name)
  const year = yearOf(span.first)
  const latest = askedDay ?? (today < span.last ? today : span.last)
  const end = yearSpan(year).last
  const asOf = latest < span.first ? span.first : latest > end ? end : latest
  return { name, year, span, asOf }
}
