import { negatePoints } from '../../primitives/centipoints.ts'
import type { Charged, Outcome } from './outcome.ts'

/**
 * 视情节扣5-10分: takes the points the leading group decided for this very entry (裁量分), not points per unit.
 * Only a grace or a `per` in the clause can keep it from counting.
 */
export function decidedPoints({ rule, entry, steps }: Charged): Outcome {
  if (steps === 0 && (rule.grace !== undefined || rule.per !== undefined)) return { does: 'nothing' }
  const decided = entry?.discretion ?? null
  return { does: 'move', points: decided === null ? null : negatePoints(decided) }
}
