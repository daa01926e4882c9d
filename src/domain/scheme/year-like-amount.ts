import type { Fen } from '../primitives/fen.ts'

/**
 * Whether an amount of money reads like a year that slipped in for a damaged number (每人2022元). An even 2000 yuan
 * is an amount people really write, so it is believed.
 */
export function isYearLikeAmount(amount: Fen): boolean {
  return amount >= 199_000 && amount <= 205_000 && amount % 100 === 0 && amount !== 200_000
}
