import type { Centipoints } from '../../primitives/centipoints.ts'
import type { Span } from '../../regulation/citation.ts'
import type { Diagnostic, Interpretation } from '../../regulation/diagnostic.ts'
import { mayCarry, type DraftRule, type RuleFields } from '../../scheme/effects/index.ts'
import { ownWords } from '../../scheme/own-words.ts'
import { renderRule } from '../../scheme/render-rule.ts'
import type { NormalisedText } from '../normalised-text.ts'
import type { SilenceReason } from '../silence-reason.ts'
import { countsOnly } from './deed-words.ts'
import { rulesOfEffect, tidyRule } from './effect-rules.ts'
import { foldText, storedSpan, unquote, type FoldedText } from './folded-text.ts'
import { targetPhrases, type Target } from './phrases/circumstance-phrases.ts'
import { clausePhrases } from './phrases/clause-phrases.ts'
import type { EffectReading } from './phrases/effect-phrases.ts'
import type { Limit } from './phrases/limit-phrases.ts'
import { findPhrases, type Found } from './phrases/phrase.ts'
import { sentencesByList, spreadOverCases, type ListedCases } from './listed-cases.ts'
import { askAt, type Question, type Reading } from './questions.ts'
import { readLead, type Lead } from './read-lead.ts'
import { countedDeed, earnsPerUnit, isCountedRung, isLadderRung, resolveAmount, type ClauseWords } from './relative-amounts.ts'
import { uncoveredScoringWords } from './scoring-words.ts'
import type { Stretch } from './split-sentences.ts'

export type { DraftRule } from '../../scheme/effects/index.ts'

/** Where a passage stands: an item with its points, the clause on rewards, or anywhere else in the regulation. */
export type ClauseContext = {
  readonly itemTitle: string
  readonly itemPoints: Centipoints | null
  readonly interpretations: readonly Interpretation[]
  readonly place: 'item' | 'rewards' | 'outside'
  /** What the headings above say of amounts without a verb: under 加分项, 每篇2分 adds. */
  readonly verb?: 'add' | 'deduct'
}

export type ClauseReading = {
  readonly rules: readonly DraftRule[]
  readonly diagnostics: readonly Diagnostic[]
  /** Words that look like scoring and score nothing, with the reason. */
  readonly explained: readonly { readonly span: Span; readonly reason: SilenceReason }[]
}

/** Clauses are read with this many characters before them at most, so that time stays linear in the text. */
const longestLookBack = 400

/** A rule with the folded words it was read from. */
type PlacedRule = { fields: RuleFields; words: Stretch }

/** What has been read so far; the next clause may refer back to it (造成不良影响的, every 次 扣5分). */
type Reader = {
  readonly folded: FoldedText
  readonly context: ClauseContext
  readonly rules: PlacedRule[]
  readonly diagnostics: Diagnostic[]
  readonly explained: { span: Span; reason: SilenceReason }[]
  readonly covered: Stretch[]
  lead: Lead | null
  /** How many rules stood before the sentence that is being read, with those of the one it continues after ；. */
  rulesBefore: number
  /** What amounts without a verb do: named by the headings above, or by words that open a list (给予加分：). */
  verb: ClauseContext['verb']
}

/**
 * Reads the scoring clauses of a passage: each amount one rule, in the order of the text (SPEC §2). What it cannot
 * read, and what can be read in several ways, is a finding; no scoring word is left without a rule, a finding or a
 * reason. Answers given before (`interpretations`) are replayed. Quotes are of the passage as it was given.
 */
export function readClauses(passage: NormalisedText, context: ClauseContext): ClauseReading {
  const folded = unwrapClauses(foldText(passage))
  const reader: Reader = { folded, context, rules: [], diagnostics: [], explained: [], covered: [], lead: null, rulesBefore: 0, verb: context.verb }
  for (const lines of sentencesByList(folded.text)) readLines(reader, lines)
  reportUncovered(reader)
  return {
    rules: reader.rules.map((rule) => draftRule(reader, rule)),
    diagnostics: reader.diagnostics.toSorted((left, right) => left.span.start - right.span.start),
    explained: reader.explained,
  }
}

/** (每发现一次扣2分): brackets around a whole clause with its amount read like commas. */
function unwrapClauses(folded: FoldedText): FoldedText {
  const text = folded.text.replace(/\(([^()]*(?:扣|加|得|计|记)[^()]*\d分[^()]*)\)/gu, ',$1,')
  return { ...folded, text }
}

function draftRule(reader: Reader, { fields, words }: PlacedRule): DraftRule {
  const span = storedSpan(reader.folded, words.start, words.end)
  return {
    ...fields,
    source: { ...span, quote: quoteOf(reader, words) },
    sentence: renderRule(fields),
    origin: 'text',
  }
}

function quoteOf({ folded }: Reader, { start, end }: Stretch): string {
  const from = folded.at[start] ?? 0
  return folded.passage.text.slice(from, (folded.at[end - 1] ?? from - 1) + 1)
}

function ask(reader: Reader, question: Question, words: Stretch): Reading['apply'] {
  const span = storedSpan(reader.folded, words.start, words.end)
  const { diagnostic, apply } = askAt(question, span, quoteOf(reader, words), reader.context.interpretations)
  reader.diagnostics.push(diagnostic)
  return apply
}

function explain(reader: Reader, words: Stretch, reason: SilenceReason): void {
  reader.covered.push(words)
  reader.explained.push({ span: storedSpan(reader.folded, words.start, words.end), reason })
}

/** A sentence, or one that opens a list (有下列情形之一的，一票否决：) with the cases under it. */
function readLines(reader: Reader, { sentence, cases }: ListedCases): void {
  const firstRule = reader.rules.length
  readSentence(reader, sentence)
  if (cases.length === 0) return
  const lead = reader.rules.splice(firstRule)
  const { folded } = reader
  for (const { fields, words, place } of spreadOverCases(lead, cases, ({ start, end }) => folded.raw.slice(start, end))) {
    explain(reader, words, 'list-lead')
    reader.rules.push({ fields: tidyRule(fields), words: place })
  }
  reader.lead = null
}

function readSentence(reader: Reader, sentence: Stretch): void {
  const { folded } = reader
  const found = findPhrases(clausePhrases, {
    text: folded.text.slice(sentence.start, sentence.end),
    raw: folded.raw.slice(sentence.start, sentence.end),
  }).map((phrase) => ({ ...phrase, start: phrase.start + sentence.start, end: phrase.end + sentence.start }))
  const firstRule = reader.rules.length
  if (folded.text.charAt(sentence.start - 1) !== ';') reader.rulesBefore = firstRule
  let leadStart = sentence.start
  for (const phrase of found) {
    const word = phrase.phrase.read(phrase.words)
    if (word.kind === 'silence') explain(reader, phrase, word.reason)
    else if (word.kind === 'limit') {
      limitRules(reader, word.limit, phrase, firstRule)
      leadStart = phrase.end
    } else {
      const wasRead = readEffect(reader, word.effect, phrase, { start: leadStart, end: phrase.start }, sentence)
      if (wasRead) leadStart = phrase.end
    }
  }
}

function readEffect(
  reader: Reader,
  effect: EffectReading,
  found: Found<unknown>,
  before: Stretch,
  sentence: Stretch,
): boolean {
  const { folded, context } = reader
  const previous = reader.rules.at(-1)
  const isFirst = before.start === sentence.start
  const kind = kindOf(reader, effect, {
    before: folded.text.slice(before.start, before.end),
    after: folded.text.slice(found.end, sentence.end),
  })
  if (kind === null) return false
  const leadEnd = before.end + (found.words['rung']?.length ?? 0)
  const own = readLead(folded, before.start, leadEnd, {
    steps: mayCarry(kind, 'unit'),
    dutiesOff: kind !== 'award' && kind !== 'add' && kind !== 'proportional',
    levels:
      kind === 'add' || (kind === 'deduct' && /批评|处分|通报/u.test(folded.text.slice(before.start, leadEnd))),
  })
  const lead = withPrevious(own, reader.lead, effect.continues === true && !isFirst)
  const words = { start: own.start, end: found.end }
  reader.covered.push(found)
  const opens = effect.bare === true && folded.text.charAt(found.end) === ':'
  if (opens || (effect.bare === true && isTalk(reader, own, words))) {
    explain(reader, found, 'method-prose')
    if (opens) reader.verb = kind === 'add' ? 'add' : 'deduct'
    return true
  }
  if (kind === 'veto' && previous !== undefined && joinsVeto(reader, previous, effect, own, found)) return true
  const unquoted = unquotedFields(folded, { ...effect.fields, effect: kind })
  const resolved = resolveAmount({ ...effect, fields: unquoted }, previous?.fields, context.itemPoints)
  if (!isFirst && isCountedRung(own, reader.lead)) chargeOnce(reader)
  const rung = isFirst || !isLadderRung(own, reader.lead) ? lead : ladderRung(reader, own, lead)
  const { rules, questions } = rulesOfEffect(resolved, unquotedStep(folded, rung), {
    at: context.itemTitle === '' ? '' : `${context.itemTitle}：`,
    itemPoints: context.itemPoints,
    targets: lead.step?.missing === true ? targetsBefore(folded, sentence.start, stepStart(folded, before)) : [],
  })
  const answers = questions.map((question) => ask(reader, question, words))
  for (const rule of rules)
    reader.rules.push({
      fields: tidyRule(answers.reduce((fields, apply) => apply(fields), rule)),
      words,
    })
  reader.lead = lead
  return true
}

/** The effect of a clause; null when it has no verb and nothing before it or above it lends one. */
function kindOf(reader: Reader, effect: EffectReading, around: ClauseWords): RuleFields['effect'] | null {
  if (effect.continues !== true) return earnsPerUnit(effect, around) ? 'add' : effect.fields.effect
  const previous = reader.rules.at(-1)?.fields.effect
  if (previous === undefined || reader.rules.length === reader.rulesBefore) return reader.verb ?? null
  return previous === 'deduct' || previous === 'add' || previous === 'award' ? previous : null
}

/** 一票否决，取消评优资格: the veto and what it brings are one rule. */
function joinsVeto(reader: Reader, previous: PlacedRule, effect: EffectReading, own: Lead, found: Stretch): boolean {
  const consequence = unquotedFields(reader.folded, effect.fields).consequence
  const { fields, words } = previous
  const isNext = /^[,并且同时]*$/u.test(reader.folded.text.slice(words.end, found.start))
  if (fields.effect !== 'veto' || fields.consequence !== undefined || consequence === undefined || !isNext)
    return false
  previous.fields = { ...fields, consequence: `一票否决，${consequence}` }
  previous.words = { start: words.start, end: found.end }
  return own.step === null
}

/** The first rung of a ladder was read as a step; now both are charged once. */
function ladderRung(reader: Reader, own: Lead, lead: Lead): Lead {
  chargeOnce(reader)
  const deed = reader.lead?.deeds[0]?.words ?? ''
  return { ...lead, step: null, deeds: [{ words: countedDeed(deed, own), grace: null }] }
}

/** Makes the rule before a rung of its own, with its count in its deed. */
function chargeOnce({ rules, lead }: Reader): void {
  const previous = rules.at(-1)
  if (previous?.fields.unit === undefined || lead === null) return
  const { unit: _unit, per: _per, ...kept } = previous.fields
  previous.fields = { ...kept, condition: countedDeed(lead.deeds[0]?.words ?? '', lead) }
}

/** Where the words of a step begin, so that 每低于目标1个百分点 is not its own target. */
function stepStart(folded: FoldedText, { start, end }: Stretch): number {
  const words = folded.text.slice(start, end)
  const each = words.lastIndexOf('每')
  return each <= words.lastIndexOf(',') ? end : start + each
}

/** A clause that names no deed of its own speaks of the one before it; 3次 alone is the third of that deed. */
function withPrevious(own: Lead, previous: Lead | null, continues: boolean): Lead {
  if (previous === null || own.quoted) return own
  if (continues && own.step === null) return withPrevious({ ...own, step: previous.step }, previous, false)
  const [deed] = own.deeds
  const before = previous.deeds[0]?.words ?? ''
  if (deed !== undefined && countsOnly(deed.words))
    return { ...own, deeds: [{ ...deed, words: `${before}${deed.words}` }] }
  if (own.deeds.some(({ words }) => words !== '')) return own
  const isEmpty = own.step === null && Object.keys(own.circumstances).length === 0
  const deeds = previous.deeds.map(({ words, grace }) => ({ words, grace: isEmpty ? grace : null }))
  if (isEmpty) return { ...previous, start: own.start, deeds }
  return { ...own, deeds }
}

/** 加分, 减分 without an amount is talk about the method unless a deed stands before it; then an amount is lost. */
function isTalk({ folded, context }: Reader, lead: Lead, words: Stretch): boolean {
  if ((lead.deeds[0]?.words ?? '') === '') return true
  return context.place === 'outside' && !/的$|表彰|处分|批评/u.test(folded.text.slice(lead.start, words.end - 2))
}

function unquotedFields(folded: FoldedText, fields: EffectReading['fields']): EffectReading['fields'] {
  const { payItem, consequence, unit } = fields
  return {
    ...fields,
    ...(payItem === undefined ? {} : { payItem: ownWords(unquote(folded, payItem)) }),
    ...(consequence === undefined ? {} : { consequence: ownWords(unquote(folded, consequence)) }),
    ...(unit === undefined ? {} : { unit: unquote(folded, unit) }),
  }
}

function unquotedStep(folded: FoldedText, lead: Lead): Lead {
  const grace = lead.deeds.map((deed) => ({
    ...deed,
    grace: deed.grace === null ? null : { ...deed.grace, unit: unquote(folded, deed.grace.unit) },
  }))
  if (lead.step?.unit === undefined) return { ...lead, deeds: grace }
  return { ...lead, deeds: grace, step: { ...lead.step, unit: unquote(folded, lead.step.unit) } }
}

/** Targets named in the sentence before the effect, or else in the sentences close before it in its paragraph. */
function targetsBefore(folded: FoldedText, sentenceStart: number, end: number): Target[] {
  const targetsIn = (start: number): Target[] =>
    findPhrases(targetPhrases, { text: folded.text.slice(start, end), raw: folded.raw.slice(start, end) }).map(
      (found) => {
        const target = found.phrase.read(found.words)
        return { ...target, unit: unquote(folded, target.unit) }
      },
    )
  const inSentence = targetsIn(Math.max(sentenceStart, end - longestLookBack))
  if (inSentence.length > 0) return inSentence
  return targetsIn(Math.max(folded.text.lastIndexOf('\n', sentenceStart - 1) + 1, end - longestLookBack, 0))
}

/** A limit belongs to the last rule of its sentence; standing alone after several rules it is asked about. */
function limitRules(reader: Reader, limit: Limit, words: Stretch, firstRule: number): void {
  const { itemPoints } = reader.context
  if ('floor' in limit && (limit.cap === null || itemPoints === null || limit.cap >= itemPoints)) {
    explain(reader, words, 'floor-wording')
    return
  }
  explain(reader, words, 'cap-wording')
  const field = 'cap' in limit ? 'cap' : 'uncapped'
  const mayLimit = (rule: PlacedRule): boolean => mayCarry(rule.fields.effect, field)
  const inSentence = reader.rules.slice(firstRule).filter(mayLimit)
  const candidates = inSentence.length > 0 ? inSentence.slice(-1) : reader.rules.filter(mayLimit)
  const last = candidates.at(-1)
  if (last === undefined || candidates.length > 1)
    ask(
      reader,
      {
        code: 'ambiguous-reading',
        severity: 'warning',
        message: `“${quoteOf(reader, words)}”管着哪几条计分条款、各自还是合计，不清楚，请在相应条款上填写封顶。`,
        readings: [],
      },
      words,
    )
  if (last !== undefined && candidates.length === 1) {
    last.fields = {
      ...last.fields,
      ...('cap' in limit ? (limit.cap === null ? {} : { cap: limit.cap }) : { uncapped: true }),
    }
    if (inSentence.length > 0) last.words = { start: last.words.start, end: words.end }
  }
}

/** Whatever looks like scoring and was not read becomes a finding over its clause. */
function reportUncovered(reader: Reader): void {
  const { folded, context } = reader
  let reported = 0
  for (const words of uncoveredScoringWords(folded.text, reader.covered, context.place === 'item')) {
    if (words.start < reported) continue
    const clause = clauseAround(folded.text, words)
    reported = clause.end
    const question: Question = {
      code: 'unreadable-clause',
      severity: context.place === 'item' ? 'error' : 'warning',
      message: `${context.itemTitle === '' ? '' : `${context.itemTitle}：`}“${quoteOf(reader, clause)}”像是计分条款，没有读懂，请补一条规则，或标为不计分。`,
      readings: [],
    }
    ask(reader, question, clause)
  }
}

/** From the comma before the words to the comma after them, or as much of an endless clause as can be read at once. */
function clauseAround(text: string, words: Stretch): Stretch {
  let { start, end } = words
  const first = Math.max(0, start - longestLookBack)
  const last = Math.min(text.length, end + longestLookBack)
  while (start > first && !/[,;。!?\n]/.test(text.charAt(start - 1))) start--
  while (end < last && !/[,;。!?\n]/.test(text.charAt(end))) end++
  return { start, end }
}
