import type { Span } from '../regulation/citation.ts'
import { schemeFormat, type Scheme } from '../scheme/scheme.ts'
import { assembleScheme, type Statements } from './assemble-scheme.ts'
import { namedTotals } from './category-list.ts'
import { coverageOf, sentenceAround, type Coverage } from './coverage.ts'
import type { Diagnostic, Interpretation } from './diagnostic.ts'
import { normaliseRegulation, type NormalisedRegulation } from './normalise.ts'
import { readAs, type NormalisedText, type Rereading } from './normalised-text.ts'
import { findNumberRepair, rereadingsOf } from './number-repair.ts'
import { outlineOf, type Section } from './outline.ts'
import { readPlan, type ReadScheme } from './read-plan.ts'
import { titleOf } from './regulation-title.ts'
import { hasRules, placeFindings, sanctionFindings, unplacedFindings } from './scheme-findings.ts'
import { planScheme, type SchemePlan } from './scheme-plan.ts'
import { settleByInterpretations } from './settle.ts'
import { findCadence } from './statements/cadence.ts'
import { findPay } from './statements/pay.ts'
import { findUnpricedRewards } from './statements/rewards.ts'
import { findRollUps } from './statements/roll-ups.ts'
import { findingAt, findingOn, type Reading } from './stored-text.ts'
import type { Stretch } from './stated-points.ts'
import { sumGroupsOf, type SumGroup } from './sum-groups.ts'
import {
  chunkBreakFindings,
  damagedWordFindings,
  cutFindings,
  isTextCut,
  payFindings,
  repairFindings,
  sumFindings,
  undefinedRoleFindings,
} from './whole-text-findings.ts'

export type CompileOptions = {
  /** false leaves damaged numbers as they stand; default true. */
  readonly repair?: boolean
  /** Answers given to earlier findings, replayed in this reading. */
  readonly interpretations?: readonly Interpretation[]
}

export type Compilation = {
  readonly scheme: Scheme
  readonly diagnostics: readonly Diagnostic[]
  readonly coverage: Coverage
}

/**
 * Text to scheme (SPEC §2): deterministic, in time linear in the text. Offsets of all citations and findings count
 * UTF-16 units of `text` as given. Nothing is refused: what cannot be read is in the diagnostics.
 */
export function compileRegulation(text: string, options: CompileOptions = {}): Compilation {
  const interpretations = options.interpretations ?? []
  const isRepairing = options.repair ?? true
  const compilation = compileOnce(text, isRepairing, interpretations)
  if (interpretations.length === 0) return compilation
  const before = compileOnce(text, isRepairing, [])
  return {
    ...compilation,
    diagnostics: settleByInterpretations(before.diagnostics, compilation.diagnostics, interpretations),
  }
}

/** Whether the leading group may adopt the scheme: it has rules, and no error is left unanswered. */
export function isAdoptable(diagnostics: readonly Diagnostic[], scheme: Scheme): boolean {
  return (
    hasRules(scheme) &&
    diagnostics.every((diagnostic) => diagnostic.severity !== 'error' || diagnostic.settled !== undefined)
  )
}

function compileOnce(
  stored: string,
  isRepairing: boolean,
  interpretations: readonly Interpretation[],
): Compilation {
  const regulation = normaliseRegulation(stored)
  const asked = readAs(regulation.body, rereadingsAsked(regulation.body, interpretations))
  const isCut = isTextCut(asked.text, regulation.pages)
  const draft = layOut(stored, asked)
  const repair = isRepairing ? findNumberRepair(asked.text, draft.groups, isCut) : null
  const layout = repair === null ? draft : layOut(stored, readAs(asked, rereadingsOf(asked.text, repair)))
  const { reading, plan, statements } = layout
  const spoken = spokenStretches(layout)
  const read = readPlan(reading, plan, spoken, interpretations)
  const scheme = assembleScheme(reading, read, statements)
  if (!hasRules(scheme)) return withoutClauses(stored, scheme, reading, read, spoken, regulation)
  const findings = [
    ...chunkBreakFindings(reading, regulation.chunkBreaks),
    ...(repair === null ? [] : repairFindings({ stored, body: asked }, repair)),
    ...damagedWordFindings({ stored, body: asked }),
    ...wholeTextFindings(layout, isCut),
    ...cutFindings(reading, regulation.pages),
    ...placeFindings(reading, read, scheme),
    ...unplacedFindings(stored, scheme),
    ...read.diagnostics,
  ]
  return withCoverage(layout, scheme, read, spoken, findings)
}

type Layout = {
  readonly reading: Reading
  readonly plan: SchemePlan
  readonly root: Section
  readonly groups: readonly SumGroup[]
  readonly statements: Statements
}

/** Headings, categories, sheets and items of a body, and what it says about the whole. */
function layOut(stored: string, body: NormalisedText): Layout {
  const root = outlineOf(body.text)
  const plan = planScheme(body.text, root)
  const totals = namedTotals(body.text, plan.lists)
  // Several totals (for villages, for offices) leave the scheme's own total open.
  const total = totals.length === 1 ? (totals[0] ?? null) : null
  const groups = sumGroupsOf(plan, total)
  const statements: Statements = {
    title: titleOf(body.text),
    total: total?.points ?? null,
    rollUps: findRollUps(body.text),
    cadence: findCadence(body.text),
    pay: findPay(body.text),
    rewards: findUnpricedRewards(body.text),
  }
  return { reading: { stored, body }, plan, root, groups, statements }
}

function spokenStretches({ plan, statements }: Layout): Stretch[] {
  return [
    ...plan.lists.map((list) => list.sentence),
    ...statements.rollUps.map((rollUp) => rollUp.words),
    ...statements.cadence.map((step) => step.words),
    ...(statements.pay?.sentences ?? []),
    ...statements.rewards.words,
  ]
}

/** Characters of the body that a person wants read as other words. */
function rereadingsAsked(body: NormalisedText, interpretations: readonly Interpretation[]): Rereading[] {
  return interpretations.flatMap((interpretation) => {
    if (interpretation.act !== 'read-as') return []
    const start = body.offsets.findIndex((offset) => offset >= interpretation.span.start)
    let end = start
    while (end < body.text.length && (body.ends[end] ?? 0) <= interpretation.span.end) end += 1
    return start >= 0 && end > start ? [{ start, end, word: interpretation.text }] : []
  })
}

function wholeTextFindings(layout: Layout, isCut: boolean): Diagnostic[] {
  const { reading, statements, groups } = layout
  const lastItemEnd = Math.max(0, ...groups.filter((group) => group.kind === 'sheet').map((group) => group.end))
  return [
    ...sumFindings(reading, groups, isCut ? lastItemEnd : null),
    ...undefinedRoleFindings(reading),
    ...payFindings(reading, statements.pay),
    ...sanctionFindings(reading, statements.rewards),
  ]
}

function withCoverage(
  { reading, root }: Layout,
  scheme: Scheme,
  read: ReadScheme,
  spoken: readonly Stretch[],
  findings: readonly Diagnostic[],
): Compilation {
  const spanAt = (stretch: Stretch): Span =>
    findingAt(reading, stretch, { severity: 'info', code: 'chunk-break', message: '' }).span
  const { gaps, ...coverage } = coverageOf(reading, {
    rules: ruleSpans(scheme),
    diagnostics: read.diagnostics.map((diagnostic) => diagnostic.span),
    explained: [...read.explained, ...spoken.map(spanAt), ...headingsOf(root).map(spanAt)],
  })
  const unreadable = gaps.map((gap) =>
    findingAt(reading, sentenceAround(reading.body.text, gap), {
      severity: 'error',
      code: 'unreadable-clause',
      message: '这句话像是计分条款，但没能读懂，请改写或注明不计分。',
    }),
  )
  return { scheme, diagnostics: inTextOrder([...findings, ...withoutRepeats(unreadable)]), coverage }
}

function ruleSpans(scheme: Scheme): Span[] {
  const inItems = scheme.categories.flatMap((category) =>
    category.sheets.flatMap((sheet) => sheet.items.flatMap((item) => item.rules)),
  )
  return [...inItems, ...scheme.rewards, ...scheme.vetoes].flatMap((rule) =>
    rule.source === null ? [] : [rule.source],
  )
}

/** Titled headings: 加分事项 is no clause. */
function headingsOf(section: Section): Stretch[] {
  return [...(section.title === '' ? [] : [section.heading]), ...section.children.flatMap(headingsOf)]
}

function withoutRepeats(diagnostics: readonly Diagnostic[]): Diagnostic[] {
  const places = new Set<string>()
  return diagnostics.filter(({ span, code }) => {
    const place = `${code}-${String(span.start)}-${String(span.end)}`
    if (places.has(place)) return false
    places.add(place)
    return true
  })
}

function inTextOrder(diagnostics: readonly Diagnostic[]): Diagnostic[] {
  return diagnostics.toSorted(
    (left, right) => left.span.start - right.span.start || left.span.end - right.span.end,
  )
}

/** News, a pay formula, an empty page: readable, but nothing in it scores. */
function withoutClauses(
  stored: string,
  scheme: Scheme,
  reading: Reading,
  read: ReadScheme,
  spoken: readonly Stretch[],
  regulation: NormalisedRegulation,
): Compilation {
  const bare: Scheme = { ...scheme, format: schemeFormat, categories: [], rewards: [], vetoes: [] }
  const span = { start: reading.body.offsets[0] ?? 0, end: reading.body.offsets.at(-1) ?? 0 }
  const opening = { start: span.start, end: Math.min(span.end, span.start + 30) }
  const layout = {
    reading,
    root: outlineOf(''),
    plan: planScheme('', outlineOf('')),
    groups: [],
    statements: emptyStatements,
  }
  return withCoverage(layout, bare, read, spoken, [
    ...chunkBreakFindings(reading, regulation.chunkBreaks),
    ...read.diagnostics,
    findingOn(stored, opening, {
      severity: 'error',
      code: 'no-scoring-clause',
      message: '文中没有找到计分条款（扣分、加分、得分等），请确认是否选对了文件。',
    }),
  ])
}

const emptyStatements: Statements = {
  title: '',
  total: null,
  rollUps: [],
  cadence: [],
  pay: null,
  rewards: { rules: [], sanction: null, words: [] },
}
