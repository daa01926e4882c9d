import { formatHundredths, pointsFromRatio, type Centipoints } from '../primitives/centipoints.ts'
import { addRatios, multiplyRatios, ratio, roundHalfUp, zeroRatio, type Ratio } from '../primitives/ratio.ts'
import type { RatingMark } from '../ledger/entry.ts'
import { raterGroupsOf } from '../scheme/rater-groups.ts'
import type { Category } from '../scheme/scheme.ts'
import type { MissingPart, RatingScore } from './score-sheet.ts'

export type RatingOutcome = {
  readonly rating: RatingScore
  readonly score: Centipoints | null
  readonly missing: readonly MissingPart[]
}

/**
 * A rated category (SPEC §4 综合评议): each rater group's mean of 0–100 marks, weighted, × full/100; exact until one
 * rounding half up to 0.01. A group without a mark makes it null unless the scheme spreads its weight. A mark without a
 * group is the person's whole mark.
 */
export function scoreRating(category: Category, marks: readonly RatingMark[]): RatingOutcome {
  const whole = marks.find(({ raterGroup }) => raterGroup === null)?.mark ?? null
  const groups = raterGroupsOf(category).map(({ group, weight }) => {
    const own = marks.filter(({ raterGroup }) => raterGroup === group)
    const sum = own.reduce((total, { mark }) => total + mark, 0)
    return { group, weight, marks: own.length, mean: own.length === 0 ? null : ratio(sum, own.length) }
  })
  const rating: RatingScore = {
    groups: groups.map((group) => ({ ...group, mean: group.mean === null ? null : showMean(group.mean) })),
    whole,
  }
  if (whole !== null) return settle(category, rating, ratio(whole))
  const absent = groups.filter(({ mean }) => mean === null)
  if (absent.length === groups.length) return missing(category, rating, [null])
  if (absent.length > 0 && category.missingRaterGroup !== 'spread')
    return missing(
      category,
      rating,
      absent.map(({ group }) => group),
    )
  return settle(category, rating, weightedMean(groups))
}

/** Σ weight × mean ÷ Σ weight over the groups that have marks, exact. */
function weightedMean(groups: readonly { readonly weight: number; readonly mean: Ratio | null }[]): Ratio | null {
  let sum = zeroRatio
  let weights = 0
  for (const { weight, mean } of groups) {
    if (mean === null) continue
    sum = addRatios(sum, multiplyRatios(ratio(weight), mean))
    weights += weight
  }
  return weights === 0 ? null : multiplyRatios(sum, ratio(1, weights))
}

/** Marks are hundredths of 0–100, so the share of full points is mark/10,000. */
function settle(category: Category, rating: RatingScore, mark: Ratio | null): RatingOutcome {
  if (mark === null) return missing(category, rating, [null])
  if (category.points === null)
    return {
      rating,
      score: null,
      missing: [{ code: 'amount-unknown', item: category.title, ruleId: null }],
    }
  const score = pointsFromRatio(multiplyRatios(mark, ratio(category.points, 10_000)))
  return { rating, score, missing: [] }
}

function missing(category: Category, rating: RatingScore, groups: readonly (string | null)[]): RatingOutcome {
  return {
    rating,
    score: null,
    missing: groups.map((group) => ({ code: 'no-rating', category: category.title, group })),
  }
}

/** For show only; the calculation uses the exact mean. */
function showMean(mean: Ratio): string {
  return formatHundredths(Number(roundHalfUp(mean)))
}
