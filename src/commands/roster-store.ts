import type { Assignment } from '../domain/roster/assignment.ts'

/** A person of the roster, with what the name is found by. */
export type StoredPerson = {
  readonly staffNumber: string
  readonly name: string
  /** Full pinyin without tones, and the initials. */
  readonly pinyin: string
  readonly initials: string
}

export type RosterStore = {
  /** Everyone, in roster order. */
  readonly people: () => Promise<readonly StoredPerson[]>
  /** Every dated row, in roster order. */
  readonly assignments: () => Promise<readonly Assignment[]>
  /**
   * Puts these people and their rows in the place of what was known of the same 工号; others stay as they are, after
   * them. People come in roster order.
   */
  readonly replace: (
    people: readonly StoredPerson[],
    assignments: readonly Assignment[],
    newId: () => string,
  ) => Promise<void>
  readonly countPeople: () => Promise<number>
}
