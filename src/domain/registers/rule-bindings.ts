import type { ObservationKind } from './observation-kinds.ts'

/** Which rule an observation falls under. variant '': of the kind as a whole. */
export type RuleBinding = {
  readonly kind: ObservationKind
  readonly variant: string
  /** null: under none. */
  readonly ruleId: string | null
}
