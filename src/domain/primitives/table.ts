/** A sheet as text: what .xlsx and .csv have in common. Row numbers are the sheet's own; the header is row 1. */
export type Table = {
  readonly header: readonly string[]
  /** Rows with at least one filled cell, in order. */
  readonly rows: readonly TableRow[]
}
export type TableRow = {
  readonly row: number
  readonly cells: readonly string[]
  /** The file's own column, where a row of the file holds several of these. */
  readonly from?: string
}

/** A fault of one cell, row or header; column null: the row as a whole. The message is one plain Chinese sentence. */
export type TableProblem = {
  readonly row: number
  readonly column: string | null
  readonly code: string
  readonly message: string
}

/** A column by its key, with the names it goes by in a header: the Chinese one first. */
export type ColumnDefinition<Key extends string> = {
  readonly key: Key
  readonly names: readonly string[]
  readonly required: boolean
}

/** The columns of a table found by their headers; a missing optional column reads as empty cells. */
export type ColumnReader<Key extends string> = {
  /** The cell's text without surrounding spaces. */
  readonly cell: (row: TableRow, key: Key) => string
  /** The header as it stands in the file, or the Chinese name where the column is absent. */
  readonly titleOf: (key: Key) => string
  /** Whether the table has the column. */
  readonly has: (key: Key) => boolean
}

/**
 * Finds the columns in any order, by their Chinese or English names; a trailing note in brackets or a `?` does not
 * matter. Unknown, repeated and missing headers are problems of row 1 (SPEC §7).
 */
export function readColumns<Key extends string>(
  table: Table,
  columns: readonly ColumnDefinition<Key>[],
): { readonly reader: ColumnReader<Key>; readonly problems: readonly TableProblem[] } {
  const indexByKey = new Map<Key, number>()
  const problems: TableProblem[] = []
  const known = columns.map(({ names }) => names[0] ?? '').join('、')
  table.header.forEach((title, index) => {
    const plain = plainTitle(title)
    if (plain === '' || isProblemTitle(title)) return
    const column = columns.find(({ names }) => names.some((name) => plainTitle(name) === plain))
    if (column === undefined)
      problems.push(headerProblem('unknown-column', title, `表头“${title}”无法识别，可用的列有：${known}。`))
    else if (indexByKey.has(column.key))
      problems.push(headerProblem('repeated-column', title, `表头“${title}”出现了两次，请只保留一列。`))
    else indexByKey.set(column.key, index)
  })
  for (const { key, names, required } of columns) {
    const [name = key] = names
    if (required && !indexByKey.has(key))
      problems.push(headerProblem('missing-column', name, `缺少“${name}”这一列，第一行须是表头：${known}。`))
  }
  const reader: ColumnReader<Key> = {
    cell: (row, key) => {
      const index = indexByKey.get(key)
      return index === undefined ? '' : (row.cells[index] ?? '').trim()
    },
    has: (key) => indexByKey.has(key),
    titleOf: (key) => {
      const index = indexByKey.get(key)
      if (index !== undefined) return (table.header[index] ?? key).trim()
      return columns.find((column) => column.key === key)?.names[0] ?? key
    },
  }
  return { reader, problems }
}

/**
 * The table from its header on, where titles stand above it: its first rows are looked through for one with a cell of
 * these names. As it is where there is none.
 */
export function fromHeader(table: Table, names: readonly string[]): Table {
  const wanted = new Set(names.map(plainTitle))
  const isHeader = (cells: readonly string[]) => cells.some((cell) => wanted.has(plainTitle(cell)))
  if (isHeader(table.header)) return table
  const at = table.rows.slice(0, 10).findIndex(({ cells }) => isHeader(cells))
  const header = table.rows[at]?.cells
  return header === undefined ? table : { header, rows: table.rows.slice(at + 1) }
}

/** The column that says what is wrong in each row, on a sheet that went back to its sender. */
export const problemTitle = '错误'

/** Such a column may come in again with the corrected sheet; it is not read. */
export function isProblemTitle(title: string): boolean {
  return title.trim().startsWith(problemTitle)
}

function plainTitle(title: string): string {
  return title
    .normalize('NFKC')
    .replace(/\s+/g, '')
    .replace(/(?:[?*]|\([^()]*\))+$/, '')
    .toLowerCase()
}

function headerProblem(code: string, column: string, message: string): TableProblem {
  return { row: 1, column, code, message }
}
