import { assert } from './result.ts'

/** An exact fraction; the denominator is positive. Not reduced: compare with the functions below, not by field. */
export type Ratio = { readonly numerator: bigint; readonly denominator: bigint }

/** Throws on a denominator of 0; a negative one moves its sign to the numerator. */
export function ratio(numerator: bigint | number, denominator: bigint | number = 1n): Ratio {
  const top = BigInt(numerator)
  const bottom = BigInt(denominator)
  assert(bottom !== 0n, 'a ratio has a denominator other than 0')
  return bottom < 0n ? { numerator: -top, denominator: -bottom } : { numerator: top, denominator: bottom }
}

export const zeroRatio: Ratio = { numerator: 0n, denominator: 1n }

function greatestCommonDivisor(left: bigint, right: bigint): bigint {
  let a = left < 0n ? -left : left
  let b = right < 0n ? -right : right
  while (b !== 0n) [a, b] = [b, a % b]
  return a === 0n ? 1n : a
}

/** The same value in lowest terms; keeps long sums from growing. */
export function reduceRatio(value: Ratio): Ratio {
  const divisor = greatestCommonDivisor(value.numerator, value.denominator)
  return { numerator: value.numerator / divisor, denominator: value.denominator / divisor }
}

export function addRatios(left: Ratio, right: Ratio): Ratio {
  if (left.denominator === right.denominator)
    return { numerator: left.numerator + right.numerator, denominator: left.denominator }
  return reduceRatio({
    numerator: left.numerator * right.denominator + right.numerator * left.denominator,
    denominator: left.denominator * right.denominator,
  })
}

export function multiplyRatios(left: Ratio, right: Ratio): Ratio {
  return reduceRatio({
    numerator: left.numerator * right.numerator,
    denominator: left.denominator * right.denominator,
  })
}

/** Negative, 0 or positive, like a sort comparator. */
export function compareRatios(left: Ratio, right: Ratio): number {
  const difference = left.numerator * right.denominator - right.numerator * left.denominator
  return difference < 0n ? -1 : difference > 0n ? 1 : 0
}

/** Quotient rounded to the nearest whole, halves towards +∞: 2.5 → 3, −2.5 → −2. SPEC §4. */
export function divideHalfUp(numerator: bigint, denominator: bigint): bigint {
  assert(denominator > 0n, 'half-up division has a positive divisor')
  const doubled = 2n * numerator + denominator
  return divideDown(doubled, 2n * denominator)
}

/** Quotient rounded towards −∞. */
export function divideDown(numerator: bigint, denominator: bigint): bigint {
  assert(denominator > 0n, 'floor division has a positive divisor')
  const quotient = numerator / denominator
  return numerator % denominator < 0n ? quotient - 1n : quotient
}

/** The nearest whole, halves towards +∞. SPEC §4. */
export function roundHalfUp(value: Ratio): bigint {
  return divideHalfUp(value.numerator, value.denominator)
}
