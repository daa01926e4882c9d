import type { CalendarWindow } from '../../primitives/local-date.ts'
import { ownWords } from '../../scheme/own-words.ts'
import { countsOnly } from './deed-words.ts'
import { unquote, type FoldedText } from './folded-text.ts'
import type { EffectReading } from './phrases/effects/effect-reading.ts'
import { findPhrases } from './phrases/find-phrases.ts'
import type { Grammar } from './phrases/grammar.ts'
import type { Target } from './phrases/qualifiers/target-phrases.ts'
import { windowOf } from './phrases/qualifiers/window-words.ts'
import type { Lead } from './read-lead.ts'
import type { Stretch } from './split-sentences.ts'

/** Clauses are read with this many characters before them at most, so that time stays linear in the text. */
export const longestLookBack = 400

/** The rung that the deed before named last: another one takes its place. */
const rungAtEnd = /(?<=.)，(?:国家|中央|省|市|地|州|区|县|镇|乡镇|街道)级?(?:及?以上)?$/u

/** 市级 of 每篇区级加1分，市级加2分: it goes on with the step of the clause before. */
export function isRungAlone({ circumstances, deeds, quoted }: Lead): boolean {
  return !quoted && circumstances.level !== undefined && (deeds[0]?.words ?? '') === ''
}

/** Neither a deed nor a step nor a circumstance stands before the amount. */
export function saysNothing({ step, circumstances, deeds }: Lead): boolean {
  return step === null && Object.keys(circumstances).length === 0 && deeds.every(({ words }) => words === '')
}

/** A clause that names no deed of its own speaks of the one before it; 3次 alone is the third of that deed. */
export function withPrevious(own: Lead, previous: Lead | null, continues: boolean): Lead {
  if (previous === null || own.quoted) return own
  if (continues && own.step === null && !saysNothing(own))
    return withPrevious({ ...own, step: previous.step }, previous, false)
  const [deed] = own.deeds
  const before = previous.deeds[0]?.words ?? ''
  if (deed !== undefined && countsOnly(deed.words))
    return { ...own, deeds: [{ ...deed, words: `${before}${deed.words}` }] }
  if (own.deeds.some(({ words }) => words !== '')) return own
  // 48小时内未上报的扣10分；全区末位的扣50分: a place of its own speaks of the item, not of the deed before.
  if (own.circumstances.rank !== undefined && previous.circumstances.rank === undefined) return own
  const deeds = previous.deeds.map(({ words, grace }) => ({
    words: isRungAlone(own) ? words.replace(rungAtEnd, '') : words,
    grace: own.deeds[0]?.grace ?? (saysNothing(own) ? grace : null),
  }))
  if (saysNothing(own)) return { ...previous, start: own.start, deeds }
  // 排名后三位的,分管领导扣2分,工作人员扣1分: another who pays for the same thing under the same circumstances.
  if (Object.keys(own.circumstances).join() === 'subject' && previous.circumstances.subject !== undefined)
    return { ...own, deeds, circumstances: { ...previous.circumstances, ...own.circumstances } }
  return { ...own, deeds }
}

/**
 * 出现一例漏报扣2分、错报扣1分; 发生一起一般事故扣3分，较大事故扣5分: deeds of one list share the step that stands before
 * the first. In a list by commas they say so by their last words.
 */
export function sharingStep(own: Lead, previous: Lead | null, before: string): Lead {
  const deed = own.deeds[0]?.words ?? ''
  const step = previous?.step ?? null
  if (own.step !== null || own.quoted || step === null || step.deed === '' || /[无没未不]/u.test(deed)) return own
  const isListed = before.startsWith('、') && deed !== '' && deed.length <= 4
  const isAlike = deed.length >= 4 && deed.length <= 12 && deed.slice(-2) === step.deed.slice(-2)
  return isListed || isAlike ? { ...own, step } : own
}

/** Where the words of a step begin, so that 每低于目标1个百分点 is not its own target. */
export function stepStart(folded: FoldedText, { start, end }: Stretch): number {
  const words = folded.text.slice(start, end).replace(/,$/, '')
  const each = words.lastIndexOf('每')
  return each <= words.lastIndexOf(',') ? end : start + each
}

const windowNamed = /(?:每|当|本|一|全)个?(月|季|年)(?!底|初|末|前)|(月|季|年)度?(?:内|累计)/gu
const longestWayToWindow = 160

/** 每月迟到3次以内的…，从第4次起每次…: the window that the line named last before a grace without one. */
export function windowBefore({ text }: FoldedText, end: number): CalendarWindow | null {
  const near = text.slice(Math.max(0, end - longestWayToWindow), end)
  const named = [...near.slice(near.lastIndexOf('\n') + 1).matchAll(windowNamed)].at(-1)
  return windowOf[named?.[1] ?? named?.[2] ?? ''] ?? null
}

/** The words an effect carries, as the regulation writes them where the renderer had quoted them. */
export function unquotedFields(folded: FoldedText, fields: EffectReading['fields']): EffectReading['fields'] {
  const { payItem: written, consequence, unit, ...others } = fields
  const payItem = written === undefined ? '' : ownWords(unquote(folded, written))
  return {
    ...others,
    // A stop before the amount names nothing that is docked: 每次扣、20元.
    ...(payItem === '' ? {} : { payItem }),
    ...(consequence === undefined ? {} : { consequence: ownWords(unquote(folded, consequence)) }),
    ...(unit === undefined ? {} : { unit: unquote(folded, unit) }),
  }
}

/** The units of a step and of its grace, where the renderer had quoted them. */
export function unquotedStep(folded: FoldedText, lead: Lead): Lead {
  const grace = lead.deeds.map((deed) => ({
    ...deed,
    grace: deed.grace === null ? null : { ...deed.grace, unit: unquote(folded, deed.grace.unit) },
  }))
  if (lead.step?.unit === undefined) return { ...lead, deeds: grace }
  return { ...lead, deeds: grace, step: { ...lead.step, unit: unquote(folded, lead.step.unit) } }
}

/** Targets named in the sentence before the effect, or else in the sentences close before it in its paragraph. */
export function targetsBefore(
  { targets }: Grammar,
  folded: FoldedText,
  sentenceStart: number,
  end: number,
  namesItsMeasure: boolean,
): Target[] {
  const targetsIn = (start: number): Target[] =>
    findPhrases(targets, { text: folded.text.slice(start, end), raw: folded.raw.slice(start, end) }).map(
      (found) => {
        const target = found.phrase.read(found.words)
        return { ...target, unit: unquote(folded, target.unit) }
      },
    )
  // No further back than the look reaches, so that a huge sentence is not searched again for every clause.
  const near = Math.max(sentenceStart, end - longestLookBack)
  const words = folded.text.slice(near, end)
  // 合格率达90%以上得8分，不足90%的每下降5%: the target right before the step is its own.
  const beside = /(?:^|[,、;])[^,、;]{1,20}的$/u.exec(words)
  const own = beside === null ? [] : targetsIn(near + beside.index)
  const inSentence = own.length > 0 ? own : targetsIn(near)
  // 参保完成率每少1% after another clause's 低于5%: what is measured is named, so that target is another's.
  if (inSentence.length > 0 || namesItsMeasure) return inSentence
  const start = Math.max(0, end - longestLookBack)
  // 签约率达到70%得4分。履约率每低1个百分点…: what another rate is to reach is no target of this one.
  const rate = /\p{Script=Han}{2}率/u.exec(words)?.[0]
  if (rate !== undefined && !folded.text.slice(start, sentenceStart).includes(rate)) return []
  return targetsIn(start + folded.text.slice(start, sentenceStart).lastIndexOf('\n') + 1)
}
