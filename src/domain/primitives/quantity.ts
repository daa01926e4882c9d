import { assert } from './result.ts'
import { formatHundredths, readHundredths } from './centipoints.ts'

declare const quantityUnit: unique symbol

/** How much of a unit (次, 字, 天 …) in whole hundredths: 3次 is 300. Count units take whole units only. */
export type Quantity = number & { readonly [quantityUnit]: true }

/** Throws on anything but a whole number: a quantity somebody typed goes through `readQuantity`. */
export function quantity(hundredths: number | bigint): Quantity {
  const whole = Number(hundredths)
  assert(Number.isSafeInteger(whole), `a quantity is whole hundredths, not ${String(hundredths)}`)
  return (whole === 0 ? 0 : whole) as Quantity
}

export const zeroQuantity = quantity(0)
export const oneUnit = quantity(100)

/** A plain number with at most two decimals; null when it has more. */
export function readQuantity(plain: number): Quantity | null {
  const hundredths = readHundredths(plain)
  return hundredths === null ? null : quantity(hundredths)
}

/** 300 → "3", 150 → "1.5": no trailing zeros. */
export function formatQuantity(amount: Quantity): string {
  return formatHundredths(amount).replace(/\.?0+$/, '')
}

/** Units that are counted one by one; all others are measures with up to two decimals (SPEC §4.1). */
const countUnits = ['次', '件', '起', '例', '篇', '期', '项', '人', '户'] as const

export function isCountUnit(unit: string): boolean {
  return countUnits.some((counted) => counted === unit)
}
