import type { WordBlock } from './word-tables.ts'

type Row = Extract<WordBlock, { readonly edges?: readonly number[] }>

/** In twentieths of a point: edges that the eye takes for one. */
const sameEdge = 30
const mostColumns = 64

/** Rows in the columns of their table: a cell that spans several leaves those it covers empty. */
export function inColumns(blocks: readonly WordBlock[]): WordBlock[] {
  const aligned: WordBlock[] = []
  let rows: Row[] = []
  const endTable = (): void => {
    const columns = columnsOf(rows)
    for (const row of rows) aligned.push({ cells: spread(row, columns) })
    rows = []
  }
  for (const block of blocks) {
    if ('line' in block) {
      endTable()
      aligned.push(block)
    } else rows.push({ ...block, cells: block.cells.map(inColumns) })
  }
  endTable()
  return aligned
}

/** The left edges of all columns; none when there are more than a table has. */
function columnsOf(rows: readonly Row[]): readonly number[] {
  const edges = [...new Set(rows.flatMap((row) => row.edges ?? []))].toSorted((left, right) => left - right)
  const columns = edges.filter((edge, i) => i === 0 || edge - (edges[i - 1] ?? 0) > sameEdge)
  return columns.length > mostColumns ? [] : columns
}

function spread({ cells, edges = [] }: Row, columns: readonly number[]): (readonly WordBlock[])[] {
  if (columns.length === 0 || edges.length <= cells.length) return [...cells]
  const placed: (readonly WordBlock[])[] = []
  for (const [i, cell] of cells.entries()) {
    const column = columns.findLastIndex((edge) => edge <= (edges[i] ?? 0))
    while (placed.length < column) placed.push([])
    placed.push(cell)
  }
  return placed
}
