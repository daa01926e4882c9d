import type { RuleFields } from '../../scheme/effects/index.ts'
import { ownWords } from '../../scheme/own-words.ts'
import { unquote, type FoldedText } from './folded-text.ts'
import { deedWords, pointsBack, skipOpening, withoutDuties } from './deed-words.ts'
import { findAtEnd, findPhrases } from './phrases/find-phrases.ts'
import type { Grammar } from './phrases/grammar.ts'
import { phrasePattern } from './phrases/phrase.ts'
import type { Grace } from './phrases/qualifiers/grace-phrases.ts'
import { readLevel } from './phrases/qualifiers/level-phrases.ts'
import { stepWithoutUnit, type Step } from './phrases/qualifiers/step-phrases.ts'

/** What the words before an effect say: the deed, how often it is charged, and under which circumstances. */
export type Lead = {
  /** Where the clause's own words begin, for the citation. */
  readonly start: number
  /** One, or several when a qualifier belongs to one part of an enumeration only. */
  readonly deeds: readonly { readonly words: string; readonly grace: Grace | null }[]
  readonly step: Step | null
  readonly circumstances: Pick<RuleFields, 'severity' | 'rank' | 'subject' | 'deadline' | 'level'>
  /** The deed stands in the renderer's quotation marks and is taken as it is. */
  readonly quoted: boolean
}

export type LeadWishes = {
  /** Whether the effect is charged by steps. */
  readonly steps: boolean
  /** Whether a duty before the deed (负责…工作,) is left out of it. */
  readonly dutiesOff: boolean
  readonly levels: boolean
  readonly grammar: Grammar
}

/** Words between the deed and its consequence that say nothing by themselves. */
const fillers =
  /(?:[,、;:(]|\([一1每]?(?:人次|次|项|件|人|处|个|例|起)\)|(?<!目)的|(?<=[,、;次良害果响重劣实失错法规位]|不实|行为)者|(?<![原规细准法守])则|(?<!即)将|(?<![反响适供相])应|(?<![许认])可|一律|同时|一次性|酌情|予以|给予|(?<!合)并|另外?|直接|对|(?<=,)要|双方|(?<=[,次天件起例人方])各|当[月季年]度?|本[月季年]度?|(?:承担|负)(?:连带|相应|领导|主要|全部)?责任|(?<=[的,])并?(?:给予|予以|责令|责成)[^,;。的]{0,8}?(?:批评|教育|谈话|处理|检查|检讨|约谈|整改)[,并]|由[^,;。]{1,14}(?:领导小组|考核办|办公室|党委|党委会|班子会|考核组|委员会|党政办)(?:集体)?(?:研究|审定|决定|讨论)?)+$/u

const quotedDeed = phrasePattern('^(?<quoted>{引}):')
const labelled = phrasePattern('(?<label>对|时限|程度|名次|级别)(?<quoted>{引})', 'g')
const fieldOf = { 对: 'subject', 时限: 'deadline', 程度: 'severity', 名次: 'rank', 级别: 'level' } as const

function isLabel(word: string): word is keyof typeof fieldOf {
  return word in fieldOf
}

type Mutable<Fields> = { -readonly [Field in keyof Fields]: Fields[Field] }
type Circumstances = Mutable<Lead['circumstances']>

/** Reads folded characters start to end, the words before an effect. */
export function readLead(folded: FoldedText, start: number, end: number, wishes: LeadWishes): Lead {
  const from = skipOpening(folded.text, start, end)
  const deed = quotedDeed.exec(folded.text.slice(from, end))?.groups?.['quoted']
  const bodyStart = deed === undefined ? from : from + deed.length + 1
  const labels = readLabels(folded, bodyStart, end)
  return deed === undefined && Object.keys(labels).length === 0
    ? ownLead(folded, from, end, wishes)
    : quotedLead(folded, { from, bodyStart, end }, deed ?? null, labels, wishes)
}

/** 对「责任人」，程度「造成损失」: what a rendered sentence names after its labels. */
function readLabels(folded: FoldedText, start: number, end: number): Circumstances {
  const circumstances: Circumstances = {}
  for (const match of folded.text.slice(start, end).matchAll(labelled)) {
    const label = match.groups?.['label'] ?? ''
    if (isLabel(label)) circumstances[fieldOf[label]] = unquote(folded, match.groups?.['quoted'] ?? '')
  }
  return circumstances
}

/** A rendered sentence: the deed is what the quotation marks say, word for word. */
function quotedLead(
  folded: FoldedText,
  place: { readonly from: number; readonly bodyStart: number; readonly end: number },
  deed: string | null,
  circumstances: Circumstances,
  wishes: LeadWishes,
): Lead {
  const grace = findPhrases(wishes.grammar.graces, sliceOf(folded, place.bodyStart, place.end)).at(-1)
  const { step } = readTail(folded, place.bodyStart, place.end, wishes, circumstances)
  const words = deed === null ? '' : unquote(folded, deed)
  return {
    start: place.from,
    deeds: [{ words, grace: grace === undefined ? null : grace.phrase.read(grace.words) }],
    step,
    circumstances,
    quoted: true,
  }
}

/** A clause of the regulation: qualifiers are cut off its end, what is left is the deed. */
function ownLead(folded: FoldedText, from: number, end: number, wishes: LeadWishes): Lead {
  const circumstances: Circumstances = {}
  const found = findPhrases(wishes.grammar.graces, sliceOf(folded, from, end)).at(-1)
  const tail = readTail(folded, from, end, wishes, circumstances)
  const deedStart = wishes.dutiesOff ? withoutDuties(folded.text, from, tail.end) : from
  const deedEnd = wishes.levels
    ? readLevelBefore(folded, deedStart, tail.end, circumstances, wishes.grammar)
    : tail.end
  const [deadline] = findPhrases(wishes.grammar.deadlines, sliceOf(folded, deedStart, deedEnd))
  if (deadline !== undefined) circumstances.deadline = deadline.words['value'] ?? ''
  const grace = found === undefined ? null : { ...found, start: found.start + from, end: found.end + from }
  const joint = folded.text.charAt(deedEnd - 1) === ',' ? '，' : ''
  const deeds = deedWords(folded, deedStart, deedEnd, grace).map(({ words, hasGrace }) => ({
    words: pointsBack(words) ? '' : joinDeed(words, tail.step, joint),
    grace: hasGrace && grace !== null ? grace.phrase.read(grace.words) : null,
  }))
  return { start: deedStart, deeds, step: tail.step, circumstances, quoted: false }
}

/** A rung alone at the end (获得表彰的,省级) is the level and no part of the deed; else the deed names its level. */
function readLevelBefore(
  folded: FoldedText,
  start: number,
  end: number,
  circumstances: Circumstances,
  { levels }: Grammar,
): number {
  const words = folded.text.slice(start, end)
  const rung = /(?:^|[,、;])(?:国家|中央|省部|省|市|地|州|县|区|乡镇|镇)级?(?:及?以上)?$/u.exec(words)
  const level = readLevel(levels, rung === null ? words : `${rung[0]}级`)
  if (level !== null) circumstances.level = level
  if (rung === null) return end
  const before = words.slice(0, rung.index)
  return start + before.length - (fillers.exec(before)?.[0].length ?? 0)
}

function joinDeed(words: string, step: Step | null, joint: string): string {
  if (step === null) return words
  // 每耽误一次: the 每 belongs to the step, 耽误 to the deed.
  const own = words.replace(/(^|，)每(?![周月季年天日])([^，]{1,10})$/u, '$1$2')
  return step.deed === '' ? own : `${own}${own === '' ? '' : joint}${ownWords(step.deed)}`
}

function sliceOf(folded: FoldedText, start: number, end: number): { text: string; raw: string } {
  return { text: folded.text.slice(start, end), raw: folded.raw.slice(start, end) }
}

/** Cuts steps and circumstances off the end of the words, one after another, until only the deed is left. */
function readTail(
  folded: FoldedText,
  start: number,
  end: number,
  wishes: LeadWishes,
  circumstances: Circumstances,
): { readonly step: Step | null; readonly end: number } {
  let step: Step | null = null
  let stop = end
  for (;;) {
    const words = sliceOf(folded, start, stop)
    const filler = fillers.exec(words.text)
    if (filler !== null) {
      stop = start + filler.index
      continue
    }
    const nextStep: ReturnType<typeof findAtEnd<Step>> =
      wishes.steps && step === null ? findAtEnd(wishes.grammar.steps, words) : null
    if (nextStep !== null) {
      stop = start + nextStep.start
      step = surelyEach(nextStep.phrase.read(nextStep.words), folded.text.slice(start, stop))
      continue
    }
    const circumstance = findAtEnd(wishes.grammar.circumstances, words)
    const field = circumstance?.phrase.read(circumstance.words).field
    if (circumstance === null || field === undefined || circumstances[field] !== undefined) break
    if (field === 'severity' && isOneOfSeveral(words.text, circumstance.start)) break
    circumstances[field] = circumstance.words['value'] ?? ''
    stop = start + circumstance.start
  }
  if (wishes.steps && step === null) {
    const before = findAtEnd(wishes.grammar.stepsBeforeDeed, sliceOf(folded, start, stop))
    if (before !== null) return { step: before.phrase.read(before.words), end: start + before.start }
  }
  return { step: step ?? impliedStep(folded, start, stop, wishes), end: withoutEach(folded, start, stop) }
}

/** 每超额完成10%: the 每 stands before the deed, and the step repeats all the same. */
function surelyEach(step: Step, before: string): Step {
  const clause = before.split(/[,;]/).at(-1) ?? ''
  return clause.includes('每') ? { ...step, repeats: true } : step
}

/** 未按时完成的,或造成影响的: the severity belongs to one of two deeds, not to the amount. */
function isOneOfSeveral(text: string, at: number): boolean {
  const clause = text.slice(0, at).split(/[,;]/).at(-1) ?? ''
  return clause.startsWith('或')
}

/** 每扣2分: a step is meant and its unit is missing. */
function impliedStep(folded: FoldedText, start: number, stop: number, wishes: LeadWishes): Step | null {
  if (!wishes.steps || !folded.text.slice(start, stop).endsWith('每')) return null
  return stepWithoutUnit
}

/** 每耽误(一次), 凡…每: the 每 that belongs to the step, cut from the last part of the deed. */
function withoutEach(folded: FoldedText, start: number, stop: number): number {
  return folded.text.slice(start, stop).endsWith('每') ? stop - 1 : stop
}
