import type { Span } from '../regulation/citation.ts'
import type { Diagnostic, Interpretation } from '../regulation/diagnostic.ts'
import { citationOf } from '../regulation/citation.ts'
import { compileRegulation, type Compilation } from './compile-regulation.ts'
import { normaliseRegulation } from './normalise.ts'

export type AnsweredCompilation = {
  readonly compilation: Compilation
  /** Answers to questions that this reading of the text does not ask, in the order given. */
  readonly idle: readonly Interpretation[]
}

/**
 * The text compiled under the answers that still have their question. An answer may wait for another (a word read
 * otherwise asks a new question), so those without a question at first are looked at again under those that have one.
 * What stays without is left out of the reading and named: an answer given to an older reading of the text must
 * neither settle another question nor go unnoticed.
 */
export function compileUnderAnswers(text: string, answers: readonly Interpretation[]): AnsweredCompilation {
  let compilation = compileRegulation(text, { interpretations: answers })
  const isRead = readPlaces(text, answers)
  let asked = answers.filter((answer) => isAsked(answer, isRead, compilation.diagnostics))
  while (asked.length < answers.length) {
    const applied = asked
    compilation = compileRegulation(text, { interpretations: applied })
    const { diagnostics } = compilation
    asked = answers.filter((answer) => applied.includes(answer) || isAsked(answer, isRead, diagnostics))
    if (asked.length === applied.length) break
  }
  return { compilation, idle: answers.filter((answer) => !asked.includes(answer)) }
}

/** What is said about an answer that does nothing; leaving it as it is settles the finding. */
export function idleAnswerFinding(text: string, answer: Interpretation): Diagnostic {
  const { start, end } = answer.span
  return {
    severity: 'warning',
    code: 'answer-idle',
    message: `这里以前答复过（${answerWords(answer)}），现在读原文已没有这个疑问，答复没有用上，请核对这一处读得对不对。`,
    ...spanAndQuote(text, { start, end }),
    fix: {
      label: '已核对',
      interpretation: { act: 'leave', span: { start, end }, code: 'answer-idle' },
    },
  }
}

/**
 * What is said about a hand edit that finds nothing to change any more; like an idle answer, leaving it as it is settles
 * the finding. One without words on record can only be taken back.
 */
export function idleEditFinding(text: string, { span }: { readonly span: Span | null }): Diagnostic {
  const at = span ?? { start: 0, end: 0 }
  const finding = { severity: 'warning', code: 'edit-idle', ...spanAndQuote(text, at) } as const
  if (span === null)
    return {
      ...finding,
      message:
        '以前有一处手工修改，现在的方案里已找不到要改的地方，没有用上，请对照“改动”核对，需要的重新改一遍。',
    }
  return {
    ...finding,
    message: '这里以前手工改过，现在读原文已找不到要改的条款，修改没有用上，请核对这一处，需要的重新改一遍。',
    fix: { label: '已核对', interpretation: { act: 'leave', span, code: 'edit-idle' } },
  }
}

function spanAndQuote(text: string, span: Span) {
  const { quote } = citationOf(text, span)
  return { span, quote }
}

function answerWords(answer: Interpretation): string {
  switch (answer.act) {
    case 'read-as':
      return `读作“${answer.text}”`
    case 'choose-reading':
      return '选定了一种理解'
    case 'leave':
      return '保留原文'
  }
}

/** Findings that an edit may settle or cause: they are taken from the edited scheme, not from the text. */
export const codesOfScheme: readonly Diagnostic['code'][] = [
  'sum-mismatch',
  'number-lost',
  'unused-points',
  'deduction-exceeds-item',
  'severity-not-monotone',
  'no-scoring-clause',
]

/**
 * Findings the scheme itself gives cause for come and go with hand edits; leaving one of those as it is only
 * acknowledges it, so nothing is lost with it.
 */
const comeAndGo: readonly Diagnostic['code'][] = [
  'answer-idle',
  'edit-idle',
  ...codesOfScheme,
  'missing-section',
  'no-unit',
  'overlapping-bands',
]

type IsRead = (span: Span) => boolean

/** Whether any word at a span is among those the grammar reads; found once for all answers that read words otherwise. */
function readPlaces(text: string, answers: readonly Interpretation[]): IsRead {
  if (!answers.some(({ act }) => act === 'read-as')) return () => false
  const { offsets } = normaliseRegulation(text).body
  return ({ start, end }) => offsets.some((offset) => offset >= start && offset < end)
}

function isAsked(answer: Interpretation, isRead: IsRead, diagnostics: readonly Diagnostic[]): boolean {
  switch (answer.act) {
    case 'leave':
      return (
        comeAndGo.includes(answer.code) ||
        diagnostics.some(({ code, span }) => code === answer.code && isSame(span, answer.span))
      )
    case 'choose-reading':
      return diagnostics.some(
        ({ span, readings }) =>
          isSame(span, answer.span) && readings?.some(({ key }) => key === answer.reading) === true,
      )
    case 'read-as':
      return isRead(answer.span)
  }
}

function isSame(left: Span, right: Span): boolean {
  return left.start === right.start && left.end === right.end
}
