import { centipoints, parseHundredths, type Centipoints } from '../primitives/centipoints.ts'

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

const bracketed = /(?:[占计记共为]|满分)?\((?:满分|总分|分值|权重|共|计|占|记)?:?为?(\d{1,6}(?:\.\d{1,2})?)分\)/g
const plainPoints = /(?:[占共为]|满分|分值)?:?(\d{1,6}(?:\.\d{1,2})?)分(?=$|[。:;,\n(])/
const scoringVerb =
  /[扣加减得计记达满超过低于少]$|扣(?!分(?:事项|标准|项|细则|内容|办法|情形))|罚[款\d]|视情|每[次件起例篇期项人户天]|[加减得计记达]\d|(?:下列|以下)[^。]*(?:不得|不能|取消|否决)|不得分|否决(?!事项|项|情形|制)/
const baseSentence = /(?:基础分|标准分)为?(\d{1,6}(?:\.\d{1,2})?)分/
const additions = /加(\d{1,6}(?:\.\d{1,2})?)分/g
const credits = /[计记得](\d{1,6}(?:\.\d{1,2})?)分/g
const pointsAlone = /^\(?(?:满分|分值)?:?(\d{1,6}(?:\.\d{1,2})?)分\)?$/
const vetoTitle = /^(?:实行)?一票否决$/

/** All (10分) of a stretch, in order. */
export function bracketedPoints(text: string, within: Stretch): StatedPoints[] {
  const found: StatedPoints[] = []
  for (const match of text.slice(within.start, within.end).matchAll(bracketed)) {
    const stated = statedPoints(text, within.start + match.index, match[0], match[1] ?? '')
    if (stated !== null) found.push(stated)
  }
  return found
}

/** A line that is nothing but points: (25分), 10分; null for any other. */
export function pointsOfLine(text: string, line: Stretch): StatedPoints | null {
  const words = text.slice(line.start, line.end)
  const match = pointsAlone.exec(words)
  return match === null ? null : statedPoints(text, line.start, words, match[1] ?? '')
}

/** A cell that is a bare number, 20 or 7.5; null for any other. */
export function numberOfCell(text: string, cell: Stretch): StatedPoints | null {
  if (cell.end - cell.start > 8) return null
  const words = text.slice(cell.start, cell.end)
  const digits = /^\s*(\d{1,4}(?:\.\d{1,2})?)分?\s*$/.exec(words)?.[1]
  return digits === undefined ? null : statedPoints(text, cell.start, words, digits)
}

/** Whether the words carry an amount or an effect, so that they are no title. */
export function speaksOfScoring(words: string): boolean {
  return scoringVerb.test(words)
}

function statedPoints(text: string, start: number, words: string, digits: string): StatedPoints | null {
  const hundredths = parseHundredths(digits)
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
  const head = firstBracketHead(text, block) ?? plainHead(text, block, words)
  if (head !== null) return head
  const title = block.start + (headWordsOf(words)?.length ?? 0)
  const isTitle = vetoTitle.test(words) || !(scoringVerb.test(words) || bracketedPoints(text, block).length > 1)
  const isWholeBlock = title === block.end && isTitle
  const colon = /^[:。]/.test(text.slice(title, title + 1)) && title - block.start <= 20 ? 1 : 0
  if (isWholeBlock || (colon === 1 && !scoringVerb.test(text.slice(block.start, title))))
    return { title: { start: block.start, end: title }, stated: null, bodyStart: title + colon }
  return { title: { start: block.start, end: block.start }, stated: null, bodyStart: block.start }
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

function plainHead(text: string, block: Stretch, words: string): Headline | null {
  const match = plainPoints.exec(words)
  if (match === null) return null
  const before = words.slice(0, match.index)
  if (before.length < 2 || before.length > 30 || /[。;:!?,\n()\d]/.test(before) || scoringVerb.test(before))
    return null
  if (/总分|按$/.test(before)) return null
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
