import { centipoints, type Centipoints } from '../primitives/centipoints.ts'
import type { ScoreSheet } from './score-sheet.ts'

/** What choosing one reading of a clause would do to this year's scores, against the reading in use now. */
export type ReadingEffect = {
  /** The reading's key in its finding. */
  readonly key: string
  /** How many people's score would be another; a person with parts not yet assessed is compared by what is known. */
  readonly people: number
  /** The largest change of one person's score, without sign. */
  readonly mostCentipoints: Centipoints
  /** Of the people, whose score would fall. */
  readonly fewer: number
  /** Of the people, whose score would rise. */
  readonly more: number
}

/** The readings of one finding, each with what it would change (SPEC §2, the question's candidate readings). */
export type ReadingEffects = {
  /** Entries of the year that were replayed, confirmed and waiting; 0 when there is nothing to compare by yet. */
  readonly entries: number
  /** Of these, entries whose rule has no counterpart in the draft as it is read now. */
  readonly unmatched: number
  /** In the order of the finding; empty without entries, roster or readings. */
  readonly readings: readonly ReadingEffect[]
}

/** Compares everyone's sheets under a reading with those under the reading in use, person by person, by what is known. */
export function effectOfReading(
  key: string,
  inUse: readonly ScoreSheet[],
  reread: readonly ScoreSheet[],
): ReadingEffect {
  const before = new Map(inUse.map(({ staffNumber, soFar }) => [staffNumber, soFar]))
  const changes = reread.map(({ staffNumber, soFar }) => soFar - (before.get(staffNumber) ?? soFar))
  const fewer = changes.filter((change) => change < 0).length
  const more = changes.filter((change) => change > 0).length
  const most = changes.reduce((largest, change) => Math.max(largest, Math.abs(change)), 0)
  return { key, people: fewer + more, mostCentipoints: centipoints(most), fewer, more }
}
