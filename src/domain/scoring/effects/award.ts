import type { Charged, Outcome } from './outcome.ts'

/**
 * 达90%以上得5分: the condition held, so the item starts from this value instead of full points. The latest
 * confirmed one stands; outside items there is no base to set and the points are added.
 */
export function awardedPoints({ rule, isReward }: Charged): Outcome {
  return { does: isReward ? 'move' : 'set-base', points: rule.points }
}
