import { refuse } from '../primitives/result.ts'
import type { Span } from '../regulation/citation.ts'
import type { Diagnostic, Interpretation } from '../regulation/diagnostic.ts'
import { applySchemeEdit, type SchemeEdit, type SchemeEditRefusal } from '../scheme/edit-scheme.ts'
import { markByHand } from '../scheme/edits/by-hand.ts'
import { takenIds, type SpentIds } from '../scheme/edits/place-in-scheme.ts'
import { lintScheme } from '../scheme/lint-scheme.ts'
import { hasSuggestedRaters } from '../scheme/rater-groups.ts'
import { schemeFormat, type Category, type Scheme } from '../scheme/scheme.ts'
import { aimAgain, aimsOf, type Aim } from './aimed-edits.ts'
import { isAdoptable } from './compile-regulation.ts'
import type { Coverage } from './coverage.ts'
import { codesOfScheme, compileUnderAnswers, idleAnswerFinding, idleEditFinding } from './idle-answers.ts'
import { settleByInterpretations } from './settle.ts'

/** One thing a person did to a draft. */
export type DraftWork =
  /** Answered a finding. */
  | { readonly kind: 'interpretation'; readonly interpretation: Interpretation }
  /** Changed the scheme by hand; as recorded when it was done: the ids it gave to new parts, the words it was aimed at. */
  | {
      readonly kind: 'edit'
      readonly edit: SchemeEdit
      readonly made?: readonly string[] | undefined
      readonly aims?: readonly Aim[] | undefined
    }
  /** Changed it and took that back: the ids it gave are not given again. */
  | { readonly kind: 'undone'; readonly made: readonly string[] }

/**
 * The adopted version a draft begins with: its whole scheme (a copy), or its worked examples only, which guard every
 * later version.
 */
export type DraftBase = { readonly part: 'scheme' | 'examples'; readonly scheme: Scheme }

export type DraftReading = {
  readonly scheme: Scheme
  readonly diagnostics: readonly Diagnostic[]
  /** null for a draft whose text is not compiled: blank, or a copy of a version. */
  readonly coverage: Coverage | null
  readonly adoptable: boolean
  /** Errors that nobody has settled. */
  readonly blocking: readonly Diagnostic[]
  /** Edits that no longer fit, in order: what they changed is not read any more; each has a finding as well. */
  readonly refusedEdits: readonly RefusedEdit[]
  /** Answers whose question this reading of the text does not ask; each has a finding as well. */
  readonly idleAnswers: readonly Interpretation[]
  /** The ids each work gave to new parts, in the order of the works. */
  readonly made: readonly (readonly string[])[]
  /** What each work was aimed at, in the same order; nothing for works that are no edits. */
  readonly aims: readonly (readonly Aim[])[]
}

export type RefusedEdit = {
  readonly edit: SchemeEdit
  readonly refusal: SchemeEditRefusal
  /** The words it was aimed at; null for none on record. */
  readonly span: Span | null
}

/**
 * What a draft says: the text compiled under the interpretations, or the version it is a copy of; then the hand edits
 * in order, then the lint of the scheme that results. Findings about the text stay; findings about the scheme are those
 * of the edited scheme. Replaying the same works on the same beginning answers the same.
 */
export function replayDraft(
  text: string | null,
  title: string,
  works: readonly DraftWork[],
  base: DraftBase | null = null,
): DraftReading {
  const answers = works.flatMap((work) => (work.kind === 'interpretation' ? [work.interpretation] : []))
  const start = startOf(text, title, answers, base)
  const { scheme, refusedEdits, made, aims, edits } = applyWorks(start.scheme, works)
  const isAsCompiled = start.coverage !== null && edits.length === 0
  const diagnostics = isAsCompiled
    ? start.diagnostics
    : relint(
        [
          ...stillOpen(start.diagnostics, scheme, edits),
          ...refusedEdits.map((refused) => idleEditFinding(text ?? '', refused)),
        ],
        scheme,
        appliedOf(answers, start.idle),
      )
  const blocking = diagnostics.filter(({ severity, settled }) => severity === 'error' && settled === undefined)
  return {
    scheme,
    diagnostics,
    coverage: start.coverage,
    adoptable: isAdoptable(diagnostics, scheme),
    blocking,
    refusedEdits,
    idleAnswers: start.idle,
    made,
    aims,
  }
}

type Start = {
  readonly scheme: Scheme
  readonly diagnostics: readonly Diagnostic[]
  readonly coverage: Coverage | null
  readonly idle: readonly Interpretation[]
}

function startOf(
  text: string | null,
  title: string,
  answers: readonly Interpretation[],
  base: DraftBase | null,
): Start {
  if (base?.part === 'scheme') return { scheme: base.scheme, diagnostics: [], coverage: null, idle: [] }
  const examples = base?.scheme.examples === undefined ? {} : { examples: base.scheme.examples }
  if (text === null)
    return { scheme: { ...blankScheme(title), ...examples }, diagnostics: [], coverage: null, idle: [] }
  const { compilation, idle } = compileUnderAnswers(text, answers)
  const found = idle.map((answer) => idleAnswerFinding(text, answer))
  return {
    scheme: { ...compilation.scheme, ...examples },
    diagnostics:
      found.length === 0
        ? compilation.diagnostics
        : settleByInterpretations([], [...compilation.diagnostics, ...found], appliedOf(answers, idle)),
    coverage: compilation.coverage,
    idle,
  }
}

/** Answers that have their question; one without settles nothing, not even what is said about itself. */
function appliedOf(answers: readonly Interpretation[], idle: readonly Interpretation[]): Interpretation[] {
  return answers.filter((answer) => !idle.includes(answer))
}

function blankScheme(title: string): Scheme {
  return {
    format: schemeFormat,
    title,
    total: null,
    categories: [],
    rewards: [],
    vetoes: [],
    rollUps: [],
    cadence: [],
  }
}

/** The hand edits in order; an id that a part of the draft has borne is not given to another. */
function applyWorks(start: Scheme, works: readonly DraftWork[]) {
  let scheme = start
  const spent = takenIds(start)
  const edits: SchemeEdit[] = []
  const refusedEdits: RefusedEdit[] = []
  const aims: (readonly Aim[])[] = []
  const made = works.map((work): readonly string[] => {
    aims.push(work.kind === 'edit' ? (work.aims ?? aimsOf(scheme, work.edit)) : [])
    if (work.kind === 'interpretation') return []
    const edited = work.kind === 'edit' ? applyEdit(scheme, work, spent) : null
    for (const id of work.made ?? []) spent.add(id)
    if (work.kind === 'undone' || edited === null) return work.made ?? []
    edits.push(work.edit)
    if (!edited.ok) {
      const [aim] = work.aims ?? []
      const span = aim === undefined ? null : { start: aim.start, end: aim.end }
      refusedEdits.push({ edit: work.edit, refusal: edited.refusal, span })
      return []
    }
    const before = takenIds(scheme)
    scheme = edited.value
    return [...takenIds(scheme)].filter((id) => !before.has(id))
  })
  return { scheme: markByHand(start, scheme), refusedEdits, made, aims, edits }
}

/** The edit on the words it was aimed at, whatever id they bear now. */
function applyEdit(scheme: Scheme, { edit, aims = [] }: Extract<DraftWork, { kind: 'edit' }>, spent: SpentIds) {
  const [aim] = aims
  const aimed = aimAgain(scheme, edit, aims)
  return aimed === null && aim !== undefined
    ? refuse({ code: 'unknown-id' as const, part: aim.kind, id: aim.id })
    : applySchemeEdit(scheme, aimed ?? edit, spent)
}

/**
 * What the text is still asked after the edits. An amount per person set by hand answers the doubt about the text's
 * amount: what is paid no longer rests on it. A part made by hand answers what was said of its absence.
 */
function stillOpen(
  ofText: readonly Diagnostic[],
  scheme: Scheme,
  edits: readonly SchemeEdit[],
): readonly Diagnostic[] {
  const paidByHand = edits.some(({ act }) => act === 'set-pay')
  return ofText.filter(({ code, span }) => {
    if (code === 'doubtful-amount') return !paidByHand
    return code !== 'missing-section' || scheme.categories.some((category) => isMissing(category, span))
  })
}

/** Whether the category that the text lists there still has nothing but its name. */
function isMissing(category: Category, { start, end }: Span): boolean {
  const { source, sheets } = category
  if (source === null || source === undefined || source.start >= end || start >= source.end) return false
  return category.kind === 'rated' ? hasSuggestedRaters(category) : sheets.every(({ items }) => items.length === 0)
}

/** The lint of the edited scheme in place of the compiled one's, and not twice what the text was asked already. */
function relint(
  ofText: readonly Diagnostic[],
  scheme: Scheme,
  interpretations: readonly Interpretation[],
): readonly Diagnostic[] {
  const kept = ofText.filter(({ code, about }) => about === undefined && !codesOfScheme.includes(code))
  const ofScheme = lintScheme(scheme)
    .map((finding) => atItsPlace(finding, ofText))
    .filter((finding) => !kept.some((other) => isSameFinding(finding, other)))
  return settleByInterpretations(ofScheme, [...kept, ...ofScheme], interpretations)
}

/** What concerns the whole stands where it stood before the edits: an answer given there still answers it. */
function atItsPlace(finding: Diagnostic, ofText: readonly Diagnostic[]): Diagnostic {
  if (finding.about?.kind !== 'scheme') return finding
  const before = ofText.find(({ code, about }) => code === finding.code && about?.kind === 'scheme')
  return before === undefined ? finding : { ...finding, span: before.span, quote: before.quote }
}

function isSameFinding(left: Diagnostic, right: Diagnostic): boolean {
  return left.code === right.code && left.span.start < right.span.end && right.span.start < left.span.end
}
