import { daysBetween, isWithin, yearSpan, type DaySpan, type LocalDate } from '../primitives/local-date.ts'
import type { Post } from '../scheme/scheme.ts'
import { daysOnRoster, type Assignment, type Employment } from './assignment.ts'

/** One row's days within the assessment year. */
export type Stay = {
  readonly office: string
  readonly post: Post
  readonly inChargeOf: readonly string[]
  readonly span: DaySpan
  readonly days: number
}

/** A person in the assessment year: the rows of one 工号 that have days in it. */
export type StaffMember = {
  readonly staffNumber: string
  readonly name: string
  /** Office, post and employment of the last stay: they decide how the whole year is scored and ranked. */
  readonly office: string
  readonly post: Post
  readonly employment: Employment | null
  /** In order of days; they never overlap. */
  readonly stays: readonly Stay[]
  /** D: calendar days on the roster in the year, first and last included (SPEC §4.5). */
  readonly days: number
}

/**
 * The people with at least one day on the roster in the year, in roster order (a person stands where his or her
 * first row stands). SPEC §4.5, §7.
 */
export function staffOfYear(roster: readonly Assignment[], year: number): readonly StaffMember[] {
  const rowsByNumber = new Map<string, Assignment[]>()
  for (const row of roster) {
    const rows = rowsByNumber.get(row.staffNumber)
    if (rows === undefined) rowsByNumber.set(row.staffNumber, [row])
    else rows.push(row)
  }
  const span = yearSpan(year)
  const staff: StaffMember[] = []
  for (const [staffNumber, rows] of rowsByNumber) {
    const dated = rows
      .flatMap((row) => {
        const days = daysOnRoster(row, span)
        return days === null ? [] : [{ row, span: days }]
      })
      .sort((left, right) => (left.span.first < right.span.first ? -1 : 1))
    const last = dated.at(-1)
    if (last === undefined) continue
    const stays = dated.map(({ row, span: days }) => ({
      office: row.office,
      post: row.post,
      inChargeOf: row.inChargeOf,
      span: days,
      days: daysBetween(days.first, days.last),
    }))
    staff.push({
      staffNumber,
      name: last.row.name,
      office: last.row.office,
      post: last.row.post,
      employment: last.row.employment,
      stays,
      days: stays.reduce((sum, stay) => sum + stay.days, 0),
    })
  }
  return staff
}

/** The stay that holds the day, or null when the person was not on the roster then. */
export function stayOn(person: StaffMember, day: LocalDate): Stay | null {
  return person.stays.find((stay) => isWithin(day, stay.span)) ?? null
}
