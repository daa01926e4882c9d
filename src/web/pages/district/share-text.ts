import { divideHalfUp } from '../../../domain/primitives/ratio.ts'

/** A part of a whole in percent with one decimal, rounded half up: 91.3%. */
export function shareText(part: number, whole: number): string {
  const tenths = divideHalfUp(BigInt(part) * 1000n, BigInt(whole))
  return `${String(tenths / 10n)}.${String(tenths % 10n)}%`
}
