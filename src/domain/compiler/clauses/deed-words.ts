import { ownWords } from '../../scheme/own-words.ts'
import type { FoldedText } from './folded-text.ts'
import { phrasePattern } from './phrases/phrase.ts'

/** Numbering and joining words before a clause: 1、 (2) ③ 其中, 并且. */
const opening =
  /^(?:[,、;:。)\n]|\d{1,2}[.、)](?!\d)|\(\d{1,2}\)|\([一二三四五六七八九十]{1,3}\)|[①-⑳]|[一二三四五六七八九十]{1,3}、|第[一二三四五六七八九十]{1,3}条|其中|另外?|同时|并且?|而且|且(?!末)|或者?|以及|及(?![时格])|又)+/u

/** A number of a list inside a line: …由市统计局考评2、完成… */
const listNumber = /(?<![\d第])\d{1,2}[、.](?=\p{Script=Han})/gu

/** Where a clause's own words begin: after the last list number, numbering and joining words. */
export function skipOpening(text: string, start: number, end: number): number {
  const words = text.slice(start, end)
  const number = [...words.matchAll(listNumber)].at(-1)
  const from = number === undefined ? 0 : number.index + number[0].length
  return start + from + (opening.exec(words.slice(from))?.[0].length ?? 0)
}

/** Parts that state a duty; the deed that costs points comes after them. */
const duty =
  /^(?:负责|坚持|严格|认真|积极|热情|做好|按照?|根据|协助|协调|承担|承办|组织|定期|及时|完成|搜集|收集|催促|督促|指导|管理|制定|培养|筹备|起草|对待|参加|参与|受理|把|提供|提高|加强|开展|配合|处理|执行|筹办|保管|整理|深入|向|遵守|审核|办理|推进|落实)/u

/** Words of failing: a part that has one is a deed, whatever it begins with. */
const failing = /[未不没无误漏迟缺违差错逾]|失|造成|出现|脱岗|擅|推诿|拖延|少|耽误|上访|批评|投诉|遗失/u

/** Splits at commas outside brackets; the pieces keep their places. */
function commaParts(text: string, start: number, end: number): { start: number; end: number }[] {
  const parts: { start: number; end: number }[] = []
  let depth = 0
  let from = start
  for (let i = start; i < end; i++) {
    const character = text.charAt(i)
    if (character === '(') depth++
    else if (character === ')') depth = Math.max(0, depth - 1)
    else if ((character === ',' || character === ';') && depth === 0) {
      parts.push({ start: from, end: i })
      from = i + 1
    }
  }
  parts.push({ start: from, end })
  return parts
}

/** 失误, 未完成, 每耽误: no longer than this and the deed cannot stand alone. */
const bareDeed = 5

/** Deeds up to this length keep the duty they failed in: 起草党委文件，未按时完成. */
const shortEnough = 30

/** Where a long deed begins once the parts before it that only state a duty are left out. */
export function withoutDuties(text: string, start: number, end: number): number {
  if (end - start <= shortEnough || !failing.test(text.slice(start, end))) return start
  const parts = commaParts(text, start, end).filter((part) => part.end > part.start)
  const deed = parts.findIndex(({ start: from, end: to }) => {
    const words = text.slice(from, to)
    return failing.test(words) || !duty.test(words)
  })
  // 失误 alone says too little: the duty right before it comes along.
  const isBare = deed === parts.length - 1 && (parts[deed]?.end ?? 0) - (parts[deed]?.start ?? 0) <= bareDeed
  const found = parts[isBare ? Math.max(0, deed - 1) : deed]
  return found === undefined ? start : skipOpening(text, found.start, end)
}

/** The clause's own words as a deed; what stands over a limit is 超出 it. */
function tidyDeed(words: string): string {
  return ownWords(words).replace(/超$/u, '超出')
}

const countAlone = phrasePattern('^{数}{单位}(?:及以上|以上)?$')

/** 3次, 15天以上: a count of the deed before, not a deed. */
export function countsOnly(words: string): boolean {
  return countAlone.test(words)
}

/** 此两项, 上述情形: says no deed of its own but points to the one before. */
export function pointsBack(words: string): boolean {
  return /^(?:此|上述|以上|前述|该|本)[一二两三四五六七八九十\d]{0,2}(?:项|种|类|情况|情形|行为|问题)*$/u.test(
    words,
  )
}

type Place = { readonly start: number; readonly end: number }

/** The deed between start and end without the words of the grace; split where only a part of it has the grace. */
export function deedWords(
  folded: FoldedText,
  start: number,
  end: number,
  grace: Place | null,
): { readonly words: string; readonly hasGrace: boolean }[] {
  if (grace === null) return [{ words: tidyDeed(folded.raw.slice(start, end)), hasGrace: false }]
  const without = (from: number, to: number): string => {
    if (grace.start < from || grace.start >= to) return tidyDeed(folded.raw.slice(from, to))
    const before = folded.raw.slice(from, grace.start).replace(/[,，、;；]$/u, '')
    return tidyDeed(`${before}${folded.raw.slice(Math.min(grace.end, to), to)}`)
  }
  const parts = isBracketed(folded.text, start, grace.start)
    ? enumerationParts(folded.text, start, end, grace)
    : []
  const others = parts.filter((part) => !(grace.start >= part.start && grace.start < part.end))
  const own = parts.find((part) => grace.start >= part.start && grace.start < part.end)
  if (own === undefined || others.length === 0) return [{ words: without(start, end), hasGrace: true }]
  return parts
    .toSorted((left, right) => left.start - right.start)
    .map((part) => ({ words: without(part.start, part.end), hasGrace: part === own }))
}

function isBracketed(text: string, start: number, at: number): boolean {
  const before = text.slice(start, at)
  return before.lastIndexOf('(') > before.lastIndexOf(')')
}

/** 上班迟到(…)、早退: the parts of the enumeration that the grace stands in, split at 、 outside brackets. */
function enumerationParts(text: string, start: number, end: number, grace: Place): Place[] {
  const clause = commaParts(text, start, end).find((part) => grace.start >= part.start && grace.start < part.end)
  if (clause === undefined) return []
  const parts: Place[] = []
  let depth = 0
  let from = clause.start
  for (let i = clause.start; i < clause.end; i++) {
    const character = text.charAt(i)
    if (character === '(') depth++
    else if (character === ')') depth = Math.max(0, depth - 1)
    else if (depth === 0 && /[、或和]/u.test(character)) {
      parts.push({ start: from, end: i })
      from = i + 1
    }
  }
  parts.push({ start: from, end: clause.end })
  return parts.filter((part) => part.end > part.start)
}
