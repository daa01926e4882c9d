import type { SpellName } from '../commands/import-roster.ts'
import type { RosterStore, StoredPerson } from '../commands/roster-store.ts'
import { groupBy } from '../domain/primitives/group-by.ts'
import type { Assignment } from '../domain/roster/assignment.ts'

export type PersonView = StoredPerson & { readonly stays: readonly Omit<Assignment, 'staffNumber' | 'name'>[] }

/** An office with what it is found by on a keyboard. */
export type SpelledOffice = { readonly office: string } & ReturnType<SpellName>

export type PeopleView = {
  readonly people: readonly PersonView[]
  readonly offices: readonly string[]
  readonly spelledOffices: readonly SpelledOffice[]
}

/** Everyone of the roster with their dated rows, and every office named in it, both in roster order. */
export async function listPeople(roster: RosterStore, spellOffice: SpellName): Promise<PeopleView> {
  const people = await roster.people()
  const assignments = await roster.assignments()
  // A leader may belong to no office.
  const offices = [...new Set(assignments.map(({ office }) => office))].filter((office) => office !== '')
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
    offices,
    spelledOffices: offices.map((office) => ({ office, ...spellOffice(office) })),
  }
}
