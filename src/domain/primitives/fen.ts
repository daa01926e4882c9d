import { assert } from './result.ts'
import { formatHundredths, readHundredths } from './centipoints.ts'

declare const fenUnit: unique symbol

/** Money in whole fen (1/100 yuan), within ±2⁵³. Never a float, never points. */
export type Fen = number & { readonly [fenUnit]: true }

/** Throws on anything but a whole number: an amount somebody typed goes through `readYuan` or `parseHundredths`. */
export function fen(amount: number | bigint): Fen {
  const whole = Number(amount)
  assert(Number.isSafeInteger(whole), `money is whole fen, not ${String(amount)}`)
  return (whole === 0 ? 0 : whole) as Fen
}

export function addFen(...amounts: readonly Fen[]): Fen {
  let sum = 0
  for (const amount of amounts) sum += amount
  return fen(sum)
}

/** Yuan with at most two decimals as fen; null when the number has more. */
export function readYuan(yuan: number): Fen | null {
  const hundredths = readHundredths(yuan)
  return hundredths === null ? null : fen(hundredths)
}

/** The plain number a sheet or a scheme file shows: 250 → 2.5. For show, never for sums. */
export function fenToYuan(amount: Fen): number {
  return amount / 100
}

/** 11800000 → "118,000.00". */
export function formatYuan(amount: Fen): string {
  const [whole = '0', fraction = '00'] = formatHundredths(amount).split('.')
  return `${whole.replace(/\B(?=(\d{3})+(?!\d))/g, ',')}.${fraction}`
}
