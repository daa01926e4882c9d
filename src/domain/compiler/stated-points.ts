import { centipoints, parseHundredths, type Centipoints } from '../primitives/centipoints.ts'
import { readNumeral } from './clauses/numerals.ts'

/** A stretch of the normalised text, end exclusive. */
export type Stretch = { readonly start: number; readonly end: number }

/** Where a heading or paragraph says how many points it is worth. */
export type StatedPoints = {
  readonly points: Centipoints
  /** The digits alone: what a repair replaces. */
  readonly digits: Stretch
  /** All words that only state the points, brackets included: no clause stands in them. */
  readonly words: Stretch
  /** Inferred from a clause that credits them (计15分); the clause is read as one all the same. */
  readonly isClause: boolean
}

export type Headline = {
  /** The title; empty when the paragraph is running text. */
  readonly title: Stretch
  readonly stated: StatedPoints | null
  /** Where the running text after the headline begins. */
  readonly bodyStart: number
}

/** How points are written: 10, 7.5, 二十. */
const amount = '(\\d{1,6}(?:\\.\\d{1,2})?|[一二三四五六七八九十百千]{1,7})'
const whole =
  '(?:本|此|该)?(?:大|小)?(?:项|条|款)?(?:满分|总分|分值|权重|标准分|基准分|基本分|共计|共|计|占|记|得)?'
/** Words before the bracket that belong to it, not to the title: 记(10分), but 笔记(10分) and 统计(10分). */
const credit =
  '(?:占|(?<![公])共|(?<![行作])为|(?<![统会审设合估预总])计|(?<![笔登书日札速传标])记|满分|分值|(?<!所)得)?'
const bracketed = new RegExp(
  `${credit}\\(${whole}:?[为是]?${amount}分(?:[,;、][^()。\\n扣加减得\\d]{1,20})?(?:\\)|$)`,
  'g',
)
/** 该项计0分 takes all points away and is worth none. */
const notZero = '(?!0+(?:\\.0+)?分)'

/** 本项10分。 此项满分20分; …: points at a paragraph's end, after its clauses. */
const closing = new RegExp(
  `(?<=[。;,]|^)(?:本|此|该)(?:大|小)?(?:项|条|款)(?:工作)?(?:满分|总分|分值|标准分|基本分|共计|合计|共|计|占)*[为是:]?${notZero}${amount}分(?=[。;,]|$)`,
  'g',
)
/** 少一天扣1分,计10分。: after a deduction the last words credit nothing, they say what the paragraph is worth. */
const closingCount = new RegExp(`扣[^。]{0,200}[,;。](?:共?计|共|满分|总分)${notZero}${amount}分(?=。?$)`)
const plainPoints = new RegExp(`(?:占|(?<![公])共|为|满分|分值)?:?${amount}分\\)?(?=$|[。:;,\\n]|\\((?!含|不含))`)
/** 在岗情况,满分30分。: the heading says nothing more. */
const pointsAfterComma = new RegExp(
  `^([^,。;:()\\d]{2,30})[,:](?:本项)?(?:满分|分值|标准分|基准分|基本分|总分|共|占)[为:]?${amount}分[。;:]?$`,
)
/** 分值10分,环境卫生:…; (10分)环境卫生: points in front of the title. */
const leadingPoints = new RegExp(
  `^(?:\\((?:分值|满分|权重)?:?${amount}分\\)|(?:分值|满分|本项|权重)[为:]?${amount}分)[,、:; ]?(?=[\\p{Script=Han}“])`,
  'u',
)
/** (10-分), ( 分), (满分__分): somebody's points, their digits lost. */
const lostPoints = /\((?:满分|共|计|分值)?:?(?:\d{0,3}[-_×xX?□△○ ]{0,4})分?\)$/
const scoringVerb =
  /[扣加减得计记达满超过低于少]$|[的者次篇项件例个条,，]奖励?(?:$|[\d一二三四五六七八九十半])|扣(?!分(?:事项|标准|项|细则|内容|办法|情形))|罚[款\d]|视情|每[次件起例篇期项人户天]|[加减得计记达]\d|(?:下列|以下)[^。]*(?:不得|不能|取消|否决)|不得分|否决(?!事项|项|情形|制)/
const baseSentence = /(?:基础分|标准分)为?(\d{1,6}(?:\.\d{1,2})?)分/
const additions = /加(\d{1,6}(?:\.\d{1,2})?)分/g
const credits = /[计记得](\d{1,6}(?:\.\d{1,2})?)分/g
const pointsAlone = new RegExp(`^\\(?(?:满分|分值|共|计)?:?${amount}分\\)?$`)
const longestTitle = 30
const vetoTitle = /^(?:实行)?一票否决$/

/** All (10分) of a stretch, in order. */
export function bracketedPoints(text: string, within: Stretch): StatedPoints[] {
  return [...text.slice(within.start, within.end).matchAll(bracketed)].flatMap((match) =>
    statedBy(text, within.start + match.index, match[0], match[1]),
  )
}

/** What a paragraph of clauses says it is worth, wherever it says so: each (10分), each 本项10分, a last 计10分. In order. */
export function paragraphPoints(text: string, within: Stretch): StatedPoints[] {
  const words = text.slice(within.start, within.end)
  const said = [...words.matchAll(closing)].flatMap((match) =>
    statedBy(text, within.start + match.index, match[0], match[1]),
  )
  const found = [...bracketedPoints(text, within), ...said]
  if (found.length > 0) return found.toSorted((left, right) => left.words.start - right.words.start)
  const last = closingCount.exec(words)
  if (last === null) return []
  const start = within.start + last.index + last[0].search(/(?:共?计|共|满分|总分)[^,;。]*$/)
  return statedBy(text, start, text.slice(start, within.start + last.index + last[0].length), last[1])
}

function statedBy(text: string, start: number, words: string, digits = ''): StatedPoints[] {
  const stated = statedPoints(text, start, words, digits)
  return stated === null ? [] : [stated]
}

/** A line that is nothing but points: (25分), 10分; null for any other. */
export function pointsOfLine(text: string, line: Stretch): StatedPoints | null {
  const words = text.slice(line.start, line.end)
  const match = pointsAlone.exec(words)
  return match === null ? null : statedPoints(text, line.start, words, match[1] ?? '')
}

/** A cell that is a bare number, 20, 7.5, (20分) or 20%; null for any other. */
export function numberOfCell(text: string, cell: Stretch): StatedPoints | null {
  if (cell.end - cell.start > 10) return null
  const words = text.slice(cell.start, cell.end)
  const digits = /^\s*\(?(\d{1,4}(?:\.\d{1,2})?)(?:分|%)?\)?\s*$/.exec(words)?.[1]
  return digits === undefined ? null : statedPoints(text, cell.start, words, digits)
}

/** Whether the words carry an amount or an effect, so that they are no title. */
export function speaksOfScoring(words: string): boolean {
  return scoringVerb.test(words)
}

function statedPoints(text: string, start: number, words: string, digits: string): StatedPoints | null {
  const hundredths = readNumeral(digits)
  if (hundredths === null) return null
  const digitsStart = text.indexOf(digits, start)
  return {
    points: centipoints(hundredths),
    digits: { start: digitsStart, end: digitsStart + digits.length },
    words: { start, end: start + words.length },
    isClause: false,
  }
}

/**
 * Reads the head of a block (after its marker): 工作纪律(10分), 政治学习15分, 各线重点工作占300分, 治安防范记(10分):,
 * 一、指导思想 … Only the bracket in front of the first stop belongs to the head; others state a paragraph's points.
 */
export function readHeadline(text: string, block: Stretch): Headline {
  const words = text.slice(block.start, block.end)
  const head = leadingHead(text, block, words) ?? firstBracketHead(text, block) ?? plainHead(text, block, words)
  if (head !== null) return head
  const title = block.start + (headWordsOf(words)?.length ?? 0)
  const named = text.slice(block.start, title)
  const isTitle =
    vetoTitle.test(words) || !(isDeed(named) || scoringVerb.test(words) || bracketedPoints(text, block).length > 1)
  const isWholeBlock = title === block.end && isTitle
  const colon = /^[:。]/.test(text.slice(title, title + 1)) && title - block.start <= 20 ? 1 : 0
  if (isWholeBlock || (colon === 1 && !isDeed(named) && !scoringVerb.test(named)))
    return { title: { start: block.start, end: title }, stated: null, bodyStart: title + colon }
  return { title: { start: block.start, end: block.start }, stated: null, bodyStart: block.start }
}

/** 被司法机关处理的, 弄虚作假者: somebody's deed, which no heading names so. */
function isDeed(words: string): boolean {
  return /[^目]的$|(?<![记学作])者$/.test(words)
}

function headWordsOf(words: string): string | null {
  return /^[^,。;:!?\n]{1,40}/.exec(words)?.[0] ?? null
}

function firstBracketHead(text: string, block: Stretch): Headline | null {
  const stated = bracketedPoints(text, block)[0]
  if (stated === undefined) return null
  const before = text.slice(block.start, stated.words.start)
  if (before.length > 50 || /[,。;:!?\n]/.test(before) || scoringVerb.test(before.replace(/[计记]$/, '')))
    return null
  if (/^[、,;和及][^,、。;:()\n]{1,24}\(\d/.test(text.slice(stated.words.end, block.end))) return null
  const after = /^[:。;,、]?/.exec(text.slice(stated.words.end, block.end))?.[0].length ?? 0
  return {
    title: { start: block.start, end: stated.words.start },
    stated,
    bodyStart: stated.words.end + after,
  }
}

/** (10分)环境卫生:…: the title follows its points, as far as a title goes there. */
function leadingHead(text: string, block: Stretch, words: string): Headline | null {
  const match = leadingPoints.exec(words)
  const stated = match === null ? null : statedPoints(text, block.start, match[0], match[1] ?? match[2] ?? '')
  if (match === null || stated === null) return null
  const start = block.start + match[0].length
  const title = headWordsOf(words.slice(match[0].length)) ?? ''
  if (title.length > longestTitle || scoringVerb.test(title)) return null
  const after = /^[:。;]?/.exec(text.slice(start + title.length, block.end))?.[0].length ?? 0
  return { title: { start, end: start + title.length }, stated, bodyStart: start + title.length + after }
}

function plainHead(text: string, block: Stretch, words: string): Headline | null {
  const alone = pointsAfterComma.exec(words)
  const title = alone?.[1] ?? ''
  if (alone !== null && !scoringVerb.test(title) && !/总分|得分|成绩/.test(title)) {
    const start = block.start + title.length
    const stated = statedPoints(text, start, words.slice(title.length), alone[2] ?? '')
    if (stated !== null) return { title: { start: block.start, end: start }, stated, bodyStart: block.end }
  }
  const match = plainPoints.exec(words)
  if (match === null) return null
  const before = words.slice(0, match.index)
  if (before.length < 2 || before.length > 30 || /[。;:!?,\n()\d]/.test(before) || scoringVerb.test(before))
    return null
  // 考核得分90分以上为优秀 says what a result means, 总分按100分 what the whole is worth.
  if (/总分|得分|积分|分数|成绩|结果|按$|(?:本|此|该)项$/.test(before)) return null
  const stated = statedPoints(text, block.start + match.index, match[0], match[1] ?? '')
  if (stated === null) return null
  const after = /^[:。;,]?/.exec(text.slice(stated.words.end, block.end))?.[0].length ?? 0
  return {
    title: { start: block.start, end: stated.words.start },
    stated,
    bodyStart: stated.words.end + after,
  }
}

/**
 * 完成任务计15分: the most that the clauses of a stretch credit, where nothing else states its points; 基础分为10分
 * with 加5分 is 15. Inferred from clauses, so no digits of the text are these points.
 */
export function creditedMaximum(text: string, within: Stretch): StatedPoints | null {
  const words = text.slice(within.start, within.end)
  const base = baseSentence.exec(words)
  const most =
    base === null ? largestOf(words, credits) : sumOf(words, additions) + (parseHundredths(base[1] ?? '') ?? 0)
  if (most === 0) return null
  const nowhere = { start: within.start, end: within.start }
  return { points: centipoints(most), digits: nowhere, words: nowhere, isClause: true }
}

function largestOf(words: string, pattern: RegExp): number {
  return Math.max(0, ...[...words.matchAll(pattern)].map((match) => parseHundredths(match[1] ?? '') ?? 0))
}

function sumOf(words: string, pattern: RegExp): number {
  return [...words.matchAll(pattern)].reduce((sum, match) => sum + (parseHundredths(match[1] ?? '') ?? 0), 0)
}

/** A title without the place where its points should be, 任务( 分) → 任务; null when it has none. */
export function titleOfLostPoints(title: string): string | null {
  const bare = title.replace(lostPoints, '')
  return bare === title || bare === '' ? null : bare
}
