import { addDays, type LocalDate } from '../primitives/local-date.ts'
import type { Absence } from './absence.ts'
import type { Assignment } from './assignment.ts'

/**
 * A day on which something about a person changed. 离岗 and the end of an absence are named by their last day, all
 * others by their first.
 */
export type HistoryEvent = {
  readonly what: 'join' | 'move' | 'leave' | 'absence-start' | 'absence-end'
  readonly on: LocalDate
}

type Days = Pick<Assignment, 'from' | 'to'>
type Rows = {
  readonly assignments: readonly Days[]
  readonly absences: readonly Pick<Absence, 'kind' | 'from' | 'to'>[]
}

/** What happened to a person, in order of days; a row open on a side has no event there. */
export function historyOf({ assignments, absences }: Rows): readonly HistoryEvent[] {
  const rows = inOrder(assignments)
  const events = rows.flatMap((row, index): HistoryEvent[] => {
    const follows = row.from !== null && rows[index - 1]?.to === addDays(row.from, -1)
    const goesOn = row.to !== null && rows[index + 1]?.from === addDays(row.to, 1)
    return [
      ...(row.from === null ? [] : [{ what: follows ? ('move' as const) : ('join' as const), on: row.from }]),
      ...(row.to === null || goesOn ? [] : [{ what: 'leave' as const, on: row.to }]),
    ]
  })
  const away = absences.flatMap(({ from, to }): HistoryEvent[] => [
    { what: 'absence-start', on: from },
    ...(to === null ? [] : [{ what: 'absence-end' as const, on: to }]),
  ])
  return [...events, ...away].sort((left, right) => (left.on < right.on ? -1 : left.on > right.on ? 1 : 0))
}

/** Rows by their first day; one open to the left comes first. */
export function inOrder<Row extends Days>(assignments: readonly Row[]): readonly Row[] {
  return assignments.toSorted((left, right) => ((left.from ?? '') < (right.from ?? '') ? -1 : 1))
}

export type StateOnDay = 'present' | 'secondment' | 'long-leave' | 'left' | 'not-yet'

/** How a person stands on a day: off the roster before an absence counts. Between two stays he or she has left. */
export function stateOn({ assignments, absences }: Rows, day: LocalDate): StateOnDay {
  const isHere = assignments.some(({ from, to }) => (from === null || from <= day) && (to === null || day <= to))
  if (isHere) return absences.find(({ from, to }) => from <= day && (to === null || day <= to))?.kind ?? 'present'
  return assignments.length > 0 && assignments.every(({ from }) => from !== null && from > day)
    ? 'not-yet'
    : 'left'
}
