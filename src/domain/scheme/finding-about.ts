import type { Citation } from '../regulation/citation.ts'
import type { Diagnostic, DiagnosticAbout } from '../regulation/diagnostic.ts'
import { firstSentenceOf } from '../regulation/first-sentence.ts'

type Part = { readonly id: string; readonly source?: Citation | null | undefined }

/** A finding about a part of the scheme: at the first sentence it cites, or at 0–0 when the part was made by hand. */
export function findingAbout(
  kind: Exclude<DiagnosticAbout['kind'], 'scheme'>,
  { id, source }: Part,
  finding: Pick<Diagnostic, 'severity' | 'code' | 'message'>,
): Diagnostic {
  const { start = 0, quote: clause = '' } = source ?? {}
  const quote = firstSentenceOf(clause)
  return { ...finding, span: { start, end: start + quote.length }, quote, about: { kind, id } }
}

/** A finding about the scheme as a whole, which cites no clause. */
export function findingAboutScheme(finding: Pick<Diagnostic, 'severity' | 'code' | 'message'>): Diagnostic {
  return { ...finding, span: { start: 0, end: 0 }, quote: '', about: { kind: 'scheme', id: null } }
}
