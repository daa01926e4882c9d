import type { DaySpan, LocalDate } from '../primitives/local-date.ts'
import type { Post } from '../scheme/scheme.ts'
import type { Absence } from './absence.ts'

export const employments = ['公务员', '事业', '编外'] as const
export type Employment = (typeof employments)[number]

/**
 * One dated row of the roster. A person (工号) may have several whose days do not overlap: a mover.
 * 在编 in a sheet means the employment is not specified: null.
 */
export type Assignment = {
  readonly staffNumber: string
  readonly name: string
  readonly office: string
  readonly post: Post
  /** Offices a deputy is in charge of; empty for staff, and for a principal who leads all deputies. */
  readonly inChargeOf: readonly string[]
  readonly employment: Employment | null
  /** First and last day on the roster; null on either side is open (the whole year and beyond). */
  readonly from: LocalDate | null
  readonly to: LocalDate | null
  /** The person's secondments and long leaves, the same on each of the person's rows; absent where none is known. */
  readonly absences?: readonly Absence[]
}

/** The days of the assessment year the assignment covers, or null when it covers none. */
export function daysOnRoster(assignment: Assignment, year: DaySpan): DaySpan | null {
  const first = assignment.from !== null && assignment.from > year.first ? assignment.from : year.first
  const last = assignment.to !== null && assignment.to < year.last ? assignment.to : year.last
  return first <= last ? { first, last } : null
}
