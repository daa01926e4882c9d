import type { Observation } from './observation.ts'

/**
 * What became of a proposal: `superseded` when the register came to say otherwise before anyone decided. An adopted one
 * has its entry in the ledger (or, for a reversal, the reversing row).
 */
export const proposedEntryStates = ['open', 'adopted', 'dismissed', 'superseded'] as const
export type ProposedEntryState = (typeof proposedEntryStates)[number]

/** A deduction or addition a register proposes (登记建议), or the reversal of one whose fact is gone or changed. */
export type ProposedEntry = {
  readonly id: string
  /** `reversal`: of the entry that was made of this fact, whose observation it carries. */
  readonly sort: 'entry' | 'reversal'
  readonly observation: Observation
  readonly state: ProposedEntryState
  /** Adopted: the entry it became. A reversal: the entry to reverse, from the beginning. */
  readonly entryId: string | null
  /** What the office changed when it adopted it, and the reason of this or of a dismissal. */
  readonly reason: string | null
  readonly madeAt: Date
  readonly decided: { readonly at: Date; readonly by: string } | null
}
