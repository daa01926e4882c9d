import { pointsFromRatio } from '../../primitives/centipoints.ts'
import { ratio } from '../../primitives/ratio.ts'
import type { Charged, Outcome } from './outcome.ts'

/**
 * 按比例得分: the quantity is completion in %, the item starts from full × q/100, half up to 0.01 (SPEC §4.1).
 * Completion in hundredths of a per cent: 87.5 % is 8750, so the divisor is 10,000.
 */
export function proportionalPoints({ entry, full, isReward }: Charged): Outcome {
  if (entry === null || full === null || isReward) return { does: 'set-base', points: null }
  const points = pointsFromRatio(ratio(BigInt(full) * BigInt(entry.quantity), 10_000n))
  return { does: 'set-base', points }
}
