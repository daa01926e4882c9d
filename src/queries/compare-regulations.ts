import type { Span } from '../domain/regulation/citation.ts'
import { sideOf, type ComparedSide } from './compare-schemes.ts'

/** One stretch of whole lines that differs. */
export type TextHunk = {
  /** Offsets into each side's stored text; empty (start = end) where that side has nothing. */
  readonly before: Span
  readonly after: Span
  /** Line numbers of its first line, from 1. */
  readonly lineBefore: number
  readonly lineAfter: number
  /** Up to two lines on either side that both texts share, to find the place by. */
  readonly above: string
  readonly below: string
  /** The stretch itself: 'removed' is of the earlier text only, 'added' of the later only. */
  readonly pieces: readonly { readonly kind: 'same' | 'removed' | 'added'; readonly text: string }[]
}

export type RegulationComparison = {
  readonly from: ComparedSide
  readonly to: ComparedSide
  readonly identical: boolean
  /** How fine it is: down to words, or whole lines where the texts share too little for more. */
  readonly detail: 'words' | 'lines'
  readonly hunks: readonly TextHunk[]
}

/** How two texts are told apart (src/documents). */
export type CompareTexts = (before: string, after: string) => Pick<RegulationComparison, 'detail' | 'hunks'>

type RegulationSide = ComparedSide & { readonly text: string }

/** Where the texts of two versions, or of a version and the open draft, differ. */
export function describeTextChanges(
  from: RegulationSide,
  to: RegulationSide,
  compareTexts: CompareTexts,
): RegulationComparison {
  const { detail, hunks } = compareTexts(from.text, to.text)
  return { from: sideOf(from), to: sideOf(to), identical: hunks.length === 0, detail, hunks }
}
