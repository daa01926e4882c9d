import { centipoints } from '../../primitives/centipoints.ts'
import { ladderPoints } from './ladder.ts'
import type { Charged, Outcome } from './outcome.ts'

/** 每次扣2分: points off for every step. A criticism without an amount among the rewards takes its rung's points. */
export function deductedPoints({ rule, entry, steps, isReward }: Charged): Outcome {
  if (steps === 0) return { does: 'nothing' }
  const perStep = rule.points ?? (isReward ? ladderPoints(rule, entry?.level ?? null) : null)
  return { does: 'move', points: perStep === null ? null : centipoints(-perStep * steps) }
}
