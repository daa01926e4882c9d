import { isProblemTitle, problemTitle, type Table, type TableProblem } from '../domain/primitives/table.ts'
import { writeCsv } from './csv.ts'
import type { TableFormat } from './templates.ts'
import { writeWorkbook } from './workbook.ts'

/**
 * The sheet that came, back with a column that says what is wrong in each row (SPEC §7). Rows keep their numbers, blank
 * ones too; faults of the header stand in the header row. A problem column of an earlier round is replaced.
 */
export async function markProblems(
  table: Table,
  problems: readonly TableProblem[],
  format: TableFormat,
): Promise<Uint8Array> {
  const sentences = new Map<number, string[]>()
  for (const { row, column, message } of problems) {
    const sentence = column === null ? message : `${column}：${message}`
    sentences.set(row, [...(sentences.get(row) ?? []), sentence])
  }
  const kept = table.header.map((_, index) => index).filter((index) => !isProblemTitle(table.header[index] ?? ''))
  const pick = (cells: readonly string[]) => kept.map((index) => cells[index] ?? '')
  const headerProblems = sentences.get(1) ?? []
  const header = [...pick(table.header), [problemTitle, ...headerProblems].join('：')]
  const cellsByRow = new Map(table.rows.map(({ row, cells }) => [row, cells]))
  const lastRow = Math.max(1, ...table.rows.map(({ row }) => row))
  const rows = Array.from({ length: lastRow - 1 }, (_, index) => {
    const row = index + 2
    return [...pick(cellsByRow.get(row) ?? []), (sentences.get(row) ?? []).join('')]
  })
  if (format === 'csv') return writeCsv([header, ...rows])
  const widths = [...kept.map((index) => Math.max(12, (table.header[index] ?? '').length * 3)), 70]
  return writeWorkbook([{ name: '填写', header, rows, widths }])
}
