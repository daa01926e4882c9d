import { groupBy } from '../../primitives/group-by.ts'
import {
  daysOf,
  daysBetween,
  isWithin,
  yearSpan,
  yearOf,
  type DaySpan,
  type LocalDate,
} from '../../primitives/local-date.ts'
import { absenceOn } from '../../roster/absence.ts'
import type { Assignment } from '../../roster/assignment.ts'
import type { DutyPost, DutySettings } from './duty-settings.ts'

/** Why somebody cannot be put on on a day. */
export type ClosedReason = 'leave' | 'exempt' | 'not-here'

export type DutyPerson = {
  readonly staffNumber: string
  readonly name: string
  readonly post: DutyPost
  /** First day of the present stay, where it began in the year; null: before. */
  readonly since: LocalDate | null
  readonly closed: ReadonlyMap<LocalDate, ClosedReason>
}

/** Days somebody is granted leave, first and last included. */
export type LeaveDays = { readonly staffNumber: string; readonly days: DaySpan }

/**
 * Who takes turns in the span, in roster order: leaders lead, staff serve. Who is away, or exempt, on all its days is
 * left out and compared with nobody. A stay begins anew after a secondment, a long leave or another post.
 */
export function dutyPeople(
  span: DaySpan,
  roster: readonly Assignment[],
  leaves: readonly LeaveDays[],
  settings: DutySettings,
): readonly DutyPerson[] {
  const days = daysOf(span)
  const before = daysOf({ first: yearSpan(yearOf(span.first)).first, last: span.last })
  return [...groupBy(roster, ({ staffNumber }) => staffNumber)].flatMap(([staffNumber, rows]) => {
    const own = leaves.filter((leave) => leave.staffNumber === staffNumber).map(({ days }) => days)
    const long = own.filter(({ first, last }) => daysBetween(first, last) >= settings.longLeaveDays)
    const postOn = (day: LocalDate): DutyPost | null => {
      const row = rows.find(({ from, to }) => (from === null || from <= day) && (to === null || day <= to))
      if (row === undefined || absenceOn(row.absences ?? [], day) !== null) return null
      return row.post === '工作人员' ? 'member' : 'leader'
    }
    const exempt = settings.exempt.filter((one) => one.staffNumber === staffNumber)
    const isExempt = (day: LocalDate) =>
      exempt.some(({ from, to }) => (from === null || from <= day) && (to === null || day <= to))
    const isOpen = (day: LocalDate) =>
      postOn(day) !== null && !isExempt(day) && !long.some((days) => isWithin(day, days))
    const firstOpen = days.find(isOpen)
    if (firstOpen === undefined) return []
    const post = postOn(firstOpen)
    const name = rows.findLast(({ from }) => from === null || from <= firstOpen)?.name ?? staffNumber
    if (post === null) return []
    const closed = new Map<LocalDate, ClosedReason>()
    for (const day of days) {
      if (postOn(day) !== post) closed.set(day, 'not-here')
      else if (isExempt(day)) closed.set(day, 'exempt')
      else if (own.some((days) => isWithin(day, days))) closed.set(day, 'leave')
    }
    const since = startOfStay(before, firstOpen, (day) => isOpen(day) && postOn(day) === post)
    return [{ staffNumber, name, post, since, closed }]
  })
}

/** `days`: from the first of the year on. Null: since before the year. */
function startOfStay(
  days: readonly LocalDate[],
  from: LocalDate,
  isHere: (day: LocalDate) => boolean,
): LocalDate | null {
  const away = days.findLastIndex((day) => day < from && !isHere(day))
  return away === -1 ? null : (days[away + 1] ?? null)
}
