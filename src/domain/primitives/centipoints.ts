import { assert } from './result.ts'
import { divideHalfUp, type Ratio } from './ratio.ts'

declare const centipointsUnit: unique symbol

/** Points of an appraisal in whole hundredths (扣2分 is 200), within ±2⁵³. Never a float, never money. */
export type Centipoints = number & { readonly [centipointsUnit]: true }

/** Throws on anything but a whole number: an amount somebody typed goes through `readPoints` or `parseHundredths`. */
export function centipoints(hundredths: number | bigint): Centipoints {
  const whole = Number(hundredths)
  assert(Number.isSafeInteger(whole), `points are whole hundredths, not ${String(hundredths)}`)
  return (whole === 0 ? 0 : whole) as Centipoints
}

export const zeroPoints = centipoints(0)

/** The exact sum; 0 of none. */
export function addPoints(...amounts: readonly Centipoints[]): Centipoints {
  let sum = 0
  for (const amount of amounts) sum += amount
  return centipoints(sum)
}

export function subtractPoints(from: Centipoints, amount: Centipoints): Centipoints {
  return centipoints(from - amount)
}

export function negatePoints(amount: Centipoints): Centipoints {
  return centipoints(-amount)
}

/** A ratio of points, rounded half up to 0.01 points (SPEC §4 names the only places that round). */
export function pointsFromRatio(points: Ratio): Centipoints {
  return centipoints(divideHalfUp(points.numerator, points.denominator))
}

/** Reads a number of at most two decimals, as scheme files and sheets write points; null when it is anything else. */
export function readPoints(plain: number): Centipoints | null {
  const hundredths = readHundredths(plain)
  return hundredths === null ? null : centipoints(hundredths)
}

/** A plain number with at most two decimals as whole hundredths, read from its shortest decimal form; else null. */
export function readHundredths(plain: number): number | null {
  return Number.isFinite(plain) ? parseHundredths(String(plain)) : null
}

/** Decimal text such as 12, -0.5 or 3.25 as whole hundredths; null when it has other signs or more decimals. */
export function parseHundredths(text: string): number | null {
  const match = /^([+-]?)(\d{1,12})(?:\.(\d{1,2}))?$/.exec(text.trim())
  if (match === null) return null
  const whole = Number(match[2]) * 100 + Number((match[3] ?? '').padEnd(2, '0'))
  return match[1] === '-' && whole !== 0 ? -whole : whole
}

/** The plain number a scheme file or JSON answer shows: 250 → 2.5. Exact for display, since it has two decimals. */
export function pointsToNumber(points: Centipoints): number {
  return points / 100
}

/** 250 → "2.5", 200 → "2", −50 → "-0.5": no trailing zeros, for running text. */
export function formatPoints(points: Centipoints): string {
  return formatHundredths(points).replace(/\.?0+$/, '')
}

/** 250 → "2.50": two fixed decimals, for tables. */
export function formatHundredths(hundredths: number): string {
  const magnitude = Math.abs(hundredths)
  const fraction = String(magnitude % 100).padStart(2, '0')
  return `${hundredths < 0 ? '-' : ''}${String((magnitude - (magnitude % 100)) / 100)}.${fraction}`
}
