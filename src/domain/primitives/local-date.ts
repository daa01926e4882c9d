import { assert } from './result.ts'

declare const localDateBrand: unique symbol

/** A calendar day of the town, Asia/Shanghai, as YYYY-MM-DD; compares as text. */
export type LocalDate = string & { readonly [localDateBrand]: true }

/** Months and quarters are 1-based. */
export type CalendarWindow = 'month' | 'quarter' | 'year'

/** Parses YYYY-MM-DD (also YYYY/M/D and YYYY年M月D日); null for anything that is not a day of the calendar. */
export function parseLocalDate(text: string): LocalDate | null {
  const match = /^(\d{4})(?:-|\/|\.|年)(\d{1,2})(?:-|\/|\.|月)(\d{1,2})日?$/.exec(text.trim())
  if (match === null) return null
  const [year, month, day] = [Number(match[1]), Number(match[2]), Number(match[3])]
  if (year < 1900 || month < 1 || month > 12 || day < 1 || day > daysInMonth(year, month)) return null
  return toLocalDate(year, month, day)
}

/** For days the code itself writes; throws when the text is not a day. */
export function localDate(text: string): LocalDate {
  const day = parseLocalDate(text)
  assert(day !== null, `${text} is a calendar day`)
  return day
}

/** The day it is in the town (Asia/Shanghai, UTC+8 all year) at an instant given in milliseconds since 1970. */
export function townDay(instantMs: number): LocalDate {
  const shifted = new Date(instantMs + 8 * 3_600_000)
  return toLocalDate(shifted.getUTCFullYear(), shifted.getUTCMonth() + 1, shifted.getUTCDate())
}

/** An instant by the town's clock, to the second: 2026-03-09 14:05:33. */
export function townMoment(instantMs: number): string {
  return new Date(instantMs + 8 * 3_600_000).toISOString().slice(0, 19).replace('T', ' ')
}

/** The first instant of the day in the town, in milliseconds since 1970. */
export function startOfTownDay(day: LocalDate): number {
  return dayNumber(day) * 86_400_000 - 8 * 3_600_000
}

function isLeapYear(year: number): boolean {
  return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0
}

/** Months are 1 to 12. */
export function daysInMonth(year: number, month: number): number {
  if (month === 2) return isLeapYear(year) ? 29 : 28
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31
}

export function daysInYear(year: number): number {
  return isLeapYear(year) ? 366 : 365
}

export function yearOf(day: LocalDate): number {
  return Number(day.slice(0, 4))
}

function monthOf(day: LocalDate): number {
  return Number(day.slice(5, 7))
}

function toLocalDate(year: number, month: number, day: number): LocalDate {
  const text = `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`
  return text as LocalDate
}

/** Days since 1970-01-01 by the proleptic Gregorian calendar (H. Hinnant, days_from_civil). */
export function dayNumber(day: LocalDate): number {
  const month = monthOf(day)
  const shiftedYear = yearOf(day) - (month <= 2 ? 1 : 0)
  const era = Math.floor(shiftedYear / 400)
  const yearOfEra = shiftedYear - era * 400
  const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + Number(day.slice(8, 10)) - 1
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear
  return era * 146_097 + dayOfEra - 719_468
}

/** The day so many days later, or earlier when negative. */
export function addDays(day: LocalDate, days: number): LocalDate {
  const shifted = new Date((dayNumber(day) + days) * 86_400_000)
  return toLocalDate(shifted.getUTCFullYear(), shifted.getUTCMonth() + 1, shifted.getUTCDate())
}

/** Calendar days from first to last, both included; 0 when last is before first. */
export function daysBetween(first: LocalDate, last: LocalDate): number {
  return Math.max(0, dayNumber(last) - dayNumber(first) + 1)
}

/** A stretch of days, first and last included. */
export type DaySpan = { readonly first: LocalDate; readonly last: LocalDate }

/** Each day of the span, in order. */
export function daysOf({ first, last }: DaySpan): readonly LocalDate[] {
  const days: LocalDate[] = []
  for (let day = first; day <= last; day = addDays(day, 1)) days.push(day)
  return days
}

/** 1 January to 31 December. */
export function yearSpan(year: number): DaySpan {
  return { first: toLocalDate(year, 1, 1), last: toLocalDate(year, 12, 31) }
}

/** The month, quarter or year that holds the day. */
export function windowAround(day: LocalDate, window: CalendarWindow): DaySpan {
  const year = yearOf(day)
  if (window === 'year') return yearSpan(year)
  const month = monthOf(day)
  const firstMonth = window === 'month' ? month : month - ((month - 1) % 3)
  const lastMonth = window === 'month' ? month : firstMonth + 2
  return {
    first: toLocalDate(year, firstMonth, 1),
    last: toLocalDate(year, lastMonth, daysInMonth(year, lastMonth)),
  }
}

/** The days both spans share, or null when they share none. */
export function overlapOf(left: DaySpan, right: DaySpan): DaySpan | null {
  const first = left.first > right.first ? left.first : right.first
  const last = left.last < right.last ? left.last : right.last
  return first <= last ? { first, last } : null
}

export function isWithin(day: LocalDate, span: DaySpan): boolean {
  return span.first <= day && day <= span.last
}
