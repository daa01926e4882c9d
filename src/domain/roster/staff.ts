import { daysBetween, isWithin, yearSpan, type DaySpan, type LocalDate } from '../primitives/local-date.ts'
import type { Post } from '../scheme/scheme.ts'
import { cutByAbsences, type AbsenceKind } from './absence.ts'
import { daysOnRoster, type Assignment, type Employment } from './assignment.ts'

/** Days of one row within the assessment year, in one stretch: an absence parts a row into several. */
export type Stay = {
  readonly office: string
  readonly post: Post
  readonly inChargeOf: readonly string[]
  readonly span: DaySpan
  readonly days: number
}

/** Days of one row that a secondment or a long leave takes off the roster. */
export type Away = {
  readonly kind: AbsenceKind
  readonly office: string
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
  /** Days of the year taken off the roster, in order. */
  readonly away: readonly Away[]
  /** D: calendar days on the roster in the year, first and last included (SPEC §4.5). */
  readonly days: number
}

/**
 * The people with at least one day on the roster in the year, in roster order (a person stands where his or her
 * first row stands). Secondments and long leaves are cut out of the rows. SPEC §4.5, §7.
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
        return days === null
          ? []
          : cutByAbsences(days, row.absences ?? []).map(({ span: piece, absence }) => ({
              row,
              span: piece,
              absence,
            }))
      })
      .sort((left, right) => (left.span.first < right.span.first ? -1 : 1))
    const present = dated.filter(({ absence }) => absence === null)
    const last = present.at(-1)
    if (last === undefined) continue
    const stays = present.map(({ row, span: days }) => ({
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
      away: dated.flatMap(({ row, span: days, absence }) =>
        absence === null
          ? []
          : [
              {
                kind: absence.kind,
                office: row.office,
                span: days,
                days: daysBetween(days.first, days.last),
              },
            ],
      ),
      days: stays.reduce((sum, stay) => sum + stay.days, 0),
    })
  }
  return staff
}

/** The stay that holds the day, or null when the person was not on the roster then. */
export function stayOn(person: StaffMember, day: LocalDate): Stay | null {
  return person.stays.find((stay) => isWithin(day, stay.span)) ?? null
}
