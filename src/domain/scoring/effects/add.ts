import { centipoints } from '../../primitives/centipoints.ts'
import { ladderPoints } from './ladder.ts'
import type { Charged, Outcome } from './outcome.ts'

/** 市级表彰加3分: points on for every step. An honour without an amount among the rewards gives its rung's points. */
export function addedPoints({ rule, entry, steps, isReward }: Charged): Outcome {
  if (steps === 0) return { does: 'nothing' }
  const perStep = rule.points ?? (isReward ? ladderPoints(rule, entry?.level ?? null) : null)
  return { does: 'move', points: perStep === null ? null : centipoints(perStep * steps) }
}
