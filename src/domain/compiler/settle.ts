import type { Span } from '../regulation/citation.ts'
import type { Diagnostic, Interpretation } from './diagnostic.ts'

/**
 * Marks findings that an answer has settled. A finding of the reading without answers that is gone from the reading
 * with them stays in the list, settled by the answer given at its place, so that the answer stays in sight.
 */
export function settleByInterpretations(
  before: readonly Diagnostic[],
  after: readonly Diagnostic[],
  interpretations: readonly Interpretation[],
): Diagnostic[] {
  // A word read otherwise settles what it made disappear, never what is still wrong with it.
  const decisions = interpretations.filter((interpretation) => interpretation.act !== 'read-as')
  const settledAfter = after.map((diagnostic) => settle(diagnostic, decisions))
  const present = new Set(after.map(keyOf))
  const gone = before
    .filter((diagnostic) => !present.has(keyOf(diagnostic)))
    .map((diagnostic) => settle(diagnostic, interpretations))
    .filter((diagnostic) => diagnostic.settled !== undefined)
  return [...settledAfter, ...gone].toSorted(
    (left, right) => left.span.start - right.span.start || left.span.end - right.span.end,
  )
}

function keyOf({ code, span }: Diagnostic): string {
  return `${code}-${String(span.start)}-${String(span.end)}`
}

function settle(diagnostic: Diagnostic, interpretations: readonly Interpretation[]): Diagnostic {
  if (diagnostic.settled !== undefined) return diagnostic
  const answer = interpretations.find((interpretation) => answers(interpretation, diagnostic))
  return answer === undefined ? diagnostic : { ...diagnostic, settled: answer }
}

function answers(interpretation: Interpretation, diagnostic: Diagnostic): boolean {
  const { code, span } = diagnostic
  switch (interpretation.act) {
    case 'leave':
      return interpretation.code === code && isSame(interpretation.span, span) && canBeLeft(diagnostic)
    case 'choose-reading':
      return isSame(interpretation.span, span)
    case 'read-as':
      return code !== 'chunk-break' && interpretation.span.start < span.end && span.start < interpretation.span.end
  }
}

/**
 * A finding without a place would be answered together with every other of its code. Of errors only a clause that scores
 * nothing can be left; sums and lost amounts must be mended before adoption (SPEC §2).
 */
function canBeLeft({ severity, code, span }: Diagnostic): boolean {
  return span.start < span.end && (severity !== 'error' || code === 'unreadable-clause')
}

function isSame(left: Span, right: Span): boolean {
  return left.start === right.start && left.end === right.end
}
