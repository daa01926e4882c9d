import { centipoints, type Centipoints } from '../primitives/centipoints.ts'
import { readNumeral } from './clauses/numerals.ts'
import { lineMarkerAt } from './heading-marker.ts'
import { sentencesOf } from './statements/sentences.ts'
import type { Stretch } from './stated-points.ts'

/** 本项满分10分 speaks of one item. */
const spokenTotal =
  /(?:总分|总分值|(?<![本此该单各]项\(?)满分|分值共计|共计|总计|合计|总分数)(?:值|按|为|是|共|计|:)*(\d{2,5}(?:\.\d{1,2})?|[一二三四五六七八九十]*[百千])分/

const smallestTotal = 10_000

/** 1、学习(满分10分), 十、满分10分,…: below a number few points are those of one item. */
function isOfItem(words: string, at: number): boolean {
  const isNumbered = lineMarkerAt(words, 0) !== null
  return words.startsWith('满分', at)
    ? isNumbered || /^[^)]*,/.test(words.slice(at))
    : isNumbered && words.charAt(at - 1) === '('
}

/** 每篇计0.5分,满分10分: the most of one clause. */
function isAfterClause(words: string, at: number): boolean {
  return /[扣加计得记]\d/.test(words.slice(0, at)) && words.startsWith('满分', at)
}

/** A total as words name it; `digits` is where its figure stands in them, null for 百分制. */
type SpokenTotal = { readonly points: Centipoints; readonly digits: Stretch | null }

function spokenIn(words: string): SpokenTotal | null {
  const spoken = spokenTotal.exec(words)
  const figure = spoken?.[1] ?? ''
  const hundredths = spoken === null ? null : readNumeral(figure)
  const at = spoken?.index ?? 0
  const isOfPart = isAfterClause(words, at) || ((hundredths ?? 0) < smallestTotal && isOfItem(words, at))
  if (hundredths !== null && !isOfPart) {
    const start = at + (spoken?.[0].lastIndexOf(figure) ?? 0)
    return { points: centipoints(hundredths), digits: { start, end: start + figure.length } }
  }
  if (/百分制/.test(words)) return { points: centipoints(10_000), digits: null }
  return /千分制/.test(words) ? { points: centipoints(100_000), digits: null } : null
}

/** 百分制 100, 千分制 1000, 总分(为)200分, 满分100分; null when the words name none. */
export function statedTotal(words: string): Centipoints | null {
  return spokenIn(words)?.points ?? null
}

export type NamedTotal = {
  readonly points: Centipoints
  /** Its figure, which may be a damaged one; null where a word names it. */
  readonly digits: Stretch | null
  readonly place: Stretch
}

/** The totals that sentences of the text name, those of `lists` first; one entry per amount. */
export function namedTotals(
  text: string,
  lists: readonly { readonly sentence: Stretch; readonly total: Centipoints | null }[],
): NamedTotal[] {
  const listed = lists.flatMap(({ total, sentence }) => {
    const [spoken] = totalIn(text, sentence)
    return total === null
      ? []
      : [spoken?.points === total ? spoken : { points: total, digits: null, place: sentence }]
  })
  const told = listed.length > 0 ? listed : [...sentencesOf(text)].flatMap((place) => totalIn(text, place))
  const named = told.length > 0 ? told : totalOfTitle(text)
  return named.filter(({ points }, i) => points > 0 && named.findIndex((other) => other.points === points) === i)
}

/** 年度考核细则(100分), the first line. */
function totalOfTitle(text: string): NamedTotal[] {
  const line = /^[^\n]*/.exec(text)?.[0] ?? ''
  const figure = /(?:办法|细则|标准|方案|表|规定|考核)\((\d{2,4})分\)$/.exec(line)?.[1]
  const hundredths = figure === undefined ? null : readNumeral(figure)
  if (figure === undefined || hundredths === null) return []
  const start = line.lastIndexOf(figure)
  const digits = { start, end: start + figure.length }
  return [{ points: centipoints(hundredths), digits, place: { start: 0, end: line.length } }]
}

function totalIn(text: string, place: Stretch): NamedTotal[] {
  const spoken = spokenIn(text.slice(place.start, place.end))
  if (spoken === null) return []
  const { points, digits } = spoken
  const at = digits === null ? null : { start: place.start + digits.start, end: place.start + digits.end }
  return [{ points, digits: at, place }]
}
