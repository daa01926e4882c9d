import { addPoints, subtractPoints, zeroPoints, type Centipoints } from '../primitives/centipoints.ts'
import type { ScoringContext } from './scoring-context.ts'
import { chargeEntries, compareCharges, withinCaps, type Charge } from './charge.ts'
import type { EntriesByRule } from './item-score.ts'
import { chargeLine, limitLine, uncountedLine } from './line.ts'
import { keepLargestReward } from './rungs.ts'
import type { ItemScore, MissingPart, ScoreLine } from './score-sheet.ts'

export type RewardOutcome = {
  readonly rewards: ItemScore | null
  readonly reward: Centipoints
  readonly missing: readonly MissingPart[]
  readonly consequences: readonly Charge[]
}

const rewardTitle = '工作奖励成绩'

/**
 * 工作奖励成绩 (SPEC §4.3): what the rules outside every item move. Charges that share a matter and a sign count the
 * largest only; without a matter each is its own. Where the scheme caps its rewards, what the additions of the year come
 * to beyond it is taken off in a last line; deductions are apart, and nothing limits them.
 */
export function scoreRewards(context: ScoringContext, entries: EntriesByRule): RewardOutcome {
  const rules = [...context.scheme.rewards, ...context.scheme.vetoes]
  const all = context.lineagesOf(rules).flatMap((lineage) =>
    chargeEntries(
      lineage.map((rule) => ({ rule, entries: entries.get(rule.id)?.counted ?? [] })),
      { full: null, isReward: true, window: 'year' },
    ),
  )
  const charges = withinCaps(keepLargestReward([...all].sort(compareCharges)), 'year', context.lineageOf)
  const lines: ScoreLine[] = []
  const missing: MissingPart[] = []
  const consequences: Charge[] = []
  let reward = zeroPoints
  let added = zeroPoints
  for (const charge of charges) {
    const { outcome } = charge
    if (outcome.does === 'zero' || outcome.does === 'veto' || outcome.does === 'take-pay') {
      consequences.push(charge)
      continue
    }
    const points = outcome.does === 'move' || outcome.does === 'set-base' ? outcome.points : zeroPoints
    if (points === null) missing.push({ code: 'amount-unknown', item: rewardTitle, ruleId: charge.rule.id })
    const before = reward
    reward = addPoints(reward, points ?? zeroPoints)
    if (points !== null && points > 0) added = addPoints(added, points)
    lines.push(chargeLine(charge, before, reward, points ?? zeroPoints))
  }
  for (const rule of rules)
    for (const { entry, reason } of entries.get(rule.id)?.uncounted ?? [])
      lines.push(uncountedLine(entry, rule, reason))
  const cap = context.scheme.rewardCap?.points
  if (cap !== undefined && added > cap) {
    const before = reward
    reward = addPoints(reward, subtractPoints(cap, added))
    const clause = context.scheme.rewardCap?.source?.quote ?? rewardTitle
    lines.push(limitLine({ code: 'reward-cap', cap }, clause, before, cap - added, reward))
  }
  const rewards: ItemScore | null =
    rules.length === 0
      ? null
      : {
          itemId: 'rewards',
          title: rewardTitle,
          full: null,
          score: missing.length > 0 ? null : reward,
          lines,
          windows: [],
        }
  return { rewards, reward, missing, consequences }
}
