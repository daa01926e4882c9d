import { centipoints, parseHundredths, type Centipoints } from '../primitives/centipoints.ts'
import { readNumeral } from './clauses/numerals.ts'
import { lineMarkerAt } from './heading-marker.ts'
import type { Stretch } from './stated-points.ts'

/** One category as a sentence of the text lists it: 公共工程(20分). */
export type ListedCategory = {
  readonly title: string
  readonly points: Centipoints
  readonly words: Stretch
  readonly digits: Stretch
}

export type CategoryList = {
  readonly sentence: Stretch
  readonly listed: readonly ListedCategory[]
  /** The total the same sentence names (总分100分, 百分制, 千分制), if it does. */
  readonly total: Centipoints | null
}

const listedCategory =
  /([^,。;:()、\n\d=]{1,20}(?:、[^,。;:()、\n\d=]{2,12}){0,2}?)(?:占|共|计|满分|为)?\(?(?:占|计)?(\d{1,6}(?:\.\d{1,2})?)分\)?/g
const listLead = /^(?:其中|即|包括|包含|分为|分别为|由|设|为|和|及|以及|具体设置为|具体为|另有|考核|满分)+/
const scoringContext =
  /[扣加减得]$|每|扣|倒|奖励|表彰|达到|完成|以上|以下|不足|基础|低于|高于|排名|名$|次$|合格|实际/

/** A sentence that deals the total out to categories: at least two names with points that sum to the stated total. */
export function findCategoryLists(text: string): CategoryList[] {
  const lists: CategoryList[] = []
  for (const sentence of sentencesOf(text)) {
    const words = text.slice(sentence.start, sentence.end)
    if (!/分/.test(words) || /扣\d|每次/.test(words)) continue
    const list = listIn(words, sentence)
    if (list !== null) lists.push(list)
  }
  return lists
}

function listIn(words: string, sentence: Stretch): CategoryList | null {
  const listed: ListedCategory[] = []
  let counted: Centipoints | null = null
  for (const match of words.matchAll(listedCategory)) {
    const title = (match[1] ?? '').replace(listLead, '').trim()
    const hundredths = parseHundredths(match[2] ?? '')
    if (hundredths !== null && /^[共总合]?计$/.test(title)) counted = centipoints(hundredths)
    if (
      hundredths === null ||
      title === '' ||
      /^[共总合]?计$/.test(title) ||
      scoringContext.test(title) ||
      /总分|共计|分值/.test(title)
    )
      continue
    const start = sentence.start + match.index + match[0].indexOf(title)
    const digits = sentence.start + match.index + match[0].lastIndexOf(match[2] ?? '')
    listed.push({
      title,
      points: centipoints(hundredths),
      words: { start, end: sentence.start + match.index + match[0].length },
      digits: { start: digits, end: digits + (match[2] ?? '').length },
    })
  }
  const sum = listed.reduce((points, category) => points + category.points, 0)
  const total = statedTotal(words) ?? (counted === sum ? counted : null)
  const isDealt = listed.length >= 2 && (total === null ? sum === 10_000 || sum === 100_000 : true)
  return isDealt ? { sentence, listed, total } : null
}

/** 本项满分10分 speaks of one item. */
const spokenTotal =
  /(?:总分|总分值|(?<![本此该单各]项\(?)满分|分值共计|共计|总计|合计|总分数)(?:值|按|为|是|共|计|:)*(\d{2,5}(?:\.\d{1,2})?|[一二三四五六七八九十]*[百千])分/

const smallestTotal = 10_000

/** 1、学习(满分10分), 十、满分10分,…: below a number few points are those of one item. */
function isOfItem(words: string, at: number): boolean {
  const isNumbered = lineMarkerAt(words, 0) !== null
  return words.startsWith('满分', at) ? isNumbered || /^[^)]*,/.test(words.slice(at)) : isNumbered && words.charAt(at - 1) === '('
}

/** 每篇计0.5分,满分10分: the most of one clause. */
function isAfterClause(words: string, at: number): boolean {
  return /[扣加计得记]\d/.test(words.slice(0, at)) && words.startsWith('满分', at)
}

/** 百分制 100, 千分制 1000, 总分(为)200分, 满分100分; null when the words name none. */
export function statedTotal(words: string): Centipoints | null {
  const spoken = spokenTotal.exec(words)
  const hundredths = spoken === null ? null : readNumeral(spoken[1] ?? '')
  const at = spoken?.index ?? 0
  const isOfPart = isAfterClause(words, at) || ((hundredths ?? 0) < smallestTotal && isOfItem(words, at))
  if (hundredths !== null && !isOfPart) return centipoints(hundredths)
  if (/百分制/.test(words)) return centipoints(10_000)
  return /千分制/.test(words) ? centipoints(100_000) : null
}

export type NamedTotal = { readonly points: Centipoints; readonly place: Stretch }

/** The totals that sentences of the text name, lists first; one entry per amount. */
export function namedTotals(text: string, lists: readonly CategoryList[]): NamedTotal[] {
  const listed = lists.flatMap(({ total, sentence }) =>
    total === null ? [] : [{ points: total, place: sentence }],
  )
  const named = listed.length > 0 ? listed : [...sentencesOf(text)].flatMap((place) => totalIn(text, place))
  return named.filter(({ points }, i) => points > 0 && named.findIndex((other) => other.points === points) === i)
}

function totalIn(text: string, place: Stretch): NamedTotal[] {
  const points = statedTotal(text.slice(place.start, place.end))
  return points === null ? [] : [{ points, place }]
}

/** Sentences between 。 and line ends; a list with ; inside stays whole. */
function* sentencesOf(text: string): Generator<Stretch> {
  let start = 0
  for (let end = 0; end <= text.length; end++) {
    if (end < text.length && text[end] !== '。' && text[end] !== '\n') continue
    if (end > start) yield { start, end }
    start = end + 1
  }
}

/** Whether a heading and a listed name mean the same category: 出勤情况 and 出勤, 工作实绩考核 and 工作实绩. */
export function isSameCategory(heading: string, listed: string): boolean {
  const [left, right] = [bareTitle(heading), bareTitle(listed)]
  if (left === '' || right === '') return false
  if (left.length === 1 || right.length === 1) return left === right
  return left === right || left.startsWith(right) || right.startsWith(left)
}

function bareTitle(title: string): string {
  return title.replace(/[\s、"“”]/g, '').replace(/\([^()]*\)/g, '')
}
