import { quantity, zeroQuantity, type Quantity } from '../../primitives/quantity.ts'
import type { StudyRecord } from './study-record.ts'

/** What somebody has handed in within the year, as far as it was accepted, and what waits. */
export type StudySum = {
  readonly pieces: number
  readonly words: Quantity
  readonly waiting: number
  readonly waitingWords: Quantity
}

export function sumStudy(records: readonly StudyRecord[]): StudySum {
  const accepted = records.filter(({ state }) => state === 'accepted')
  const waiting = records.filter(({ state }) => state === 'handed-in')
  const words = (some: readonly StudyRecord[]) =>
    some.reduce((sum, { body }) => quantity(sum + (body.words ?? 0)), zeroQuantity)
  return {
    pieces: accepted.length,
    words: words(accepted),
    waiting: waiting.length,
    waitingWords: words(waiting),
  }
}

/** What is still short of the target, in its unit; never below 0. */
export function shortOf(sum: StudySum, target: Quantity, counts: 'words' | 'pieces'): Quantity {
  const achieved = counts === 'pieces' ? sum.pieces * 100 : sum.words
  return quantity(Math.max(0, target - achieved))
}

/** What somebody stands at: pieces, words in hundredths, and what is short in the target's unit; null: no target. */
export type Standing = { readonly pieces: number; readonly words: number; readonly short: number | null }

/** The standing once pieces of these words, in hundredths, are accepted. */
export function standingAfter(
  { pieces, words, short }: Standing,
  accepted: readonly number[],
  counts: 'words' | 'pieces',
): Standing {
  const more = accepted.reduce((sum, one) => sum + one, 0)
  const gained = counts === 'pieces' ? accepted.length * 100 : more
  return {
    pieces: pieces + accepted.length,
    words: words + more,
    // Of somebody beyond the target nothing is short, however much beyond.
    short: short === null ? null : Math.max(0, short - gained),
  }
}
