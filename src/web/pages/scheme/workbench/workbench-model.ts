import type { Coverage } from '../../../../domain/compiler/coverage.ts'
import type { Diagnostic } from '../../../../domain/regulation/diagnostic.ts'
import type { Span } from '../../../../domain/regulation/citation.ts'
import {
  placedRules,
  schemeSchema,
  type Category,
  type Item,
  type OfficeSheet,
  type Rule,
  type Scheme,
  type SchemeFile,
} from '../../../../domain/scheme/scheme.ts'
import { diagnosticId, marksOf, partOfFinding, type Focus, type FocusKind, type TextMark } from './text-marks.ts'

export type PlacedRule = {
  readonly rule: Rule
  readonly category: Category | null
  readonly sheet: OfficeSheet | null
  readonly item: Item | null
}

/** A draft or a version as the panes look at it: scheme, text, findings and where each stands. */
export type WorkbenchModel = {
  readonly scheme: Scheme
  readonly text: string
  readonly diagnostics: readonly Diagnostic[]
  /** Errors and warnings nobody has answered, in the order of the text. */
  readonly pending: readonly Diagnostic[]
  readonly blocking: readonly Diagnostic[]
  readonly marks: readonly TextMark[]
  readonly rules: ReadonlyMap<string, PlacedRule>
  /** Scoring words that score nothing, each with its reason. */
  readonly silent: readonly SilentWord[]
}

export type SilentWord = Coverage['explained'][number]

export function readModel(
  file: SchemeFile,
  text: string,
  diagnostics: readonly Diagnostic[],
  silent: readonly SilentWord[] = [],
): WorkbenchModel {
  const scheme = schemeSchema.parse(file)
  const ordered = diagnostics.toSorted((a, b) => a.span.start - b.span.start)
  const pending = ordered.filter((finding) => finding.settled === undefined && finding.severity !== 'info')
  const placed = [...placedRules(scheme)].map((place): [string, PlacedRule] => [place.rule.id, place])
  return {
    scheme,
    text,
    diagnostics: ordered,
    pending,
    blocking: pending.filter((finding) => finding.severity === 'error'),
    marks: marksOf(
      scheme,
      ordered,
      silent.map(({ span }) => span),
    ),
    rules: new Map(placed),
    silent,
  }
}

export function findDiagnostic(model: WorkbenchModel, id: string): Diagnostic | null {
  return model.diagnostics.find((finding) => diagnosticId(finding) === id) ?? null
}

export function spanOfFocus(model: WorkbenchModel, focus: Focus | null): Span | null {
  if (focus === null) return null
  if (focus.kind === 'span') return spanNamed(focus.id)
  return model.marks.find((mark) => mark.focus.kind === focus.kind && mark.focus.id === focus.id) ?? null
}

function spanNamed(id: string): Span | null {
  const [start, end] = id.split('-').map(Number)
  return start === undefined || end === undefined || !(start < end) ? null : { start, end }
}

export function overlaps(left: Span, right: Span): boolean {
  return left.start < right.end && right.start < left.end
}

/** Rules whose clause shares words with the span. */
export function rulesAt(model: WorkbenchModel, span: Span): readonly PlacedRule[] {
  return [...model.rules.values()].filter(({ rule }) => rule.source !== null && overlaps(rule.source, span))
}

/** Findings about the words of the rule, and those that name it. */
export function findingsOfRule(model: WorkbenchModel, { id, source }: Rule): readonly Diagnostic[] {
  return model.diagnostics.filter(
    ({ about, span }) =>
      (about?.kind === 'rule' && about.id === id) || (source !== null && overlaps(span, source)),
  )
}

export type PlacedPart = { readonly focus: Focus & { readonly kind: PartKind }; readonly title: string }
type PartKind = Extract<FocusKind, 'category' | 'sheet' | 'item'>

/** Categories, sheets and items that cite words of the span, the innermost last. */
export function partsAt(model: WorkbenchModel, span: Span): readonly PlacedPart[] {
  const parts: PlacedPart[] = []
  const add = (kind: PartKind, id: string, title: string, source: Span | null | undefined) => {
    if (source !== null && source !== undefined && overlaps(source, span))
      parts.push({ focus: { kind, id }, title })
  }
  for (const category of model.scheme.categories) {
    add('category', category.id, category.title, category.source)
    for (const sheet of category.sheets) {
      add('sheet', sheet.id, sheet.office ?? sheet.title, sheet.source)
      for (const item of sheet.items) add('item', item.id, item.title, item.source)
    }
  }
  return parts
}

/** The ids of a choice and of the parts of the outline it stands in; a finding stands where the rules under it do. */
export function partsOf(model: WorkbenchModel, focus: Focus | null): readonly string[] {
  if (focus === null) return []
  if (focus.kind === 'rule') {
    const placed = model.rules.get(focus.id)
    return [focus.id, placed?.item?.id, placed?.sheet?.id, placed?.category?.id].filter((id) => id !== undefined)
  }
  if (focus.kind !== 'diagnostic') return pathOfPart(model, focus)
  const finding = findDiagnostic(model, focus.id)
  const part = finding === null ? null : partOfFinding(finding)
  if (part !== null) return partsOf(model, part)
  const span = spanOfFocus(model, focus)
  const first = span === null ? undefined : rulesAt(model, span)[0]
  return first === undefined ? [focus.id] : partsOf(model, { kind: 'rule', id: first.rule.id })
}

/**
 * What the outline opens for a choice: the part itself, or the part that a finding speaks of; where it names none, the
 * first rule read at its words, else the innermost part that cites them.
 */
export function chosenPartOf(model: WorkbenchModel, focus: Focus | null): Focus | null {
  if (focus?.kind !== 'diagnostic') return focus
  const finding = findDiagnostic(model, focus.id)
  if (finding === null) return null
  const first = rulesAt(model, finding.span)[0]
  return (
    partOfFinding(finding) ??
    (first === undefined
      ? (partsAt(model, finding.span).at(-1)?.focus ?? null)
      : { kind: 'rule', id: first.rule.id })
  )
}

/** The id of a category, sheet or item and those it stands in, the innermost first. */
function pathOfPart({ scheme }: WorkbenchModel, { id }: Focus): readonly string[] {
  for (const category of scheme.categories)
    for (const sheet of category.sheets) {
      if (sheet.id === id) return [id, category.id]
      if (sheet.items.some((item) => item.id === id)) return [id, sheet.id, category.id]
    }
  return [id]
}

/** The open finding after (or before) a place, round the text. */
export function neighbourPending(
  pending: readonly Diagnostic[],
  from: Diagnostic | null,
  step: 1 | -1,
): Diagnostic | null {
  if (pending.length === 0) return null
  const at = from === null ? -1 : pending.findIndex((finding) => diagnosticId(finding) === diagnosticId(from))
  if (at === -1) {
    const place = from?.span.start ?? 0
    const next = pending.findIndex((finding) => finding.span.start >= place)
    const start = next === -1 ? 0 : next
    return pending[step === 1 ? start : (start - 1 + pending.length) % pending.length] ?? null
  }
  return pending[(at + step + pending.length) % pending.length] ?? null
}

/**
 * Open findings per line of the outline: a sheet has those from its heading to the next, a category those under its
 * own words and, where everyone shares one sheet that has no line of its own, that sheet's. Findings without words
 * count where the part they speak of stands.
 */
export function pendingByPart(model: WorkbenchModel): ReadonlyMap<string, number> {
  const heads = model.marks.filter(({ focus }) => focus.kind === 'sheet')
  const counts = new Map<string, number>()
  const count = (id: string, more: number) => {
    if (more > 0) counts.set(id, (counts.get(id) ?? 0) + more)
  }
  for (const finding of model.pending) {
    if (finding.span.start === finding.span.end) {
      const part = partOfFinding(finding)
      const path = new Set(partsOf(model, part))
      const sheet = heldSheets(model).find(({ id }) => path.has(id))
      const category = model.scheme.categories.find(({ id }) => path.has(id))
      const line = sheet ?? category ?? (part?.kind === 'scheme' ? part : null)
      if (line !== null) count(line.id, 1)
      continue
    }
    const head = heads.findLast((mark) => mark.start <= finding.span.start)
    if (head !== undefined) count(head.focus.id, 1)
  }
  for (const category of model.scheme.categories) {
    const [only, ...others] = category.sheets
    if (only?.office === null && others.length === 0) count(category.id, counts.get(only.id) ?? 0)
    const { source } = category
    if (source !== null && source !== undefined)
      count(category.id, model.pending.filter((finding) => overlaps(finding.span, source)).length)
  }
  return counts
}

function heldSheets({ scheme }: WorkbenchModel): readonly OfficeSheet[] {
  return scheme.categories.flatMap((category) => category.sheets)
}
