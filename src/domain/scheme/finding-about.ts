import type { Citation } from '../regulation/citation.ts'
import type { Diagnostic } from '../regulation/diagnostic.ts'

/** A finding about a part of the scheme: at the clause it cites, or at 0–0 when the part was made by hand. */
export function findingAbout(
  source: Citation | null | undefined,
  finding: Pick<Diagnostic, 'severity' | 'code' | 'message'>,
): Diagnostic {
  const { start = 0, end = 0, quote = '' } = source ?? {}
  return { ...finding, span: { start, end }, quote }
}
