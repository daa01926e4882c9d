import { centipoints, type Centipoints } from '../../primitives/centipoints.ts'
import { defaultLadder, isSanction, readLevel } from '../../ledger/level.ts'
import type { Rule } from '../../scheme/scheme.ts'

/**
 * Points of one step of a reward without an amount: 区 (=县) 1, 市 2, 省 3, 国家 5 (SPEC §4.3, a default of ours,
 * not of the text). Null without a level, and for 党纪政纪处分, which has no default.
 */
export function ladderPoints(rule: Rule, entryLevel: string | null): Centipoints | null {
  if (isSanction(rule)) return null
  const level = readLevel(rule.level ?? entryLevel ?? '')
  return level === null ? null : centipoints(defaultLadder[level] * 100)
}
