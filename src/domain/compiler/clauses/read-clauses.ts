import type { Span } from '../../regulation/citation.ts'
import type { Diagnostic } from '../../regulation/diagnostic.ts'
import { mayCarry, type DraftRule } from '../../scheme/effects/index.ts'
import { renderRule } from '../../scheme/render-rule.ts'
import type { NormalisedText } from '../normalised-text.ts'
import type { SilenceReason } from '../silence-reason.ts'
import { kindOf } from './effect-kind.ts'
import { rulesOfEffect, tidyRule } from './effect-rules.ts'
import { foldText, storedSpan, type FoldedText } from './folded-text.ts'
import {
  isRungAlone,
  longestLookBack,
  sharingStep,
  stepStart,
  targetsBefore,
  unquotedFields,
  unquotedStep,
  windowBefore,
  saysNothing,
  withPrevious,
} from './lead-in-context.ts'
import type { EffectReading } from './phrases/effects/effect-reading.ts'
import { findPhrases, type Found } from './phrases/find-phrases.ts'
import { fullGrammar, type Grammar } from './phrases/grammar.ts'
import { sentencesByList, spreadOverCases, type ListedCases } from './listed-cases.ts'
import { leftoverBeside } from './leftover-words.ts'
import { judgedUpTo, limitRules } from './limit-rules.ts'
import type { Question } from './questions.ts'
import { readLead, type Lead } from './read-lead.ts'
import { countedDeed, isCountedRung, isBeforeRung, isLadderRung, resolveAmount } from './relative-amounts.ts'
import { ask, explain, quoteOf, type ClauseContext, type PlacedRule, type Reader } from './clause-reader.ts'
import { uncoveredScoringWords } from './scoring-words.ts'
import type { Stretch } from './split-sentences.ts'
import { readVetoCase } from './veto-cases.ts'

export type { DraftRule } from '../../scheme/effects/index.ts'

export type { ClauseContext } from './clause-reader.ts'

export type ClauseReading = {
  readonly rules: readonly DraftRule[]
  readonly diagnostics: readonly Diagnostic[]
  /** Words that look like scoring and score nothing, with the reason. */
  readonly explained: readonly { readonly span: Span; readonly reason: SilenceReason }[]
}

/**
 * Reads the scoring clauses of a passage: each amount one rule, in the order of the text (SPEC §2). What it cannot
 * read, and what can be read in several ways, is a finding; no scoring word is left without a rule, a finding or a
 * reason. Answers given before (`interpretations`) are replayed. Quotes are of the passage as it was given. `grammar`
 * is the full one except where its own tests leave a row out.
 */
export function readClauses(
  passage: NormalisedText,
  context: ClauseContext,
  grammar: Grammar = fullGrammar,
): ClauseReading {
  const folded = unwrapClauses(foldText(passage))
  const reader: Reader = {
    folded,
    context,
    grammar,
    rules: [],
    diagnostics: [],
    explained: [],
    covered: [],
    lead: null,
    rulesBefore: 0,
    verb: context.verb,
  }
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

/** A sentence, or one that opens a list (有下列情形之一的，一票否决：) with the cases under it. */
function readLines(reader: Reader, { sentence, cases }: ListedCases): void {
  const firstRule = reader.rules.length
  readSentence(reader, sentence)
  if (cases.length === 0) return
  const lead = reader.rules.splice(firstRule)
  const { folded } = reader
  for (const { fields, words, place } of spreadOverCases(lead, cases, ({ start, end }) =>
    folded.raw.slice(start, end),
  )) {
    explain(reader, words, 'list-lead')
    reader.rules.push({ fields: tidyRule(fields), words: place })
  }
  reader.lead = null
}

function readSentence(reader: Reader, sentence: Stretch): void {
  const { folded } = reader
  const found = findPhrases(reader.grammar.clauseWords, {
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
      const before = { start: leadStart, end: phrase.start }
      const judged = judgedUpTo(reader, word.limit, before, firstRule)
      if (judged === null) limitRules(reader, word.limit, phrase, firstRule)
      else readEffect(reader, judged, phrase, before, sentence)
      leadStart = phrase.end
    } else {
      const wasRead = readEffect(reader, word.effect, phrase, { start: leadStart, end: phrase.start }, sentence)
      if (wasRead) leadStart = phrase.end
    }
  }
  if (found.length === 0) readVetoCase(reader, sentence)
}

/** 罚款二十元。 as a paragraph of its own: what for, the text does not say. */
function deedQuestion(reader: Reader, words: Stretch): Question {
  return {
    code: 'ambiguous-reading',
    severity: 'warning',
    message: `“${quoteOf(reader, words)}”没有写明是什么情形，请在条款上补写。`,
    readings: [],
  }
}

/** Whether a sentence begins a paragraph, the one before having come to its end. */
function beginsParagraph({ text }: FoldedText, { start }: Stretch): boolean {
  return text.charAt(start - 1) === '\n' && /[。!?]/u.test(text.charAt(start - 2))
}

function readEffect(
  reader: Reader,
  effect: EffectReading,
  found: Found<unknown>,
  before: Stretch,
  sentence: Stretch,
): boolean {
  const { folded, context, grammar } = reader
  const previous = reader.rules.at(-1)
  const isFirst = before.start === sentence.start
  const around = {
    before: folded.text.slice(before.start, before.end),
    after: folded.text.slice(found.end, Math.min(sentence.end, found.end + longestLookBack)),
  }
  const kind = kindOf(reader, effect, around)
  if (kind === null) return false
  const leadEnd = before.end + (found.words['rung']?.length ?? 0)
  const own = readLead(folded, before.start, leadEnd, {
    steps: mayCarry(kind, 'unit'),
    grammar,
    dutiesOff: kind !== 'award' && kind !== 'add' && kind !== 'proportional',
    levels:
      kind === 'add' || (kind === 'deduct' && /批评|处分|通报/u.test(folded.text.slice(before.start, leadEnd))),
  })
  const isDeedless = isFirst && previous !== undefined && saysNothing(own) && beginsParagraph(folded, sentence)
  const lead = isDeedless
    ? own
    : withPrevious(
        sharingStep(own, reader.lead, around.before),
        reader.lead,
        !isFirst && (effect.continues === true || isRungAlone(own)),
      )
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
  const isRung = isBeforeRung(own, around) || (!isFirst && isLadderRung(own, reader.lead))
  const rung = isRung ? ladderRung(reader, own, lead) : lead
  const { rules, questions } = rulesOfEffect(resolved, unquotedStep(folded, rung), {
    at: context.itemTitle === '' ? '' : `${context.itemTitle}：`,
    itemPoints: context.itemPoints,
    grammar,
    targets:
      lead.step?.missing === true
        ? targetsBefore(
            grammar,
            folded,
            sentence.start,
            stepStart(folded, before),
            /[率度量额比]$/u.test(deedOf(own)),
          )
        : [],
    window: windowBefore(folded, before.end),
  })
  const answers = questions.map((question) => ask(reader, question, words))
  if (isDeedless && (kind === 'deduct' || kind === 'add' || kind === 'money'))
    ask(reader, deedQuestion(reader, words), words)
  const leftover = leftoverBeside(kind, around)
  if (leftover !== null) ask(reader, leftoverQuestion(reader, leftover, words), words)
  for (const rule of rules)
    reader.rules.push({
      fields: tidyRule(answers.reduce((fields, apply) => apply(fields), rule)),
      words,
    })
  reader.lead = lead
  return true
}

/** 视情节扣2分 read as 扣2分: the words beside the effect would change it. */
function leftoverQuestion(reader: Reader, leftover: string, words: Stretch): Question {
  return unreadable(reader, `“${quoteOf(reader, words)}”里的“${leftover}”没有读懂，请核对这一条怎样计分。`)
}

/** 一票否决，取消评优资格，年度考核定为不称职: a veto and all that it brings are one rule. */
function joinsVeto(
  reader: Reader,
  previous: PlacedRule,
  effect: EffectReading,
  own: Lead,
  found: Stretch,
): boolean {
  const consequence = unquotedFields(reader.folded, effect.fields).consequence
  const { fields, words } = previous
  const isNext = /^[,并且同时]*$/u.test(reader.folded.text.slice(words.end, found.start))
  const isChain = fields.consequence?.startsWith('一票否决') === true
  const completes = isChain || (fields.consequence === undefined) !== (consequence === undefined)
  if (fields.effect !== 'veto' || !isNext || !completes || (isChain && consequence === undefined)) return false
  const joined = `${fields.consequence ?? '一票否决'}，${consequence ?? '一票否决'}`
  previous.fields = { ...fields, consequence: joined }
  previous.words = { start: words.start, end: found.end }
  return own.step === null
}

/** The first rung of a ladder was read as a step; now both are charged once. */
function ladderRung(reader: Reader, own: Lead, lead: Lead): Lead {
  if (isLadderRung(own, reader.lead)) chargeOnce(reader)
  const deed = lead.deeds[0]?.words ?? ''
  return { ...lead, step: null, deeds: [{ words: countedDeed(deed, own), grace: null }] }
}

/** Makes the rule before a rung of its own, with its count in its deed. */
function chargeOnce({ rules, lead, folded }: Reader): void {
  const previous = rules.at(-1)
  if (previous?.fields.unit === undefined || lead === null) return
  // 每有1项不合格扣10分，有2项及以上的…: 每 says that the first is charged each time, whatever the second says.
  if (folded.text.slice(previous.words.start, previous.words.end).includes('每')) return
  const { unit: _unit, per: _per, ...kept } = previous.fields
  previous.fields = { ...kept, condition: countedDeed(lead.deeds[0]?.words ?? '', lead) }
}

/** 加分, 减分 without an amount is talk about the method unless a deed stands before it; then an amount is lost. */
function isTalk({ folded, context }: Reader, lead: Lead, words: Stretch): boolean {
  if ((lead.deeds[0]?.words ?? '') === '') return true
  return context.place === 'outside' && !/的$|表彰|处分|批评/u.test(folded.text.slice(lead.start, words.end - 2))
}

/** Whatever looks like scoring and was not read becomes a finding over its clause. */
function reportUncovered(reader: Reader): void {
  const { folded, context } = reader
  let reported = 0
  for (const words of uncoveredScoringWords(folded.text, reader.covered, context.place !== 'outside')) {
    if (words.start < reported) continue
    const clause = clauseAround(folded.text, words)
    reported = clause.end
    const message = `“${quoteOf(reader, clause)}”像是计分条款，没有读懂，请补一条规则，或标为不计分。`
    ask(reader, unreadable(reader, message), clause)
  }
}

function unreadable({ context }: Reader, message: string): Question {
  return {
    code: 'unreadable-clause',
    severity: context.place === 'item' ? 'error' : 'warning',
    message: `${context.itemTitle === '' ? '' : `${context.itemTitle}：`}${message}`,
    readings: [],
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

function deedOf({ deeds }: Lead): string {
  return deeds[0]?.words ?? ''
}
