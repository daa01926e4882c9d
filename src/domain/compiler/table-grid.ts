import type { Block } from './blocks.ts'
import { columnKindOf, isTableHead, isTotalCell, type ColumnKind } from './table-head.ts'
import { isCellTitle, titleOfCell, type RowTitle, type Seam, type TableBuilder } from './table-rows.ts'
import { numberOfCell, speaksOfScoring, type StatedPoints, type Stretch } from './stated-points.ts'

/** One cell: the blocks first to last (inclusive) at a column. */
type Cell = Stretch & { readonly column: number; readonly first: number; readonly last: number }
type Row = { readonly first: number; readonly cells: readonly Cell[] }
type Head = ReadonlyMap<number, ColumnKind>

/** The most rows that one category is looked for in. */
const furthest = 60

/** Reads the tables whose cells tabs divide; answers which blocks stand in them. */
export function gridRowsOf(
  text: string,
  blocks: readonly Block[],
  seams: readonly Seam[],
  tables: TableBuilder,
): ReadonlySet<number> {
  const inGrid = new Set<number>()
  const rows = rowsOf(blocks, seams)
  for (let i = 0; i < rows.length; i++) {
    const head = headOf(text, rows[i])
    if (head === null) continue
    let end = i + 1
    while (end < rows.length && isInTable(text, rows, end)) end += 1
    readGrid(text, blocks, rows.slice(i, end), head, tables)
    for (const row of rows.slice(i, end)) for (const cell of row.cells) markAll(inGrid, cell)
    const next = rows[end]
    if (next !== undefined) tables.ends.add(next.first)
    i = end - 1
  }
  return inGrid
}

function rowsOf(blocks: readonly Block[], seams: readonly Seam[]): Row[] {
  const rows: { first: number; cells: Cell[] }[] = []
  let column = 0
  for (const [i, block] of blocks.entries()) {
    const seam = seams[i] ?? { kind: 'row', columns: 0 }
    const row = rows.at(-1)
    const cell = row?.cells.at(-1)
    if (row === undefined || seam.kind === 'row') {
      column = seam.columns
      rows.push({ first: i, cells: [cellOf(block, column, i)] })
    } else if (seam.kind === 'column' || cell === undefined) {
      column += seam.columns
      row.cells.push(cellOf(block, column, i))
    } else row.cells[row.cells.length - 1] = { ...cell, end: block.end, last: i }
  }
  return rows
}

function cellOf(block: Block, column: number, index: number): Cell {
  return { start: block.start, end: block.end, column, first: index, last: index }
}

function markAll(marks: Set<number>, cell: Cell): void {
  for (let i = cell.first; i <= cell.last; i++) marks.add(i)
}

/** The columns a row of heads names; null when the row is no head of a score table. */
function headOf(text: string, row: Row | undefined): Head | null {
  if (row === undefined || row.cells.length < 2) return null
  const kinds = row.cells.map((cell) => columnKindOf(text.slice(cell.start, cell.end)))
  if (!isTableHead(kinds) || kinds.filter((kind) => kind !== null).length * 2 < kinds.length) return null
  return new Map(row.cells.map((cell, i) => [cell.column, kinds[i] ?? 'aside']))
}

/** A row belongs to the table as long as it has columns, or goes across it and is followed by one that has. */
function isInTable(text: string, rows: readonly Row[], at: number): boolean {
  const row = rows[at]
  if (row === undefined) return false
  if (row.cells.length > 1 || (row.cells[0]?.column ?? 0) > 0) return true
  const next = rows[at + 1]
  const words = text.slice(row.cells[0]?.start, row.cells[0]?.end)
  return (
    next !== undefined &&
    (isCellTitle(words.replace(/^[^、.)]{1,3}[、.)]/, '')) || words.length <= 4) &&
    (next.cells.length > 1 || (next.cells[0]?.column ?? 0) > 0)
  )
}

/** A row of the table proper, its cells by their column, shifted right where a page left out merged cells. */
type GridRow = {
  readonly row: Row
  readonly cells: ReadonlyMap<number, Cell>
  readonly points: readonly PointsCell[]
}
type PointsCell = { readonly column: number; readonly cell: Cell; readonly stated: StatedPoints }

function readGrid(
  text: string,
  blocks: readonly Block[],
  rows: readonly Row[],
  firstHead: Head,
  tables: TableBuilder,
): void {
  const first = rows[0]
  if (first !== undefined) tables.starts.add(first.first)
  let head = firstHead
  let part: GridRow[] = []
  const readPart = () => {
    readRows(text, blocks, head, part, tables)
    part = []
  }
  for (const row of rows) {
    const again = headOf(text, row)
    if (again !== null || isSubHead(text, row)) {
      if (again !== null && row !== first) {
        readPart()
        head = again
      }
      for (const cell of row.cells) markAll(tables.figures, cell)
    } else if (isTotalCell(text.slice(row.cells[0]?.start, row.cells[0]?.end))) {
      readTotal(text, row, tables)
    } else if (row.cells.length === 1 && row.cells[0]?.column === 0) {
      readPart()
      tables.spans.add(row.first)
    } else part.push(gridRow(text, head, row))
  }
  readPart()
}

/** A second row of heads under merged ones. */
function isSubHead(text: string, row: Row): boolean {
  return (
    row.cells.length >= 2 && row.cells.every((cell) => columnKindOf(text.slice(cell.start, cell.end)) !== null)
  )
}

function readTotal(text: string, row: Row, tables: TableBuilder): void {
  for (const cell of row.cells) {
    markAll(tables.figures, cell)
    const stated = numberOfCell(text, cell)
    if (stated !== null && !/小\s*计/.test(text.slice(row.cells[0]?.start, row.cells[0]?.end)))
      tables.totals.push(stated)
  }
}

function gridRow(text: string, head: Head, row: Row): GridRow {
  const pointsColumns = [...head].flatMap(([column, kind]) => (kind === 'points' ? [column] : []))
  const last = pointsColumns.at(-1) ?? 0
  const numberAt = (column: number) => {
    const cell = row.cells.find((other) => other.column === column)
    return cell === undefined ? null : numberOfCell(text, cell)
  }
  let shift = 0
  while (shift < last && shift < 4 && numberAt(last - shift) === null) shift += 1
  if (numberAt(last - shift) === null || row.cells[0]?.column !== 0) shift = 0
  const cells = new Map(row.cells.map((cell) => [cell.column + shift, cell]))
  const points = pointsColumns.flatMap((column): PointsCell[] => {
    const cell = cells.get(column)
    const stated = cell === undefined ? null : numberOfCell(text, cell)
    return cell === undefined || stated === null ? [] : [{ column, cell, stated }]
  })
  return { row, cells, points }
}

/** Rows under one head, without a row across the table between them. */
function readRows(
  text: string,
  blocks: readonly Block[],
  head: Head,
  rows: readonly GridRow[],
  tables: TableBuilder,
): void {
  const columnsOf = (kind: ColumnKind) => [...head].flatMap(([column, of]) => (of === kind ? [column] : []))
  const titles = columnsOf('title').filter((column) => !isRunningText(text, rows, column))
  const [top] = titles
  const scored = columnsOf('points').at(-1) ?? 0
  const hasLevels =
    top !== undefined &&
    (columnsOf('points').length > 1 || isMerged(rows, top, scored) || statesPoints(text, rows, top))
  const sums = categoryRows(head, rows, scored)
  for (const [i, { row, cells, points }] of rows.entries()) {
    const used = [...points.map(({ cell }) => cell), ...asides(text, head, cells)]
    const stated = points.find(({ column }) => column === scored)?.stated ?? null
    const topCell = top === undefined ? undefined : cells.get(top)
    const deepest = titles.findLast((column) => cells.has(column) && (column !== top || !hasLevels))
    const titleCell = deepest === undefined ? undefined : cells.get(deepest)
    if (sums.has(i)) {
      const name = topCell ?? titleCell ?? row.cells[0]
      if (name !== undefined) {
        tables.rows.set(row.first, { category: { ...titleOfCell(text, name), stated }, item: null })
        used.push(name)
      }
    } else {
      const category =
        hasLevels && topCell !== undefined ? categoryTitle(text, blocks, topCell, points, scored) : null
      const isItem = stated !== null || (titleCell !== undefined && titleCell !== topCell)
      const item = isItem ? itemTitle(text, blocks, titleCell, cells, head, stated) : null
      if (category !== null || item !== null) tables.rows.set(row.first, { category, item })
      if (category !== null && topCell !== undefined) used.push(topCell)
      if (item !== null && titleCell !== undefined) used.push(titleCell)
    }
    for (const cell of used) markAll(tables.figures, cell)
  }
}

/** Cells beside the clauses; one that speaks of scoring (扣分原因: 未签到扣1分) is a clause whatever heads its column. */
function asides(text: string, head: Head, cells: ReadonlyMap<number, Cell>): Cell[] {
  return [...cells].flatMap(([column, cell]) => {
    const kind = head.get(column)
    const isAside = kind === 'aside' || kind === 'serial' || kind === undefined
    return isAside && !speaksOfScoring(text.slice(cell.start, cell.end)) ? [cell] : []
  })
}

function categoryTitle(
  text: string,
  blocks: readonly Block[],
  cell: Cell,
  points: readonly PointsCell[],
  scored: number,
): RowTitle {
  const title = titleOfCell(text, cell)
  const own = points.find(({ column }) => column !== scored)?.stated ?? null
  return { ...title, stated: own ?? title.stated }
}

/** An item without a cell that names it is named by the first words of its clauses, as a paragraph is. */
function itemTitle(
  text: string,
  blocks: readonly Block[],
  cell: Cell | undefined,
  cells: ReadonlyMap<number, Cell>,
  head: Head,
  stated: StatedPoints | null,
): RowTitle {
  if (cell !== undefined) {
    const title = titleOfCell(text, cell)
    return { ...title, stated: stated ?? title.stated }
  }
  const words = [...cells].find(([column]) => head.get(column) === 'standard' || head.get(column) === 'title')?.[1]
  const place = words ?? [...cells.values()][0] ?? { start: 0, end: 0 }
  return { title: '', place: { start: place.start, end: place.end }, stated }
}

/** A column of 内容 whose cells are sentences holds clauses, not titles. */
function isRunningText(text: string, rows: readonly GridRow[], column: number): boolean {
  const cells = rows.flatMap(({ cells }) => cells.get(column) ?? [])
  const running = cells.filter((cell) => !isCellTitle(text.slice(cell.start, cell.end)))
  return running.length * 2 > cells.length
}

/** Whether some cell of the column stands beside several rows with points. */
function isMerged(rows: readonly GridRow[], column: number, scored: number): boolean {
  return rows.some(
    ({ cells, points }, i) => i > 0 && !cells.has(column) && points.some((point) => point.column === scored),
  )
}

/** 工作纪律(25分), or the same words row after row. */
function statesPoints(text: string, rows: readonly GridRow[], column: number): boolean {
  const words = rows.flatMap(({ cells }) => {
    const cell = cells.get(column)
    return cell === undefined ? [] : [text.slice(cell.start, cell.end)]
  })
  return words.some((word, i) => /\(\d+(?:\.\d+)?分\)$/.test(word) || words[i - 1] === word)
}

/** Rows that only name a category: no clause, and as many points as the rows down to the next such one. */
function categoryRows(head: Head, rows: readonly GridRow[], scored: number): ReadonlySet<number> {
  const found = new Set<number>()
  const pointsOf = (i: number) => rows[i]?.points.find(({ column }) => column === scored)?.stated.points ?? null
  const sumsFrom = (i: number): number | null => {
    let sum = 0
    for (let next = i + 1; next < Math.min(rows.length, i + furthest); next++) {
      sum += pointsOf(next) ?? 0
      if (sum === pointsOf(i)) return next
      if (sum > (pointsOf(i) ?? 0)) return null
    }
    return null
  }
  for (let i = 0; i < rows.length;) {
    const isBare = ![...(rows[i]?.cells.keys() ?? [])].some((column) => head.get(column) === 'standard')
    const last = isBare && pointsOf(i) !== null ? sumsFrom(i) : null
    if (last === null) i += 1
    else {
      found.add(i)
      i = last + 1
    }
  }
  return found
}
