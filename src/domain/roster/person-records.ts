import { groupBy } from '../primitives/group-by.ts'
import type { Absence } from './absence.ts'
import type { Assignment } from './assignment.ts'
import type { PersonRecord } from './personnel-change.ts'
import { inOrder } from './person-history.ts'

type Named = { readonly staffNumber: string; readonly name: string }

/** Everyone with rows and absences in order of days; people in the order given. */
export function personRecords(
  people: readonly Named[],
  assignments: readonly Assignment[],
  absences: readonly (Absence & { readonly staffNumber: string })[],
): readonly PersonRecord[] {
  const rows = groupBy(assignments, ({ staffNumber }) => staffNumber)
  const away = groupBy(absences, ({ staffNumber }) => staffNumber)
  return people.map(({ staffNumber, name }) => ({
    staffNumber,
    name,
    assignments: inOrder(rows.get(staffNumber) ?? []),
    absences: (away.get(staffNumber) ?? []).map(({ kind, from, to, note }) => ({ kind, from, to, note })),
  }))
}

/** The rows of all records as scoring reads them: each with the absences of its person. */
export function rosterOf(records: readonly PersonRecord[]): readonly Assignment[] {
  return records.flatMap(({ assignments, absences }) =>
    assignments.map((row) => (absences.length === 0 ? row : { ...row, absences })),
  )
}
