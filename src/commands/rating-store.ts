import type { RegisterDecision } from '../domain/ledger/entry.ts'
import type { Quantity } from '../domain/primitives/quantity.ts'

/** A mark on record; a withdrawn one stays, and no longer counts. */
export type StoredMark = {
  readonly id: string
  readonly year: number
  readonly staffNumber: string
  readonly categoryId: string
  /** null: the person's whole mark. */
  readonly raterGroup: string | null
  readonly mark: Quantity
  readonly source: string
  readonly at: Date
  readonly by: string
}

export type RatingStore = {
  /** Marks of the year that are not withdrawn, in the order they were entered. */
  readonly standingMarks: (year: number) => Promise<readonly StoredMark[]>
  readonly find: (markId: string) => Promise<{ readonly mark: StoredMark; readonly withdrawn: boolean } | null>
  readonly add: (marks: readonly StoredMark[]) => Promise<void>
  readonly withdraw: (markId: string, withdrawal: { at: Date; by: string; reason: string }) => Promise<void>
}

export type StoredRegisterDecision = RegisterDecision & {
  readonly id: string
  readonly reason: string
  readonly at: Date
  readonly by: string
}

export type RegisterStore = {
  /** The latest decision per rule and window that touches the year. */
  readonly decisions: (year: number) => Promise<readonly StoredRegisterDecision[]>
  readonly add: (decision: StoredRegisterDecision) => Promise<void>
}
