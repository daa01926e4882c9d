import { centipoints, parseHundredths, type Centipoints } from '../primitives/centipoints.ts'
import { statedTotal } from './named-total.ts'
import { sentencesOf } from './statements/sentences.ts'
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
  /([^,。;:()、\n\d=+]{1,20}(?:、[^,。;:()、\n\d=+]{2,12}){0,2}?)(?:占|共|计|满分|为)?\(?(?:占|计)?(\d{1,6}(?:\.\d{1,2})?)分\)?/g
const listLead = /^(?:其中|即|包括|包含|分为|分别为|由|设|为|和|及|以及|具体设置为|具体为|另有|考核|满分)+/
const scoringContext =
  /[扣加减得]$|每|扣|倒|奖励|表彰|达到|完成|以上|以下|不足|基础|低于|高于|排名|名$|次$|合格|实际/

/** 语文卷满分120分,作文占50分 deals out other points. */
const speaksOfScheme = /考核|考评|考绩|绩效|评分|计分|其中|分为|组成|包括|总分|合计|百分制|千分制|分值|工作|内容/

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
  const isDealt =
    listed.length >= 2 && speaksOfScheme.test(words) && (total === null ? sum === 10_000 || sum === 100_000 : true)
  return isDealt ? { sentence, listed, total } : null
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
