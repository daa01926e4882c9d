import type { Centipoints } from '../../primitives/centipoints.ts'
import type { Fen } from '../../primitives/fen.ts'
import type { LedgerEntry } from '../../ledger/entry.ts'
import type { Rule } from '../../scheme/scheme.ts'

/** An entry (or, without one, a shortfall at the end of its window) with the steps it is charged. */
export type Charged = {
  readonly rule: Rule
  readonly entry: LedgerEntry | null
  /** Whole steps after grace and `per` (SPEC §4.1 Units). */
  readonly steps: number
  /** Full points of the item; null outside items and where they are lost. */
  readonly full: Centipoints | null
  /** Whether the rule is one of the scheme's rewards, where the default ladder of levels stands in for an amount. */
  readonly isReward: boolean
}

/** What one charged entry does. Points and pay are null where the amount is lost. */
export type Outcome =
  | { readonly does: 'nothing' }
  | { readonly does: 'move'; readonly points: Centipoints | null }
  | { readonly does: 'set-base'; readonly points: Centipoints | null }
  | { readonly does: 'forfeit' }
  | { readonly does: 'zero' }
  | { readonly does: 'veto' }
  | { readonly does: 'take-pay'; readonly amount: Fen | null }
