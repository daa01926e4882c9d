import { firstSentenceOf } from '../regulation/first-sentence.ts'
import { lintScheme } from '../scheme/lint-scheme.ts'
import type { Scheme } from '../scheme/scheme.ts'
import type { Diagnostic } from './diagnostic.ts'
import type { Layout } from './lay-out.ts'
import type { SchemePlan } from './scheme-plan.ts'
import { findingAt, type Reading } from './stored-text.ts'

/**
 * What the finished scheme says against itself, unless a clause has already been asked about there. What concerns
 * the whole stands where the text states its total, or else at its first sentence, the title.
 */
export function contradictions(layout: Layout, scheme: Scheme, asked: readonly Diagnostic[]): Diagnostic[] {
  const { reading, plan } = layout
  const title = { start: 0, end: firstSentenceOf(reading.body.text).length }
  return lintScheme(scheme)
    .filter((finding) => !asked.some((other) => asksAbout(other, finding)))
    .map((finding) => (finding.quote === '' ? findingAt(reading, plan.total?.place ?? title, finding) : finding))
}

function asksAbout(asked: Diagnostic, { code, span }: Diagnostic): boolean {
  const overlaps = asked.span.start < span.end && span.start < asked.span.end
  return overlaps && (asked.code === code || (asked.severity === 'error' && code === 'number-lost'))
}

/** Categories that the text lists, and then does not speak of. */
export function missingSectionFindings(reading: Reading, plan: SchemePlan): Diagnostic[] {
  return plan.categories
    .filter((category) => !category.hasSection)
    .map(({ title, source }) =>
      findingAt(reading, source, {
        severity: 'warning',
        code: 'missing-section',
        message: `正文列出了“${title}”，后面却没有这一部分，请补上或确认。`,
      }),
    )
}
