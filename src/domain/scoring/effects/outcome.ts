import type { Centipoints } from '../../primitives/centipoints.ts'
import type { Fen } from '../../primitives/fen.ts'
import { impossible } from '../../primitives/result.ts'
import type { LedgerEntry } from '../../ledger/entry.ts'
import type { Rule } from '../../scheme/scheme.ts'
import { addedPoints } from './add.ts'
import { awardedPoints } from './award.ts'
import { deductedPoints } from './deduct.ts'
import { decidedPoints } from './discretionary.ts'
import { forfeits } from './forfeit.ts'
import { takenPay } from './money.ts'
import { proportionalPoints } from './proportional.ts'
import { vetoes } from './veto.ts'
import { zeroes } from './zero.ts'

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

/** The nine effects of SPEC §2, one file each. */
export function outcomeOf(charged: Charged): Outcome {
  const { effect } = charged.rule
  switch (effect) {
    case 'deduct':
      return deductedPoints(charged)
    case 'add':
      return addedPoints(charged)
    case 'award':
      return awardedPoints(charged)
    case 'forfeit':
      return forfeits(charged)
    case 'zero':
      return zeroes(charged)
    case 'veto':
      return vetoes(charged)
    case 'discretionary':
      return decidedPoints(charged)
    case 'proportional':
      return proportionalPoints(charged)
    case 'money':
      return takenPay(charged)
    default:
      return impossible(effect)
  }
}
