import type { Centipoints } from '../primitives/centipoints.ts'
import type { LocalDate } from '../primitives/local-date.ts'
import type { ProceedingState } from './proceeding-state.ts'
import type { Recusal } from './recusal.ts'
import type { StepDeed } from './step-deed.ts'

/** Why a step is not taken: facts alone, the sentence is made at the edge. */
export type StepRefusal =
  /** It is not the turn of such a step. */
  | { readonly code: 'step-out-of-turn'; readonly step: StepDeed['kind']; readonly state: ProceedingState | 'new' }
  /** It belongs to the person it is about. */
  | { readonly code: 'step-not-yours'; readonly step: StepDeed['kind'] }
  /** No role of his may do it. */
  | { readonly code: 'step-not-allowed'; readonly step: StepDeed['kind'] }
  /** The case itself keeps him out of it. */
  | { readonly code: 'step-barred'; readonly step: StepDeed['kind']; readonly why: Recusal }
  | { readonly code: 'objection-late'; readonly lastDay: LocalDate }
  /** `dueOn`: the office still has until then. */
  | { readonly code: 'answer-still-due'; readonly dueOn: LocalDate }
  | { readonly code: 'review-late'; readonly lastDay: LocalDate }
  | { readonly code: 'recused-already'; readonly who: string }
  /** Of the minutes. */
  | { readonly code: 'meeting-in-future'; readonly meetingOn: LocalDate }
  | { readonly code: 'meeting-before-asked'; readonly meetingOn: LocalDate; readonly askedOn: LocalDate }
  | { readonly code: 'member-recused'; readonly who: string; readonly why: Recusal }
  | { readonly code: 'member-twice'; readonly who: string }
  | { readonly code: 'decider-absent'; readonly who: string }
  /** Of the cure. */
  | { readonly code: 'cure-not-due' }
  /** An entry goes on counting until it is reversed, whatever a bulletin says. */
  | { readonly code: 'cure-needs-reversal' }
  | { readonly code: 'entries-not-reversed'; readonly count: number }
  /** An appeal is lodged once an answer is there, and its day has come. */
  | { readonly code: 'appeal-day-in-future'; readonly day: LocalDate }
  | { readonly code: 'appeal-settled' }
  /** Of a discretionary deduction. */
  | { readonly code: 'amounts-incomplete'; readonly staffNumbers: readonly string[] }
  | {
      readonly code: 'amount-out-of-bounds'
      readonly staffNumber: string
      readonly amount: Centipoints
      readonly min: Centipoints | null
      readonly max: Centipoints | null
    }
  | { readonly code: 'entries-do-not-match'; readonly wanted: number; readonly given: number }
