import { negatePoints } from '../../primitives/centipoints.ts'
import type { Charged, Outcome } from './outcome.ts'

/**
 * 视情节扣5-10分, 酌情加1-3分, 视情记8-10分: the points the leading group decided for this very entry (裁量分), not
 * points per unit; they are taken, added, or become the item's value as an award does. Only a grace or a `per` in the
 * clause can keep them from counting, and a value has neither.
 */
export function decidedPoints({ rule, entry, steps, isReward }: Charged): Outcome {
  const decided = entry?.discretion ?? null
  if (rule.direction === 'award') return { does: isReward ? 'move' : 'set-base', points: decided }
  if (steps === 0 && (rule.grace !== undefined || rule.per !== undefined)) return { does: 'nothing' }
  if (rule.direction === 'add' || decided === null) return { does: 'move', points: decided }
  return { does: 'move', points: negatePoints(decided) }
}
