import type { LocalDate } from '../domain/primitives/local-date.ts'
import type { Discretion, Objection, Proceeding, ProceedingStep } from '../domain/review/proceeding.ts'

export type ProceedingFilter = {
  readonly kind: Proceeding['kind'] | null
  readonly year: number | null
  /** Only those that are about this person (a deduction: among others); null: everyone's. */
  readonly about: string | null
}

/** Objections and discretionary deductions of a town, within one transaction. Steps are added, never changed. */
export type ProceedingStore = {
  /** The next of a kind in a year: 1, 2, 3 … Holds until the end of a writing transaction. */
  readonly nextNumber: (kind: Proceeding['kind'], year: number) => Promise<number>
  /** With the steps it has so far. */
  readonly add: (proceeding: Proceeding) => Promise<void>
  /** false: another step stands at its position already, and nothing was added. */
  readonly appendStep: (proceedingId: string, step: ProceedingStep) => Promise<boolean>
  readonly find: (proceedingId: string) => Promise<Proceeding | null>
  /** The latest opened first. */
  readonly list: (filter: ProceedingFilter) => Promise<readonly Proceeding[]>
  /** Against any of these entries, the oldest first. */
  readonly againstEntries: (entryIds: readonly string[]) => Promise<readonly Objection[]>
  /** Against figures of this bulletin, the oldest first. */
  readonly againstBulletin: (bulletinId: string) => Promise<readonly Objection[]>
  /** Against entries of these days, or figures of a period within them, the oldest first. */
  readonly againstDays: (span: {
    readonly first: LocalDate
    readonly last: LocalDate
  }) => Promise<readonly Objection[]>
  /** Proposed for a day within these, the oldest first. */
  readonly discretionsWithin: (span: {
    readonly first: LocalDate
    readonly last: LocalDate
  }) => Promise<readonly Discretion[]>
}
