import type { RosterStore, StoredPerson } from '../commands/roster-store.ts'
import { groupBy } from '../domain/primitives/group-by.ts'
import type { Assignment } from '../domain/roster/assignment.ts'

export type PersonView = StoredPerson & { readonly stays: readonly Omit<Assignment, 'staffNumber' | 'name'>[] }

/** Everyone of the roster with their dated rows, and every office named in it, both in roster order. */
export async function listPeople(
  roster: RosterStore,
): Promise<{ readonly people: readonly PersonView[]; readonly offices: readonly string[] }> {
  const people = await roster.people()
  const assignments = await roster.assignments()
  const staysOf = groupBy(assignments, ({ staffNumber }) => staffNumber)
  return {
    people: people.map((person) => ({
      ...person,
      stays: (staysOf.get(person.staffNumber) ?? []).map(({ office, post, inChargeOf, employment, from, to }) => ({
        office,
        post,
        inChargeOf,
        employment,
        from,
        to,
      })),
    })),
    // A leader may belong to no office.
    offices: [...new Set(assignments.map(({ office }) => office))].filter((office) => office !== ''),
  }
}
