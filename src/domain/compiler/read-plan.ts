import { citationOf, type Span } from '../regulation/citation.ts'
import type { Rule } from '../scheme/scheme.ts'
import { readClauses, type ClauseContext, type ClauseReading } from './clauses/read-clauses.ts'
import type { Grammar } from './clauses/phrases/grammar.ts'
import type { Diagnostic, Interpretation } from './diagnostic.ts'
import { joinPassages, slicePassage, type NormalisedText } from './normalised-text.ts'
import type { Section } from './section.ts'
import type { PlannedItem } from './plan-items.ts'
import type { PlannedCategory, PlannedSheet } from './planned-category.ts'
import type { SchemePlan } from './scheme-plan.ts'
import type { Reading } from './stored-text.ts'
import type { Stretch } from './stated-points.ts'

export type ReadRule = Omit<Rule, 'id'>
export type ReadItem = { readonly item: PlannedItem; readonly title: string; readonly rules: readonly ReadRule[] }
export type ReadSheet = { readonly sheet: PlannedSheet; readonly items: readonly ReadItem[] }
export type ReadCategory = { readonly category: PlannedCategory; readonly sheets: readonly ReadSheet[] }

/** Clauses outside every item, under the heading they stand under. */
export type ReadOutside = {
  readonly section: Section
  readonly place: 'rewards' | 'outside'
  readonly rules: readonly ReadRule[]
}

export type ReadScheme = {
  readonly categories: readonly ReadCategory[]
  readonly outside: readonly ReadOutside[]
  readonly diagnostics: readonly Diagnostic[]
  readonly explained: ClauseReading['explained']
}

const rewardHeading = /加分|奖励|奖扣|加扣|奖惩|奖罚|表彰|减分|加减分|附加分|惩罚/
/** Beside categories with points, deductions under a heading of their own move the personal score. */
const penaltyHeading = /^(?:扣分|倒扣分?)(?:项|项目|事项|情形)?$/
const addHeading = /加分|加减分|加扣分|奖扣|奖励|奖惩|奖罚|表彰|嘉奖|得分$/
const deductHeading = /减分|扣分|处罚|惩|罚则/

/** What the nearest heading that speaks of one kind of move says of amounts without a verb. */
function verbUnder(path: readonly string[]): Pick<ClauseContext, 'verb' | 'cases'> {
  for (const title of path.toReversed()) {
    const [adds, deducts] = [addHeading.test(title), deductHeading.test(title)]
    if (adds !== deducts) return { verb: adds ? 'add' : 'deduct' }
  }
  return vetoHeading.test(path.at(-1) ?? '') ? { cases: 'veto' } : {}
}

const vetoHeading = /否决(?:项|事项|情形|条款|内容|指标|情况)?$/

const longestTitle = 32

/** Reads every clause of the plan where it stands; `spoken` are statements already understood, which hold no clause. */
export function readPlan(
  reading: Reading,
  plan: SchemePlan,
  spoken: readonly Stretch[],
  { interpretations, grammar }: { readonly interpretations: readonly Interpretation[]; readonly grammar: Grammar },
): ReadScheme {
  const cuts = withoutOverlaps(spoken)
  const diagnostics: Diagnostic[] = []
  const explained: ClauseReading['explained'][number][] = []
  const read = (
    passage: NormalisedText,
    context: Omit<ClauseContext, 'interpretations'>,
    path: readonly string[],
  ) => {
    const clauses = readClauses(passage, { ...context, interpretations }, grammar)
    for (const diagnostic of clauses.diagnostics) diagnostics.push(withQuote(reading, diagnostic))
    for (const silence of clauses.explained) explained.push(silence)
    return clauses.rules.map((rule) => withCitation(reading, rule, path))
  }
  const readItem = (item: PlannedItem): ReadItem => {
    const title = item.title === '' ? firstWords(reading.body.text, item) : item.title
    const cut = item.stated === null || item.stated.isClause ? [] : [item.stated.words]
    const path = item.title === '' ? item.path : [...item.path, item.title]
    const context = {
      itemTitle: title,
      itemPoints: item.stated?.points ?? null,
      place: 'item' as const,
      ...verbUnder(path),
    }
    return { item, title, rules: read(passageOfBlocks(reading.body, item.blocks, cut), context, path) }
  }
  const categories = plan.categories.map((category) => ({
    category,
    sheets: category.sheets.map((sheet) => ({ sheet, items: sheet.items.map(readItem) })),
  }))
  const outside = plan.outside.map(({ section, blocks }): ReadOutside => {
    const path = section.title === '' ? section.path : [...section.path, section.title]
    const isReward = path.some(
      (title) => rewardHeading.test(title) || (plan.categories.length > 0 && penaltyHeading.test(title)),
    )
    const place = isReward ? 'rewards' : 'outside'
    const context = { itemTitle: path.at(-1) ?? '', itemPoints: null, place, ...verbUnder(path) } as const
    return { section, place, rules: read(passageOfBlocks(reading.body, blocks, cuts), context, path) }
  })
  return { categories, outside, diagnostics, explained }
}

/** Blocks one under another, without the stretches that are no clause; `cut` is in order and disjoint. */
function passageOfBlocks(
  body: NormalisedText,
  blocks: readonly Stretch[],
  cut: readonly Stretch[],
): NormalisedText {
  const pieces: NormalisedText[] = []
  for (const block of blocks) {
    if (pieces.length > 0) {
      const offset = body.offsets[block.start] ?? 0
      pieces.push({ text: '\n', offsets: Uint32Array.of(offset), ends: Uint32Array.of(offset) })
    }
    let start = block.start
    for (let i = firstEndingAfter(cut, start); i < cut.length; i++) {
      const gap = cut[i]
      if (gap === undefined || gap.start >= block.end) break
      if (gap.end <= start) continue
      pieces.push(slicePassage(body, start, Math.max(start, gap.start)))
      start = Math.min(gap.end, block.end)
    }
    pieces.push(slicePassage(body, start, block.end))
  }
  return joinPassages(pieces)
}

/** The same places in order, those that touch or overlap as one. */
function withoutOverlaps(stretches: readonly Stretch[]): Stretch[] {
  const joined: Stretch[] = []
  for (const { start, end } of stretches.toSorted((left, right) => left.start - right.start)) {
    const last = joined.at(-1)
    if (last !== undefined && start <= last.end)
      joined[joined.length - 1] = { start: last.start, end: Math.max(last.end, end) }
    else joined.push({ start, end })
  }
  return joined
}

/** Where to begin among stretches in order, so that a long text is not searched whole for every block. */
function firstEndingAfter(stretches: readonly Stretch[], place: number): number {
  let low = 0
  let high = stretches.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((stretches[middle]?.end ?? 0) <= place) low = middle + 1
    else high = middle
  }
  return low
}

/** An item without a heading is named by its first words. */
export function firstWords(text: string, item: { readonly blocks: readonly Stretch[] }): string {
  const block = item.blocks[0]
  const words = block === undefined ? '' : text.slice(block.start, block.end)
  const first =
    /^(?:[^,。;:()\n]|\((?!\d+(?:\.\d+)?分)[^()\n]{1,8}\)){2,40}/.exec(words.trim())?.[0] ?? words.slice(0, 20)
  const deed = first.replace(/(?:任务)?(?:基础分|[计记得扣加]\d).*$/, '')
  if (deed.length >= 4 && deed.length <= longestTitle) return deed.trim()
  const stop = first.lastIndexOf('、', longestTitle)
  return first.slice(0, stop > 8 ? stop : longestTitle).trim()
}

function withCitation(reading: Reading, rule: ReadRule, path: readonly string[]): ReadRule {
  return rule.source === null ? rule : { ...rule, source: citationOf(reading.stored, pickSpan(rule.source), path) }
}

function withQuote(reading: Reading, diagnostic: Diagnostic): Diagnostic {
  return { ...diagnostic, quote: reading.stored.slice(diagnostic.span.start, diagnostic.span.end) }
}

function pickSpan({ start, end }: Span): Span {
  return { start, end }
}
