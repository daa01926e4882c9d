import {
  decimal,
  fraction,
  hundredthsOf,
  isLess,
  minus,
  over,
  plus,
  times,
  toHundredth,
  total,
  wholePart,
} from './fraction.ts'
import type { Fraction } from './fraction.ts'

export type PayClaim = { readonly score: Fraction; readonly days: number; readonly takenFen: bigint }
export type PayShare = { readonly payFen: bigint; readonly netFen: bigint }

/** SPEC §4.6: the pool from days on the roster, in fen. */
export function poolFen(perPerson: number, days: readonly number[], daysOfYear: number): bigint {
  return days.reduce(
    (sum, own) =>
      sum + hundredthsOf(toHundredth(times(decimal(perPerson), fraction(BigInt(own), BigInt(daysOfYear))))),
    0n,
  )
}

/**
 * SPEC §4.6: shares by score × D/Y, handed out fen by fen: everyone first gets the whole fen of the exact share, then
 * the one with the largest unpaid fraction gets the next fen, until the pool is empty. null when Σ = 0.
 */
export function sharesOf(pool: bigint, claims: readonly PayClaim[]): PayShare[] | null {
  const weights = claims.map(({ score, days }) => times(score, fraction(BigInt(days))))
  const sum = total(weights)
  if (sum.top === 0n) return null
  const exact = weights.map((weight) => times(fraction(pool), over(weight, sum)))
  const paid = exact.map(wholePart)
  const owed = exact.map((share, index) => minus(share, fraction(paid[index] ?? 0n)))
  const waiting = new Set(claims.keys())
  let left = pool - paid.reduce((all, one) => all + one, 0n)
  while (left > 0n) {
    const next = [...waiting].reduce((first, other) => (isBefore(other, first, owed, claims) ? other : first))
    paid[next] = (paid[next] ?? 0n) + 1n
    waiting.delete(next)
    left -= 1n
  }
  return claims.map(({ takenFen }, index) => {
    const payFen = paid[index] ?? 0n
    return { payFen, netFen: payFen > takenFen ? payFen - takenFen : 0n }
  })
}

function isBefore(one: number, other: number, owed: readonly Fraction[], claims: readonly PayClaim[]): boolean {
  const [mine, yours] = [owed[one], owed[other]]
  const [myScore, yourScore] = [claims[one]?.score, claims[other]?.score]
  if (mine === undefined || yours === undefined || myScore === undefined || yourScore === undefined) return false
  if (isLess(yours, mine)) return true
  if (isLess(mine, yours)) return false
  if (isLess(yourScore, myScore)) return true
  return !isLess(myScore, yourScore) && one < other
}

/** SPEC §4.7: one more than the number of people of the group with a higher score. */
export function ranksOf(people: readonly { readonly group: string; readonly score: Fraction }[]): number[] {
  return people.map(
    ({ group, score }) => 1 + people.filter((other) => other.group === group && isLess(score, other.score)).length,
  )
}

/** Weighted mean rounded half up to 0.01 (a leader's mean). */
export function publishedMean(parts: readonly { readonly score: Fraction; readonly days: number }[]): Fraction {
  let sum = fraction(0n)
  let days = 0
  for (const part of parts) {
    sum = plus(sum, times(part.score, fraction(BigInt(part.days))))
    days += part.days
  }
  return toHundredth(over(sum, fraction(BigInt(days))))
}
