import type { Diagnostic, Interpretation } from '../regulation/diagnostic.ts'
import { applySchemeEdit, type SchemeEdit, type SchemeEditRefusal } from '../scheme/edit-scheme.ts'
import { lintScheme } from '../scheme/lint-scheme.ts'
import { schemeFormat, type Scheme } from '../scheme/scheme.ts'
import { compileRegulation, isAdoptable, type Compilation } from './compile-regulation.ts'
import type { Coverage } from './coverage.ts'
import { settleByInterpretations } from './settle.ts'

/** One thing a person did to a draft: answered a finding, or changed the scheme by hand. */
export type DraftWork =
  | { readonly kind: 'interpretation'; readonly interpretation: Interpretation }
  | { readonly kind: 'edit'; readonly edit: SchemeEdit }

export type DraftReading = {
  readonly scheme: Scheme
  readonly diagnostics: readonly Diagnostic[]
  /** null for a draft without a text. */
  readonly coverage: Coverage | null
  readonly adoptable: boolean
  /** Errors that nobody has settled. */
  readonly blocking: readonly Diagnostic[]
  /** Edits that no longer fit, in order: what they changed is gone under the present interpretations. */
  readonly refusedEdits: readonly { readonly edit: SchemeEdit; readonly refusal: SchemeEditRefusal }[]
}

/** Findings that an edit may settle or cause: they are taken from the edited scheme, not from the text. */
const schemeCodes: readonly Diagnostic['code'][] = [
  'sum-mismatch',
  'number-lost',
  'unused-points',
  'missing-section',
  'deduction-exceeds-item',
  'severity-not-monotone',
  'no-scoring-clause',
]

/**
 * What a draft says: the text compiled under the interpretations, then the hand edits in order, then the lint of the
 * scheme that results. Findings about the text stay; findings about the scheme are those of the edited scheme.
 * Replaying the same works on the same text answers the same.
 */
export function replayDraft(text: string | null, title: string, works: readonly DraftWork[]): DraftReading {
  const interpretations = works.flatMap((work) => (work.kind === 'interpretation' ? [work.interpretation] : []))
  const edits = works.flatMap((work) => (work.kind === 'edit' ? [work.edit] : []))
  const compiled = text === null ? blankCompilation(title) : compileRegulation(text, { interpretations })
  const refusedEdits: { edit: SchemeEdit; refusal: SchemeEditRefusal }[] = []
  let scheme = compiled.scheme
  for (const edit of edits) {
    const edited = applySchemeEdit(scheme, edit)
    if (edited.ok) scheme = edited.value
    else refusedEdits.push({ edit, refusal: edited.refusal })
  }
  const diagnostics =
    text !== null && edits.length === 0
      ? compiled.diagnostics
      : relint(stillOpen(compiled.diagnostics, edits), scheme, interpretations)
  const blocking = diagnostics.filter(({ severity, settled }) => severity === 'error' && settled === undefined)
  return {
    scheme,
    diagnostics,
    coverage: text === null ? null : compiled.coverage,
    adoptable: refusedEdits.length === 0 && isAdoptable(diagnostics, scheme),
    blocking,
    refusedEdits,
  }
}

function blankCompilation(title: string): Compilation {
  return {
    scheme: {
      format: schemeFormat,
      title,
      total: null,
      categories: [],
      rewards: [],
      vetoes: [],
      rollUps: [],
      cadence: [],
    },
    diagnostics: [],
    coverage: { tokens: 0, underRule: 0, underDiagnostic: 0, explained: [], unexplained: [] },
  }
}

/** An amount per person set by hand answers the doubt about the text's amount: what is paid no longer rests on it. */
function stillOpen(ofText: readonly Diagnostic[], edits: readonly SchemeEdit[]): readonly Diagnostic[] {
  if (!edits.some(({ act }) => act === 'set-pay')) return ofText
  return ofText.filter(({ code }) => code !== 'doubtful-amount')
}

function relint(
  ofText: readonly Diagnostic[],
  scheme: Scheme,
  interpretations: readonly Interpretation[],
): readonly Diagnostic[] {
  const kept = ofText.filter(({ code }) => !schemeCodes.includes(code))
  const ofScheme = lintScheme(scheme).filter((finding) => !kept.some((other) => isSameFinding(finding, other)))
  return settleByInterpretations(ofScheme, [...kept, ...ofScheme], interpretations)
}

function isSameFinding(left: Diagnostic, right: Diagnostic): boolean {
  return left.code === right.code && left.span.start === right.span.start && left.span.end === right.span.end
}
