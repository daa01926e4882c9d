import { rowLine } from './table-lines.ts'
import { attributeOf } from './xml-reader.ts'
import { isOn } from './word-styles.ts'

/** What a story of a Word document consists of: lines, and rows of tables with the blocks of each of their cells. */
export type WordBlock =
  | { readonly line: string }
  | {
      readonly cells: readonly (readonly WordBlock[])[]
      /** Where the cells begin and end across the page, for files that say no more of merged columns. */
      readonly edges?: readonly number[]
    }

type Cell = { readonly blocks: WordBlock[]; span: number; isContinued: boolean; isDeleted: boolean }
type Row = { readonly cells: WordBlock[][]; isDeleted: boolean; edges?: readonly number[] }
type Table = { row: Row | null; cell: Cell | null }
type Story = { readonly blocks: WordBlock[]; readonly tables: Table[] }

/** More columns than Word allows in a table. */
const widestSpan = 64

/** Ends the reading of a document that says more than there is room for. */
export class NoMoreRoom extends Error {}

/** Puts the blocks of a document where they stand: in the body, a text box, or a cell of a table. */
export class WordTables {
  private readonly stories: Story[] = [{ blocks: [], tables: [] }]
  private readonly root: readonly WordBlock[] = this.stories[0]?.blocks ?? []
  private room: number

  /** `room` bounds all that takes memory: words, and lines and cells even without words. */
  constructor(room: number) {
    this.room = room
  }

  spend(units: number): void {
    this.room -= units
    if (this.room < 0) throw new NoMoreRoom()
  }

  story(): readonly WordBlock[] {
    return this.root
  }

  openStory(): void {
    this.stories.push({ blocks: [], tables: [] })
  }

  closeStory(): readonly WordBlock[] {
    return (this.stories.length > 1 ? this.stories.pop()?.blocks : undefined) ?? []
  }

  isInCell(): boolean {
    const cell = this.stories.at(-1)?.tables.at(-1)?.cell ?? null
    return cell !== null
  }

  add(block: WordBlock): void {
    this.spend(1)
    const story = this.stories.at(-1)
    const cell = story?.tables.findLast((table) => table.cell !== null)?.cell
    const blocks = cell?.blocks ?? story?.blocks
    blocks?.push(block)
  }

  /** Whether the element is of a table and says nothing else. */
  openPart(name: string, attributes: string): boolean {
    if (name === 'tbl') {
      this.stories.at(-1)?.tables.push({ row: null, cell: null })
      return true
    }
    const table = this.stories.at(-1)?.tables.at(-1)
    if (table === undefined) return false
    if (name === 'tr') table.row = { cells: [], isDeleted: false }
    else if (name === 'tc') table.cell = { blocks: [], span: 1, isContinued: false, isDeleted: false }
    else if (name === 'gridBefore' && table.row !== null) this.leaveOut(table.row, spanOf(attributes))
    else if (name === 'gridSpan' && table.cell !== null) table.cell.span = spanOf(attributes)
    else if ((name === 'vMerge' || name === 'hMerge') && table.cell !== null)
      table.cell.isContinued ||= attributeOf(attributes, 'val') !== 'restart'
    else if (name === 'cellDel' && table.cell !== null) table.cell.isDeleted = true
    else if (name === 'del' && table.cell === null && table.row !== null) table.row.isDeleted = isOn(attributes)
    else return false
    return true
  }

  closePart(name: string): void {
    const story = this.stories.at(-1)
    const table = story?.tables.at(-1)
    if (story === undefined || table === undefined) return
    if (name === 'tc' && table.cell !== null) {
      const { blocks, span, isContinued, isDeleted } = table.cell
      table.cell = null
      if (isDeleted || table.row === null) return
      this.spend(1)
      table.row.cells.push(isContinued ? [] : blocks)
      this.leaveOut(table.row, span - 1)
    } else if (name === 'tr' && table.row !== null) {
      const { cells, isDeleted, edges } = table.row
      table.row = null
      if (isDeleted) return
      story.tables.pop()
      this.add(edges === undefined ? { cells } : { cells, edges })
      story.tables.push(table)
    } else if (name === 'tbl') story.tables.pop()
  }

  /** Tells where the cells of the open row begin and end. */
  placeRow(edges: readonly number[]): void {
    const row = this.stories.at(-1)?.tables.at(-1)?.row
    if (row !== null && row !== undefined) row.edges = edges
  }

  /** Columns of the grid that the row has no cell of its own for. */
  private leaveOut(row: Row, columns: number): void {
    if (columns <= 0) return
    this.spend(columns)
    for (let column = 0; column < columns; column++) row.cells.push([])
  }
}

function spanOf(attributes: string): number {
  const span = Number(attributeOf(attributes, 'val') ?? '1')
  return Number.isInteger(span) ? Math.min(widestSpan, Math.max(0, span)) : 1
}

/** The blocks as lines of the stored text. */
export function linesOf(blocks: readonly WordBlock[]): string[] {
  return blocks.flatMap((block) => ('line' in block ? [block.line] : linesOfRow(block.cells)))
}

/**
 * A row's own words in one line, tables inside its cells below it. A row of one cell is a frame around what stands in
 * it, which keeps its lines.
 */
function linesOfRow(cells: readonly (readonly WordBlock[])[]): string[] {
  const [only] = cells
  if (cells.length === 1 && only !== undefined) return linesOf(only)
  const words = cells.map((blocks) => blocks.flatMap((block) => ('line' in block ? [block.line] : [])).join('\n'))
  const inner = cells.flatMap((blocks) =>
    blocks.flatMap((block) => ('line' in block ? [] : linesOfRow(block.cells))),
  )
  const line = rowLine(words)
  return line === '' ? inner : [line, ...inner]
}
