import { blocksOf, type Block } from './blocks.ts'
import { isDeeper, type Marker, type MarkerStyle } from './heading-marker.ts'
import { officeNamedBy } from './office-name.ts'
import { tablesOf, titleOfCell, type RowTitle, type Seam, type TableRow, type Tables } from './table-rows.ts'
import {
  paragraphPoints,
  pointsOfLine,
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

export type Outline = {
  readonly root: Section
  /** 合计 100 of the text's score tables. */
  readonly totals: readonly StatedPoints[]
  /** Cells of tables that name a row or a column, or give points: no clause stands in them. */
  readonly cells: readonly Stretch[]
}

/**
 * Cuts the text into blocks and nests them by the style of their numbers; rows of score tables become headings with
 * points. `seamsOf` says how the stored text divides the blocks.
 */
export function outlineOf(
  text: string,
  seamsOf: (blocks: readonly Block[]) => readonly Seam[] = linesOnly,
): Outline {
  const blocks = blocksOf(text)
  const tables = tablesOf(text, blocks, seamsOf(blocks))
  const outline = new OutlineBuilder(text, tables)
  for (let i = 0; i < blocks.length; i++) {
    const block = blocks[i]
    if (block !== undefined && outline.add(block, i, blocks[i + 1] ?? null)) i += 1
  }
  const cells = blocks.filter((_, i) => tables.figures.has(i))
  return { root: outline.root, totals: tables.totals, cells }
}

function linesOnly(blocks: readonly Block[]): Seam[] {
  return blocks.map(() => ({ kind: 'row', columns: 0 }))
}

class OutlineBuilder {
  readonly root: Section
  private readonly text: string
  private readonly tables: Tables
  private readonly open: Section[]
  /** How many sections are open around the table that is being read; null outside tables. */
  private tableDepth: number | null = null
  private isInRow = false

  constructor(text: string, tables: Tables) {
    this.text = text
    this.tables = tables
    this.root = newSection({ start: 0, end: 0, marker: null, wordsStart: 0 }, '', { start: 0, end: 0 }, null, [])
    this.open = [this.root]
  }

  /** Answers whether the next block has been read along with this one. */
  add(block: Block, i: number, next: Block | null): boolean {
    const { tables, open } = this
    if (tables.ends.has(i)) this.leaveTable()
    if (tables.starts.has(i)) this.enterTable()
    const row = tables.rows.get(i)
    if (row !== undefined) this.openRow(row, block)
    if (tables.figures.has(i)) return false
    if (tables.spans.has(i)) return this.addSpan(block)
    return this.isInRow ? this.addInRow(block) : this.addLine(block, next, open)
  }

  private addLine(block: Block, next: Block | null, open: Section[]): boolean {
    const below = next === null ? null : pointsOfLine(this.text, next)
    const plain = block.marker === null ? plainHeading(this.text, block, below) : null
    if (plain !== null) {
      open.length = depthOfPlain(open, plain)
      pushSection(open, plain)
      return plain.stated === below
    }
    if (block.marker === null) {
      open.at(-1)?.blocks.push(block)
      return false
    }
    closeDownTo(open, block.marker.style, 0)
    const path = pathOf(open)
    const section = path.some((title) => /否决/.test(title))
      ? listedDeed(this.text, block, path)
      : numberedSection(this.text, block, path, below)
    pushSection(open, section)
    return below !== null && section.stated === below
  }

  /** Clauses of a table's cell: numbers in them stay below their row. */
  private addInRow(block: Block): boolean {
    const { open } = this
    if (block.marker === null) open.at(-1)?.blocks.push(block)
    else {
      closeDownTo(open, block.marker.style, this.rowDepth)
      pushSection(open, numberedSection(this.text, block, pathOf(open), null))
    }
    return false
  }

  private rowDepth = 0

  private enterTable(): void {
    const { open, text } = this
    const caption = open.at(-1)?.blocks.at(-1)
    if (this.tableDepth !== null) open.length = this.tableDepth
    else if (caption !== undefined && caption.start > 0 && isCaption(text.slice(caption.start, caption.end))) {
      open.at(-1)?.blocks.pop()
      open.length = 1
      const title = text.slice(caption.start, caption.end).replace(/^附[件表]\d*:? ?/, '')
      pushSection(
        open,
        newSection({ ...caption, marker: null, wordsStart: caption.start }, title, caption, null, []),
      )
    }
    this.tableDepth = open.length
    this.isInRow = false
  }

  private leaveTable(): void {
    if (this.tableDepth !== null) this.open.length = this.tableDepth
    this.tableDepth = null
    this.isInRow = false
  }

  /** 一、德: a row across the table heads the rows below it. */
  private addSpan(block: Block): boolean {
    const { open, text } = this
    open.length = this.tableDepth ?? 1
    this.isInRow = false
    if (block.marker !== null) {
      closeDownTo(open, block.marker.style, 0)
      pushSection(open, numberedSection(text, block, pathOf(open), null))
    } else {
      const { title, place, stated } = titleOfCell(text, [block], { start: block.start, end: block.end })
      pushSection(open, newSection(block, title, place, stated, pathOf(open)))
    }
    this.spanDepth = open.length
    return false
  }

  private spanDepth: number | null = null

  private openRow({ category, item }: TableRow, block: Block): void {
    const { open } = this
    const base = Math.max(this.spanDepth ?? 0, this.tableDepth ?? 1)
    const above = open[base]
    const isSame = above !== undefined && category !== null && above.title === category.title
    const hasCategory = above !== undefined && above.marker === null && this.categories.has(above)
    open.length = (category === null && hasCategory) || isSame ? base + 1 : Math.min(open.length, base)
    if (category !== null && !isSame) this.categories.add(this.pushRow(block, category))
    if (item !== null) this.pushRow(block, item)
    this.rowDepth = open.length
    this.isInRow = true
  }

  private readonly categories = new Set<Section>()

  private pushRow(block: Block, { title, place, stated }: RowTitle): Section {
    const section = newSection(
      { ...block, marker: null, start: place.start },
      title,
      place,
      stated,
      pathOf(this.open),
    )
    pushSection(this.open, section)
    return section
  }
}

/** 附件1:村级考核评分表, the line above a table. */
function isCaption(words: string): boolean {
  return (
    words.length <= 40 &&
    /^附[件表]|(?:表|标准|细则|办法|指标|体系)(?:\([^()]*\))?$/.test(words) &&
    !/[。;,]/.test(words)
  )
}

function pushSection(open: Section[], section: Section): void {
  open.at(-1)?.children.push(section)
  open.push(section)
}

/** A number of a style that is open already continues there; another one closes what stands deeper by custom. */
function closeDownTo(open: Section[], style: MarkerStyle, floor: number): void {
  const same = open.findIndex((section, i) => i >= floor && section.marker?.style === style)
  const deeper = open.findIndex(
    (section, i) => i >= floor && section.marker !== null && isDeeper(section.marker.style, style),
  )
  const level = same > 0 ? same : deeper
  if (level > 0) open.length = level
}

function pathOf(open: readonly Section[]): string[] {
  return open.map((section) => section.title).filter((title) => title !== '')
}

function newSection(
  block: Block,
  title: string,
  heading: Stretch,
  stated: StatedPoints | null,
  path: readonly string[],
): Section {
  return { marker: block.marker, title, heading, stated, path, blocks: [], children: [], start: block.start }
}

/** `below` are the points of the next line, if that is all it says: they are the heading's when it states none. */
function numberedSection(
  text: string,
  block: Block,
  path: readonly string[],
  below: StatedPoints | null,
): Section {
  const head = readHeadline(text, { start: block.wordsStart, end: block.end })
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
function listedDeed(text: string, block: Block, path: readonly string[]): Section {
  const section = numberedSection(text, block, path, null)
  if (section.title === '' || section.stated !== null) return section
  const words = { ...block, start: block.wordsStart, marker: null }
  return { ...section, title: '', heading: { start: block.start, end: block.end }, blocks: [words] }
}

/**
 * A heading without a number stands below nothing that has one, unless it names an office whose points are those of
 * an open heading: then it is that category's sheet.
 */
function depthOfPlain(open: readonly Section[], { title, stated }: Section): number {
  if (officeNamedBy(title) === null) return 1
  const category = open.findIndex(({ stated: whole }) => whole !== null && whole.points === stated?.points)
  return category > 0 && officeNamedBy(open[category]?.title ?? '') === null ? category + 1 : 1
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
function plainHeading(text: string, block: Block, below: StatedPoints | null): Section | null {
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
