import { impossible } from '../primitives/result.ts'
import type { FindingRefusal } from './check-finding.ts'
import { findingRefusalSentence } from './finding-refusal-sentence.ts'

/** What can be wrong with a row of an entries sheet beyond what `readEntries` says: facts only. */
export type EntrySheetProblem =
  | Extract<FindingRefusal, { readonly code: 'no-scheme-in-force' | 'day-in-future' | 'basis-missing' }>
  | { readonly code: 'no-rows' }
  /** The row says exactly what a standing entry says. */
  | { readonly code: 'already-recorded'; readonly position: number }

/** The problem as one sentence with the way out, for the error column and the page. */
export function entrySheetProblemSentence(problem: EntrySheetProblem): string {
  switch (problem.code) {
    case 'no-scheme-in-force':
    case 'day-in-future':
    case 'basis-missing':
      return findingRefusalSentence(problem)
    case 'no-rows':
      return '表里没有记录，请从第二行起每行填一条。'
    case 'already-recorded':
      return `与已登记的第${String(problem.position)}号记录完全相同；确是另一次的，请在事项或说明中写明区别。`
    default:
      return impossible(problem)
  }
}
