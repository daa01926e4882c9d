import { accept, refuse, type Result } from '../domain/primitives/result.ts'
import type { Table, TableProblem, TableRow } from '../domain/primitives/table.ts'
import { markProblems } from './mark-problems.ts'
import { readClockRows, readTable } from './read-table.ts'
import { tableFile, type TableFile } from './table-file.ts'
import { tableFileSentence } from './table-file-sentence.ts'
import { templateName, writeTemplate, type TableFormat, type TemplateKind } from './templates.ts'

type Uploaded = { readonly name: string; readonly bytes: Uint8Array }

/** .xlsx and .csv in and out for the pages: reading, templates, and the sheet back with its errors. */
export const sheets = {
  readTable: async ({
    name,
    bytes,
  }: Uploaded): Promise<Result<Table, { readonly code: 'sheet-unreadable'; readonly message: string }>> => {
    const table = await readTable(bytes, name)
    return table.ok
      ? accept(table.value)
      : refuse({ code: 'sheet-unreadable', message: tableFileSentence(table.refusal) })
  },
  readClockRows: async ({
    name,
    bytes,
  }: Uploaded): Promise<
    Result<readonly TableRow[], { readonly code: 'sheet-unreadable'; readonly message: string }>
  > => {
    const rows = await readClockRows(bytes, name)
    return rows.ok
      ? accept(rows.value)
      : refuse({ code: 'sheet-unreadable', message: tableFileSentence(rows.refusal) })
  },
  template: async (kind: TemplateKind, format: TableFormat): Promise<TableFile> =>
    tableFile(templateName(kind), format, await writeTemplate(kind, format)),
  withProblems: async (
    { name }: Uploaded,
    table: Table,
    problems: readonly TableProblem[],
  ): Promise<TableFile> => {
    const format = /\.csv$/i.test(name) ? 'csv' : 'xlsx'
    const title = name.replace(/\.(?:csv|xlsx)$/i, '')
    return tableFile(`${title}（有误）`, format, await markProblems(table, problems, format))
  },
}
