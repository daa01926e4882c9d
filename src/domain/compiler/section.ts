import type { Block } from './blocks.ts'
import type { Marker } from './heading-marker.ts'
import { readRow, type RowOrder } from './run-together-table.ts'
import {
  paragraphPoints,
  readHeadline,
  titleOfLostPoints,
  type StatedPoints,
  type Stretch,
} from './stated-points.ts'

/** A heading with all that stands under it. */
export type Section = {
  readonly marker: Marker | null
  /** Empty for the root and for numbered running text without a title. */
  readonly title: string
  /** The heading's own words, marker and points included; for running text its first block. */
  readonly heading: Stretch
  readonly stated: StatedPoints | null
  /** Titles above, outermost first. */
  readonly path: readonly string[]
  /** Running text that stands directly under the heading. */
  readonly blocks: Block[]
  readonly children: Section[]
  readonly start: number
}

/** A section with nothing below it yet. */
export function newSection(
  block: Block,
  title: string,
  heading: Stretch,
  stated: StatedPoints | null,
  path: readonly string[],
): Section {
  return { marker: block.marker, title, heading, stated, path, blocks: [], children: [], start: block.start }
}

/**
 * The section a numbered block heads. `below` are the points of the next line, if that is all it says: they are the heading's when it
 * states none; `order` is that of a table run together, if the text holds one.
 */
export function numberedSection(
  text: string,
  block: Block,
  path: readonly string[],
  below: StatedPoints | null,
  order: RowOrder = null,
): Section {
  const head = readRow(text, block, order) ?? readHeadline(text, { start: block.wordsStart, end: block.end })
  const isTitled = head.title.end > head.title.start
  const stated = head.stated ?? onlyBracket(text, block) ?? (isTitled ? below : null)
  const title = cleanTitle(text.slice(head.title.start, head.title.end))
  const heading =
    head.bodyStart > block.wordsStart
      ? { start: block.start, end: trimStop(text, head.bodyStart) }
      : { start: block.start, end: block.end }
  const section = newSection(block, title, heading, stated, path)
  if (head.bodyStart < block.end)
    section.blocks.push({ start: head.bodyStart, end: block.end, marker: null, wordsStart: head.bodyStart })
  return section
}

/** Under 一票否决 the numbered lines are deeds, however short: 1、发生刑事案件。 */
export function listedDeed(text: string, block: Block, path: readonly string[]): Section {
  const section = numberedSection(text, block, path, null)
  if (section.title === '' || section.stated !== null) return section
  const words = { ...block, start: block.wordsStart, marker: null }
  return { ...section, title: '', heading: { start: block.start, end: block.end }, blocks: [words] }
}

/** Running text that states its points once, as a rule at its end: …每次扣5分(10分)。 */
function onlyBracket(text: string, block: Block): StatedPoints | null {
  const brackets = paragraphPoints(text, { start: block.wordsStart, end: block.end })
  return brackets.length === 1 ? (brackets[0] ?? null) : null
}

function trimStop(text: string, end: number): number {
  return /[:。;,、]/.test(text.charAt(end - 1)) ? end - 1 : end
}

/** 治安防范记 → 治安防范, 考核内容及分值 → 考核内容: what speaks of the points belongs to them. */
function cleanTitle(title: string): string {
  const words = title.trim()
  return (titleOfLostPoints(words) ?? words).replace(/(?:占|满分|(?:及|与|和)?分值)$/, '')
}

/** 综合奖扣分项目, 一票否决事项: lines that head what stands beside the items, even without a number. */
const extraHeading =
  /^(?:综合|其他|其它|附加|另设|[一二三四五六七八九十]+)?(?:加分|扣分|减分|奖分|奖励|奖扣分?|加扣分?|加减分|奖惩|一票否决|否决)(?:项|项目|事项|情形|指标|内容|部分)+:?$/

/** A short line that ends with its points, or is followed by a line that is nothing but points: 农经工作 / (25分). */
export function plainHeading(text: string, block: Block, below: StatedPoints | null): Section | null {
  const words = text.slice(block.start, block.end)
  if (words.length > 30 || /[。,;!?]/.test(words) || /^\(?\d/.test(words)) return null
  const head = readHeadline(text, { start: block.start, end: block.end })
  if (head.stated !== null && head.bodyStart < block.end) return null
  const stated = head.stated ?? below
  if (stated === null) {
    const whole = { start: block.start, end: block.end }
    return extraHeading.test(words) ? newSection(block, cleanTitle(words), whole, null, []) : null
  }
  const title = cleanTitle(text.slice(block.start, head.stated === null ? block.end : head.title.end))
  return newSection(
    block,
    title,
    {
      start: block.start,
      end: stated.words.start <= block.end + 1 ? Math.max(block.end, stated.words.end) : block.end,
    },
    stated,
    [],
  )
}

/** 附件1:村级考核评分表, the line above a table. */
export function isCaption(words: string): boolean {
  return (
    words.length <= 40 &&
    /^附[件表]|(?:表|标准|细则|办法|指标|体系)(?:\([^()]*\))?$/.test(words) &&
    !/[。;,]/.test(words)
  )
}
