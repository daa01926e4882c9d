import { citationOf, type Citation, type Span } from '../regulation/citation.ts'
import type { Diagnostic } from './diagnostic.ts'
import { spanOf, type NormalisedText } from './normalised-text.ts'
import type { Stretch } from './stated-points.ts'

/** The stored text and the body read from it: turns places of the body into citations and findings. */
export type Reading = { readonly stored: string; readonly body: NormalisedText }

/** Cites the stored words under a stretch of the body, under the headings named by `path`. */
export function cite(reading: Reading, stretch: Stretch, path?: readonly string[]): Citation {
  return citationOf(reading.stored, spanOf(reading.body, stretch.start, stretch.end), path)
}

/** The words of the body at a place. */
export function wordsAt(reading: Reading, stretch: Stretch): string {
  return reading.body.text.slice(stretch.start, stretch.end)
}

type Finding = Omit<Diagnostic, 'span' | 'quote'>

/** A finding over the stored words under a stretch of the body. */
export function findingAt(reading: Reading, stretch: Stretch, finding: Finding): Diagnostic {
  return findingOn(reading.stored, spanOf(reading.body, stretch.start, stretch.end), finding)
}

/** A finding over a span of the stored text itself. */
export function findingOn(stored: string, span: Span, finding: Finding): Diagnostic {
  const { start, end } = span
  return { ...finding, span: { start, end }, quote: stored.slice(start, end) }
}
