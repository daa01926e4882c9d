import { formatPoints } from '../primitives/centipoints.ts'
import { renderRule } from '../scheme/render-rule.ts'
import type { Rule, Scheme } from '../scheme/scheme.ts'
import type { Diagnostic } from './diagnostic.ts'
import { spanOf } from './normalised-text.ts'
import type { Section } from './section.ts'
import { allBlocks } from './plan-items.ts'
import { cite, findingAt, wordsAt, type Reading } from './stored-text.ts'
import type { StatedLimit } from './statements/reward-cap.ts'

export type LimitedScheme = { readonly scheme: Scheme; readonly findings: readonly Diagnostic[] }

/**
 * Puts limits over sections of rewards where they belong: 单项加分不超过5分 on each addition without a cap of its own,
 * 加分最高不超过10分 on the one addition below it or, where every addition of the rewards stands below it, on the scheme
 * (`rewardCap`). A limit over a part of them has no place in a scheme and is asked about.
 */
export function applyRewardLimits(
  reading: Reading,
  scheme: Scheme,
  limits: readonly StatedLimit[],
): LimitedScheme {
  let limited = scheme
  const findings: Diagnostic[] = []
  const said = limits.filter(
    (limit, i) => i === 0 || limits[i - 1]?.section !== limit.section || limits[i - 1]?.points !== limit.points,
  )
  const sums = said.filter(({ reach }) => reach === 'sum')
  for (const limit of said.filter(({ reach }) => reach === 'each')) limited = withCaps(reading, limited, limit)
  for (const limit of sums) {
    const below = additionsBelow(reading, limited, limit)
    const all = limited.rewards.filter(isAddition)
    if (below.length === 1 && all.length > 1) limited = withCaps(reading, limited, limit)
    else if (below.length > 0 && below.length === all.length && limited.rewardCap === undefined)
      limited = { ...limited, rewardCap: { points: limit.points, source: cite(reading, limit.words) } }
    else if (limited.rewardCap?.points !== limit.points) findings.push(askAbout(reading, limit))
  }
  return { scheme: limited, findings }
}

function isAddition(rule: Rule): boolean {
  return rule.effect === 'add' || (rule.effect === 'discretionary' && rule.direction === 'add')
}

function additionsBelow(reading: Reading, scheme: Scheme, { section }: StatedLimit): Rule[] {
  const { start, end } = spanOf(reading.body, section.start, endOf(section))
  return scheme.rewards.filter(
    (rule) => isAddition(rule) && rule.source !== null && rule.source.start >= start && rule.source.start < end,
  )
}

function endOf(section: Section): number {
  return Math.max(section.heading.end, ...allBlocks(section).map((block) => block.end))
}

function withCaps(reading: Reading, scheme: Scheme, limit: StatedLimit): Scheme {
  const below = additionsBelow(reading, scheme, limit)
  return {
    ...scheme,
    rewards: scheme.rewards.map((rule) => {
      if (!below.includes(rule) || rule.cap !== undefined || rule.effect !== 'add') return rule
      const capped = { ...rule, cap: limit.points }
      return { ...capped, sentence: renderRule(capped) }
    }),
  }
}

function askAbout(reading: Reading, limit: StatedLimit): Diagnostic {
  return findingAt(reading, limit.words, {
    severity: 'warning',
    code: 'ambiguous-reading',
    message: `“${wordsAt(reading, limit.words)}”限的是哪几条加分、是不是合计${formatPoints(limit.points)}分，不清楚，请在相应条款上填写封顶，或填写奖励加分上限。`,
  })
}
