import type { Block } from './blocks.ts'
import { cellRowsOf } from './table-cells.ts'
import { gridRowsOf } from './table-grid.ts'
import type { Seam, TableBuilder, Tables } from './table-rows.ts'

/**
 * Reads the score tables of a text: those whose columns the stored text still divides by tabs, then those whose cells
 * stand one under another. Only below a head such as 分值 is a bare number points. Linear in the number of blocks.
 */
export function tablesOf(text: string, blocks: readonly Block[], seams: readonly Seam[]): Tables {
  const tables: TableBuilder = {
    rows: new Map(),
    spans: new Set(),
    figures: new Set(),
    starts: new Set(),
    ends: new Set(),
    totals: [],
  }
  const inGrid = gridRowsOf(text, blocks, seams, tables)
  cellRowsOf(text, blocks, inGrid, tables)
  return tables
}
