import type { Absence } from '../domain/roster/absence.ts'
import type { Assignment } from '../domain/roster/assignment.ts'
import type { PersonRecord } from '../domain/roster/personnel-change.ts'

/** A person of the roster, with what the name is found by. */
export type StoredPerson = {
  readonly staffNumber: string
  readonly name: string
  /** Full pinyin without tones, and the initials. */
  readonly pinyin: string
  readonly initials: string
}

export type StoredAbsence = Absence & { readonly staffNumber: string }

export type RosterStore = {
  /** Everyone, in roster order. */
  readonly people: () => Promise<readonly StoredPerson[]>
  /** Every dated row, in roster order, with the absences of its person. */
  readonly assignments: () => Promise<readonly Assignment[]>
  /** One person's dated rows; none for an unknown 工号. */
  readonly assignmentsOf: (staffNumber: string) => Promise<readonly Assignment[]>
  /**
   * Puts these people and their rows in the place of what was known of the same 工号; others stay as they are, after
   * them. People come in roster order.
   */
  readonly replace: (
    people: readonly StoredPerson[],
    assignments: readonly Assignment[],
    newId: () => string,
  ) => Promise<void>
  /** Every secondment and long leave, by person and day. */
  readonly absences: () => Promise<readonly StoredAbsence[]>
  /** Puts this one person's rows and absences in the place of what was known; a new person comes last. */
  readonly keepPerson: (
    person: StoredPerson,
    record: Pick<PersonRecord, 'assignments' | 'absences'>,
    act: { readonly at: Date; readonly by: string; readonly newId: () => string },
  ) => Promise<void>
  readonly countPeople: () => Promise<number>
}
