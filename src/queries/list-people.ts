import type { SpellName } from '../commands/import-roster.ts'
import type { RosterStore, StoredPerson } from '../commands/roster-store.ts'
import type { LocalDate } from '../domain/primitives/local-date.ts'
import type { Absence } from '../domain/roster/absence.ts'
import type { Assignment } from '../domain/roster/assignment.ts'
import { personRecords } from '../domain/roster/person-records.ts'
import { covers, type Reach } from '../policies/permit.ts'

export type PersonView = StoredPerson & {
  /** In order of days. */
  readonly stays: readonly Omit<Assignment, 'staffNumber' | 'name' | 'absences'>[]
  readonly absences: readonly Absence[]
}

/** An office with what it is found by on a keyboard. */
export type SpelledOffice = { readonly office: string } & ReturnType<SpellName>

export type PeopleView = {
  readonly people: readonly PersonView[]
  readonly offices: readonly string[]
  readonly spelledOffices: readonly SpelledOffice[]
}

/**
 * Everyone within reach with their dated rows and absences, and every office named in these, in roster order. Who sees
 * some offices only sees those who stand there today, or stood there last, and is not told what an absence is for.
 */
export async function listPeople(
  roster: Pick<RosterStore, 'people' | 'assignments' | 'absences'>,
  spellOffice: SpellName,
  today: LocalDate,
  reach: Reach,
): Promise<PeopleView> {
  const stored = await roster.people()
  const records = personRecords(stored, await roster.assignments(), await roster.absences())
  const people = records.flatMap(({ staffNumber, assignments, absences }, index): PersonView[] => {
    const person = stored[index]
    if (person === undefined || !covers(reach, { staffNumber, offices: officesOn(assignments, today) })) return []
    const seesWhy = reach.kind === 'everyone' || reach.staffNumber === staffNumber
    return [
      {
        ...person,
        stays: assignments.map(({ office, post, inChargeOf, employment, from, to }) => ({
          office,
          post,
          inChargeOf,
          employment,
          from,
          to,
        })),
        absences: seesWhy ? absences : absences.map((absence) => ({ ...absence, note: '' })),
      },
    ]
  })
  // A leader may belong to no office.
  const offices = [...new Set(people.flatMap(({ stays }) => stays.map(({ office }) => office)))].filter(
    (office) => office !== '',
  )
  return { people, offices, spelledOffices: offices.map((office) => ({ office, ...spellOffice(office) })) }
}

function officesOn(assignments: readonly Assignment[], day: LocalDate): readonly string[] {
  const present = assignments.filter(
    ({ from, to }) => (from === null || from <= day) && (to === null || day <= to),
  )
  return (present.length > 0 ? present : assignments.slice(-1)).map(({ office }) => office)
}
