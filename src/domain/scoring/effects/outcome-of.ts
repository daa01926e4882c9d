import { impossible } from '../../primitives/result.ts'
import { addedPoints } from './add.ts'
import { awardedPoints } from './award.ts'
import { deductedPoints } from './deduct.ts'
import { decidedPoints } from './discretionary.ts'
import { forfeits } from './forfeit.ts'
import { takenPay } from './money.ts'
import type { Charged, Outcome } from './outcome.ts'
import { proportionalPoints } from './proportional.ts'
import { vetoes } from './veto.ts'
import { zeroes } from './zero.ts'

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
