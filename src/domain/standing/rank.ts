import type { Centipoints } from '../primitives/centipoints.ts'

/** Someone to be ranked: in which ranking group (排名组) and with which published score. */
export type Ranked = { readonly rankingGroup: string; readonly score: Centipoints }

/**
 * Competition ranking within each ranking group, higher scores first: equal scores share a rank and the next rank is
 * skipped (1, 2, 2, 4). Answers the ranks in the order given. SPEC §4.7.
 */
export function rankWithinGroups(people: readonly Ranked[]): readonly number[] {
  const scoresByGroup = new Map<string, Centipoints[]>()
  for (const { rankingGroup, score } of people) {
    const scores = scoresByGroup.get(rankingGroup)
    if (scores === undefined) scoresByGroup.set(rankingGroup, [score])
    else scores.push(score)
  }
  const rankByScore = new Map<string, Map<Centipoints, number>>()
  for (const [group, scores] of scoresByGroup) {
    const ranks = new Map<Centipoints, number>()
    scores.sort((left, right) => right - left)
    scores.forEach((score, index) => {
      if (!ranks.has(score)) ranks.set(score, index + 1)
    })
    rankByScore.set(group, ranks)
  }
  return people.map(({ rankingGroup, score }) => rankByScore.get(rankingGroup)?.get(score) ?? 0)
}
