/**
 * Exact rationals for the oracle alone: always in lowest terms, denominator above 0. Deliberately not the product's
 * Ratio, so that an arithmetic mistake there cannot hide here.
 */
export type Fraction = { readonly top: bigint; readonly bottom: bigint }

export function fraction(top: bigint, bottom = 1n): Fraction {
  if (bottom === 0n) throw new Error('a fraction has no zero denominator')
  const sign = bottom < 0n ? -1n : 1n
  let left = top < 0n ? -top : top
  let right = bottom < 0n ? -bottom : bottom
  while (right !== 0n) [left, right] = [right, left % right]
  const divisor = left === 0n ? 1n : left
  return { top: (sign * top) / divisor, bottom: (sign * bottom) / divisor }
}

export const nothing = fraction(0n)

/** A decimal number as written (12, 2.5, −0.75), read digit by digit from its text. */
export function decimal(plain: number): Fraction {
  const text = String(plain)
  const [whole = '0', digits = ''] = text.replace('-', '').split('.')
  if (!/^\d+$/.test(whole + digits)) throw new Error(`not a plain decimal: ${text}`)
  const magnitude = fraction(BigInt(whole + digits), 10n ** BigInt(digits.length))
  return text.startsWith('-') ? minus(nothing, magnitude) : magnitude
}

export function plus(left: Fraction, right: Fraction): Fraction {
  return fraction(left.top * right.bottom + right.top * left.bottom, left.bottom * right.bottom)
}

export function minus(left: Fraction, right: Fraction): Fraction {
  return fraction(left.top * right.bottom - right.top * left.bottom, left.bottom * right.bottom)
}

export function times(left: Fraction, right: Fraction): Fraction {
  return fraction(left.top * right.top, left.bottom * right.bottom)
}

export function over(left: Fraction, right: Fraction): Fraction {
  return fraction(left.top * right.bottom, left.bottom * right.top)
}

export function isLess(left: Fraction, right: Fraction): boolean {
  return left.top * right.bottom < right.top * left.bottom
}

export function smaller(left: Fraction, right: Fraction): Fraction {
  return isLess(right, left) ? right : left
}

export function larger(left: Fraction, right: Fraction): Fraction {
  return isLess(left, right) ? right : left
}

export function total(values: readonly Fraction[]): Fraction {
  return values.reduce(plus, nothing)
}

/** The largest whole number not above the value. */
export function wholePart(value: Fraction): bigint {
  const quotient = value.top / value.bottom
  return value.top < 0n && quotient * value.bottom !== value.top ? quotient - 1n : quotient
}

/** Half up to 0.01. */
export function toHundredth(value: Fraction): Fraction {
  return fraction(wholePart(plus(times(value, fraction(100n)), fraction(1n, 2n))), 100n)
}

/** The value in hundredths; it must be a whole number of them. */
export function hundredthsOf(value: Fraction): bigint {
  const scaled = times(value, fraction(100n))
  if (scaled.bottom !== 1n) throw new Error(`not whole hundredths: ${String(scaled.top)}/${String(scaled.bottom)}`)
  return scaled.top
}
