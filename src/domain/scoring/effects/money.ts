import { fen } from '../../primitives/fen.ts'
import type { Charged, Outcome } from './outcome.ts'

/** 每次扣20元: pay taken for every step; never converted to points. */
export function takenPay({ rule, steps }: Charged): Outcome {
  if (steps === 0) return { does: 'nothing' }
  const perStep = rule.yuan ?? null
  return { does: 'take-pay', amount: perStep === null ? null : fen(perStep * steps) }
}
