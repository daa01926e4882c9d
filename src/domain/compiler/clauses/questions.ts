import { formatHundredths } from '../../primitives/centipoints.ts'
import type { Diagnostic, Interpretation } from '../../regulation/diagnostic.ts'
import type { Span } from '../../regulation/citation.ts'
import type { RuleFields } from '../../scheme/effects/index.ts'

/** Something the text leaves open: what stands there, what it may mean, and what each answer makes of the rule. */
export type Question = {
  readonly code: Diagnostic['code']
  readonly severity: Diagnostic['severity']
  readonly message: string
  /** The first is what the compiler uses until somebody answers; empty when there is nothing to choose from. */
  readonly readings: readonly Reading[]
}

export type Reading = {
  readonly key: string
  readonly label: string
  readonly apply: (rule: RuleFields) => RuleFields
}

/** The reading that changes nothing. */
export const asItStands = (rule: RuleFields): RuleFields => rule

/** Plain figure without trailing zeros, for labels. */
export function figure(hundredths: number): string {
  return formatHundredths(hundredths).replace(/\.?0+$/, '')
}

function sameSpan(left: Span, right: Span): boolean {
  return left.start === right.start && left.end === right.end
}

/** Asks at a span, replays the answer given before if there is one, and reports the finding. */
export function askAt(
  question: Question,
  span: Span,
  quote: string,
  interpretations: readonly Interpretation[],
): { readonly diagnostic: Diagnostic; readonly apply: Reading['apply'] } {
  const answer = interpretations.findLast(
    (given) =>
      sameSpan(given.span, span) &&
      ((given.act === 'choose-reading' && question.readings.some(({ key }) => key === given.reading)) ||
        (given.act === 'leave' && given.code === question.code)),
  )
  const chosen = answer?.act === 'choose-reading' ? answer.reading : question.readings[0]?.key
  const readings = question.readings.map(({ key, label }) => ({
    key,
    label,
    interpretation: { act: 'choose-reading' as const, span, reading: key },
  }))
  return {
    diagnostic: {
      severity: question.severity,
      code: question.code,
      message: question.message,
      span,
      quote,
      ...(readings.length === 0 ? {} : { readings }),
      ...(answer === undefined ? {} : { settled: answer }),
    },
    apply: question.readings.find(({ key }) => key === chosen)?.apply ?? asItStands,
  }
}
