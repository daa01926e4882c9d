import { blocksOf, type Block } from './blocks.ts'
import { isDeeper, type Marker, type MarkerStyle } from './heading-marker.ts'
import { officeNamedBy } from './office-name.ts'
import { rowOrderOf, type RowOrder } from './run-together-table.ts'
import { isCaption, listedDeed, newSection, numberedSection, plainHeading, type Section } from './section.ts'
import { pointsOfLine, type StatedPoints, type Stretch } from './stated-points.ts'
import { withWeights } from './section-weights.ts'
import { titleOfCell, type RowTitle, type Seam, type TableRow, type Tables } from './table-rows.ts'
import { tablesOf } from './tables.ts'

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
  return { root: withWeights(outline.root), totals: tables.totals, cells }
}

function linesOnly(blocks: readonly Block[]): Seam[] {
  return blocks.map(() => ({ kind: 'row', columns: 0 }))
}

class OutlineBuilder {
  readonly root: Section
  private readonly text: string
  private readonly tables: Tables
  private readonly open: Section[]
  private readonly rowOrder: RowOrder
  /** How many sections are open around the table that is being read; null outside tables. */
  private tableDepth: number | null = null
  /** As many below the last row that goes across the table. */
  private spanDepth: number | null = null
  /** As many below the row that is being read. */
  private rowDepth = 0
  private isInRow = false
  private readonly categories = new Set<Section>()

  constructor(text: string, tables: Tables) {
    this.text = text
    this.tables = tables
    this.rowOrder = rowOrderOf(text)
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
      return below !== null && plain.stated === below
    }
    if (block.marker === null) {
      open.at(-1)?.blocks.push(block)
      return false
    }
    closeDownTo(open, block.marker, 0)
    const path = pathOf(open)
    const section = path.some((title) => /否决/.test(title))
      ? listedDeed(this.text, block, path)
      : numberedSection(this.text, block, path, below, this.rowOrder)
    pushSection(open, section)
    return below !== null && section.stated === below
  }

  /** Clauses of a table's cell: numbers in them stay below their row. */
  private addInRow(block: Block): boolean {
    const { open } = this
    if (block.marker === null) open.at(-1)?.blocks.push(block)
    else {
      closeDownTo(open, block.marker, this.rowDepth)
      pushSection(open, numberedSection(this.text, block, pathOf(open), null))
    }
    return false
  }

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
    this.spanDepth = null
    this.isInRow = false
  }

  private leaveTable(): void {
    if (this.tableDepth !== null) this.open.length = this.tableDepth
    this.tableDepth = null
    this.spanDepth = null
    this.isInRow = false
  }

  /** 一、德: a row across the table heads the rows below it. */
  private addSpan(block: Block): boolean {
    const { open, text } = this
    open.length = this.tableDepth ?? 1
    this.isInRow = false
    if (block.marker !== null) {
      closeDownTo(open, block.marker, 0)
      pushSection(open, numberedSection(text, block, pathOf(open), null))
    } else {
      const { title, place, stated } = titleOfCell(text, { start: block.start, end: block.end })
      pushSection(open, newSection(block, title, place, stated, pathOf(open)))
    }
    this.spanDepth = open.length
    return false
  }

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

function pushSection(open: Section[], section: Section): void {
  open.at(-1)?.children.push(section)
  open.push(section)
}

/**
 * A number of a style that is open already continues there; another one closes what stands deeper by custom. A list that
 * begins 1、 and goes on 2. is one list.
 */
function closeDownTo(open: Section[], { style, ordinal }: Marker, floor: number): void {
  const place = (fits: (marker: Marker) => boolean) =>
    open.findIndex(({ marker }, i) => i >= floor && marker !== null && fits(marker))
  const same = place((marker) => marker.style === style)
  const before = place((marker) => isSameFigure(marker.style, style) && marker.ordinal === ordinal - 1)
  const deeper = place((marker) => isDeeper(marker.style, style))
  const level = [same, before, deeper].find((found) => found > 0)
  if (level !== undefined) open.length = level
}

/** 1、 and 1. are written for each other. */
function isSameFigure(style: MarkerStyle, other: MarkerStyle): boolean {
  return [style, other].every((one) => one === '1、' || one === '1.')
}

function pathOf(open: readonly Section[]): string[] {
  return open.map((section) => section.title).filter((title) => title !== '')
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
