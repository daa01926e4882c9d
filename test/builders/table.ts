import type { Table } from '../../src/domain/primitives/table.ts'

/** A sheet for the tests: the header is row 1, the rows follow. */
export function tableOf(header: readonly string[], ...rows: readonly (readonly string[])[]): Table {
  return { header, rows: rows.map((cells, index) => ({ row: index + 2, cells })) }
}
