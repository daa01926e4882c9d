import type { Section } from '../section.ts'
import type { Stretch } from '../stated-points.ts'
import { movesPoints, sentencesOf } from './sentences.ts'

/** Whom the text appraises or leaves out, in its own words. */
export type StatedAppraisee = { readonly words: Stretch; readonly appraised: boolean }

const title = /^(?:考核|考评|评议|实施|适用)(?:的)?(?:对象|范围)(?:(?:和|与|及|、)(?:对象|范围|时间))?$/
const said =
  /(?:考核|考评|适用)(?:的)?(?:对象|范围)(?:为|是|:|包括|主要是)|(?:作为|做为|列为|纳入)[^,。;]{0,10}(?:考核|考评)的?(?:对象|范围)/
const leftOut =
  /不(?:参加|纳入|列入|作为|进行|予|参与)(?:本办法|本方案|本次|年度|年终|平时|绩效|个人|本)*(?:考核|考评|评定)?|不在(?:考核|考评)(?:范围|之列)|除外/
const startsBracket = /^\((?:不含|不包括|除)/
/** What only says that the objects of appraisal follow. */
const lead =
  /^(?:[一二三四五六七八九十]{1,3}、|\([一二三四五六七八九十]{1,3}\)|\d{1,2}[、.])?(?:绩效|年度|年终|本)*(?:考核|考评|适用)(?:的)?(?:对象|范围)(?:为|是|:|包括)*/
const bracketed = /[(,](?:不含|不包括|除)([^(),。;]{2,40})(?:\)|(?=[,。;]|$))/g
const longest = 160

/** 考核对象: the sentences below such a heading or beginning so, and those that say who takes no part. In text order. */
export function findAppraisees(text: string, root: Section): StatedAppraisee[] {
  const headed = sectionsTitled(root).flatMap(({ blocks, children }) =>
    [...blocks, ...children.flatMap((child) => [...headingBlock(child), ...child.blocks])].flatMap((block) =>
      within(text, block),
    ),
  )
  let isAfterOne = false
  const elsewhere = [...sentencesOf(text, ';')].filter(({ start, end }) => {
    const words = text.slice(start, end)
    const isOne = said.test(words) || isException(words)
    const isBracket = isAfterOne && startsBracket.test(words)
    isAfterOne = isOne
    return isOne || isBracket
  })
  const found = [...headed, ...elsewhere].filter(
    ({ start, end }) => end - start >= 4 && end - start <= longest && !movesPoints(text.slice(start, end)),
  )
  const taken = new Uint8Array(text.length)
  const distinct = found.filter(({ start, end }) => {
    if (taken.subarray(start, end).includes(1)) return false
    taken.fill(1, start, end)
    return true
  })
  return distinct
    .flatMap((sentence) => clausesOf(text, sentence))
    .toSorted((left, right) => left.words.start - right.words.start)
}

function isException(words: string): boolean {
  return leftOut.test(words) && /考核|考评|除外|评定等次/.test(words) && /不(?:参加|纳入|列入)|除外/.test(words)
}

function sectionsTitled(section: Section): Section[] {
  return [...(title.test(section.title) ? [section] : []), ...section.children.flatMap(sectionsTitled)]
}

/** A numbered line below the heading may be all title: 1、镇机关干部。 */
function headingBlock(section: Section): Stretch[] {
  if (section.title === '' || section.stated !== null) return []
  return [{ start: section.heading.start + (section.marker?.length ?? 0), end: section.heading.end }]
}

function within(text: string, block: Stretch): Stretch[] {
  return [...sentencesOf(text.slice(block.start, block.end), ';')].map(({ start, end }) => ({
    start: block.start + start,
    end: block.start + end,
  }))
}

/** One sentence, and the bracket in it that takes somebody out again: (不含科级领导). */
function clausesOf(text: string, sentence: Stretch): StatedAppraisee[] {
  const words = text.slice(sentence.start, sentence.end)
  const excluded = [...words.matchAll(bracketed)].map((match): StatedAppraisee => {
    const start = sentence.start + match.index + 1
    const isClosed = match[0].endsWith(')')
    return { words: { start, end: start + match[0].length - (isClosed ? 2 : 1) }, appraised: false }
  })
  const start = sentence.start + (lead.exec(words)?.[0].length ?? 0)
  const bare = words.replace(bracketed, '')
  const own = { words: { start, end: sentence.end }, appraised: !leftOut.test(bare) }
  // Who appraises, and how, stands under the same heading.
  if (own.appraised && /责任主体|负责|成绩|等次|发放|结合|组织实施|程序|办法按/.test(bare)) return excluded
  return bare.trim() === '' || start >= sentence.end || startsBracket.test(words) ? excluded : [own, ...excluded]
}
