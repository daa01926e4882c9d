import { assert } from '../primitives/result.ts'

/**
 * Shares a whole total by weight in whole units, by largest remainder: everyone gets the floor of the exact share, the
 * units left go one each to the largest remainders; equal remainders go to the higher precedence, then to the earlier in
 * order. Σ shares = total, always. Weights are not negative and not all 0.
 */
export function shareByLargestRemainder(
  total: bigint,
  claims: readonly { readonly weight: bigint; readonly precedence: number }[],
): readonly bigint[] {
  const weights = claims.reduce((sum, { weight }) => sum + weight, 0n)
  assert(weights > 0n && total >= 0n, 'there is a total and someone to share it')
  const shares = claims.map(({ weight }) => (total * weight) / weights)
  const remainders = claims.map(({ weight }) => (total * weight) % weights)
  const left = Number(total - shares.reduce((sum, share) => sum + share, 0n))
  const byRemainder = claims.map((_, index) => index)
  byRemainder.sort((one, other) => {
    const [oneRemainder, otherRemainder] = [remainders[one] ?? 0n, remainders[other] ?? 0n]
    if (oneRemainder !== otherRemainder) return oneRemainder > otherRemainder ? -1 : 1
    return (claims[other]?.precedence ?? 0) - (claims[one]?.precedence ?? 0) || one - other
  })
  for (const index of byRemainder.slice(0, left)) shares[index] = (shares[index] ?? 0n) + 1n
  return shares
}
