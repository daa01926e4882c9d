import { firstSentenceOf } from '../regulation/first-sentence.ts'
import { placedRules, type Scheme } from '../scheme/scheme.ts'
import { assembleScheme } from './assemble-scheme.ts'
import { accountForWords, type Account, type Coverage } from './coverage.ts'
import { fullGrammar, type Grammar } from './clauses/phrases/grammar.ts'
import type { Diagnostic, Interpretation } from './diagnostic.ts'
import { layOut, spokenStretches, titledHeadings, withStatements, type StatedLayout } from './lay-out.ts'
import { normaliseRegulation } from './normalise.ts'
import { readAs, spanOf, type NormalisedText, type Rereading } from './normalised-text.ts'
import { findLikelyRepair, findNumberRepair, rereadingsOf } from './number-repair.ts'
import { applyRewardLimits } from './reward-limits.ts'
import { readPlan, type ReadScheme } from './read-plan.ts'
import { contradictions, missingSectionFindings } from './scheme-findings.ts'
import { settleByInterpretations } from './settle.ts'
import { findingAt, wordsAt } from './stored-text.ts'
import {
  chunkBreakFindings,
  cutFindings,
  damagedWordFindings,
  isTextCut,
  likelyRepairFindings,
  openRollUpFindings,
  payFindings,
  repairFindings,
  rivalRepairFindings,
  undefinedRoleFindings,
} from './whole-text-findings.ts'

const openingLength = 30

export type CompileOptions = {
  /** false leaves damaged numbers as they stand; default true. */
  readonly repair?: boolean
  /** Answers given to earlier findings, replayed in this reading. */
  readonly interpretations?: readonly Interpretation[]
  /** The phrases that clauses are read by; all of them except where a test leaves some out. */
  readonly grammar?: Grammar
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
  const compilation = compileOnce(text, options)
  if (interpretations.length === 0) return compilation
  // Leaving words as they are changes no reading; only answers that do can make a finding disappear.
  const isReadOtherwise = interpretations.some(({ act }) => act !== 'leave')
  const before = isReadOtherwise ? compileOnce(text, { ...options, interpretations: [] }) : compilation
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
  { repair: isRepairing = true, interpretations = [], grammar = fullGrammar }: CompileOptions,
): Compilation {
  const regulation = normaliseRegulation(stored)
  const asked = readAs(regulation.body, rereadingsAsked(regulation.body, interpretations))
  const draft = layOut(stored, regulation.folded, asked)
  const isCut = isTextCut(asked.text, regulation.pages)
  const { repair, rivals } = isRepairing
    ? findNumberRepair(asked.text, draft.groups, isCut)
    : { repair: null, rivals: [] }
  const layout = withStatements(
    repair === null ? draft : layOut(stored, regulation.folded, readAs(asked, rereadingsOf(asked.text, repair))),
  )
  const { reading, plan, statements, groups } = layout
  const likely = repair === null && isRepairing ? findLikelyRepair(asked.text, groups) : null
  const read = readPlan(reading, plan, spokenStretches(layout), { interpretations, grammar })
  const { scheme, findings: limits } = applyRewardLimits(
    reading,
    assembleScheme(reading, read, statements),
    statements.limits,
  )
  const breaks = chunkBreakFindings(reading, regulation.chunkBreaks)
  if (!hasRules(scheme)) return withoutClauses(layout, scheme, read, breaks)
  const { coverage, unreadable } = accountForWords(reading, accountOf(layout, scheme, read))
  const clauseFindings = [...read.diagnostics, ...unreadable]
  return {
    scheme,
    coverage,
    diagnostics: inTextOrder([
      ...breaks,
      ...(repair === null ? [] : repairFindings({ stored, body: asked }, repair)),
      ...(likely === null ? [] : likelyRepairFindings(reading, likely)),
      ...rivalRepairFindings(reading, rivals),
      ...damagedWordFindings({ stored, body: asked }),
      ...undefinedRoleFindings(reading),
      ...payFindings(reading, statements.pay),
      ...missingSectionFindings(reading, plan),
      ...cutFindings(reading, regulation.pages, groups),
      ...limits,
      ...headingLimitFindings(layout),
      ...openRollUpFindings(reading, statements.rollUps),
      ...clauseFindings,
      ...contradictions(layout, scheme, clauseFindings),
    ]),
  }
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

/** What accounts for scoring words: rules, findings about clauses, and stretches that are known to hold none. */
function accountOf(layout: StatedLayout, scheme: Scheme, read: ReadScheme): Account {
  const { reading, root } = layout
  const known = [
    ...titledHeadings(root).map((heading) => ({ ...heading, reason: 'heading' as const })),
    ...spokenStretches(layout),
  ]
  return {
    rules: [...placedRules(scheme)].flatMap(({ rule }) => (rule.source === null ? [] : [rule.source])),
    diagnostics: read.diagnostics.map((diagnostic) => diagnostic.span),
    explained: [
      ...known.map(({ start, end, reason }) => ({ span: spanOf(reading.body, start, end), reason })),
      ...read.explained,
    ],
  }
}

/** 一、加分项（最高不超过10分）: a limit on all the rules below has no field in the scheme, so it is asked about. */
function headingLimitFindings({ reading, root, statements }: StatedLayout): Diagnostic[] {
  const told = new Uint8Array(reading.body.text.length)
  for (const { words } of statements.limits) told.fill(1, words.start, words.end)
  const headings = titledHeadings(root).filter(({ start, end }) => !told.subarray(start, end).includes(1))
  return headings.flatMap((heading) => {
    const limit =
      /[^,;:()]{0,12}(?:最高|最多|不超过|不得超过|封顶|上限)[^,;:()]{0,6}\d+(?:\.\d+)?分|\d+分封顶/.exec(
        wordsAt(reading, heading),
      )
    if (limit === null) return []
    const start = heading.start + limit.index
    return [
      findingAt(
        reading,
        { start, end: start + limit[0].length },
        {
          severity: 'warning',
          code: 'ambiguous-reading',
          message: `“${limit[0]}”管着下面哪几条计分条款、各自还是合计，不清楚，请在相应条款上填写封顶。`,
        },
      ),
    ]
  })
}

/** News, a pay formula, an empty page: readable, but nothing in it scores. */
function withoutClauses(
  layout: StatedLayout,
  scheme: Scheme,
  read: ReadScheme,
  breaks: readonly Diagnostic[],
): Compilation {
  const { reading } = layout
  const { coverage, unreadable } = accountForWords(reading, accountOf(layout, scheme, read))
  const opening = { start: 0, end: firstSentenceOf(reading.body.text.slice(0, openingLength)).length }
  const nothing = findingAt(reading, opening, {
    severity: 'error',
    code: 'no-scoring-clause',
    message: '文中没有找到计分条款（扣分、加分、得分等），请确认是否选对了文件。',
  })
  return {
    scheme: { ...scheme, categories: [], rewards: [], vetoes: [] },
    coverage,
    diagnostics: inTextOrder([...breaks, ...read.diagnostics, ...unreadable, nothing]),
  }
}

function hasRules(scheme: Scheme): boolean {
  return placedRules(scheme).next().done !== true
}

function inTextOrder(diagnostics: readonly Diagnostic[]): Diagnostic[] {
  return diagnostics.toSorted(
    (left, right) => left.span.start - right.span.start || left.span.end - right.span.end,
  )
}
