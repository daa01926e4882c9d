import { markProblems } from './documents/mark-problems.ts'
import { payWorkbook } from './documents/pay-workbook.ts'
import { readTable } from './documents/read-table.ts'
import { standingsWorkbook } from './documents/standings-workbook.ts'
import { tableFileSentence } from './documents/table-file-sentence.ts'
import { templateName, writeTemplate, type TableFormat } from './documents/templates.ts'
import { accept, refuse } from './domain/primitives/result.ts'
import type { FileAnswer } from './http/route.ts'
import type { Workbooks } from './http/services.ts'
import type { Sheets } from './http/sheets.ts'

const contentTypes: Readonly<Record<TableFormat, string>> = {
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  csv: 'text/csv; charset=utf-8',
}

function fileAnswer(title: string, format: TableFormat, bytes: Uint8Array): FileAnswer {
  return { fileName: `${title}.${format}`, contentType: contentTypes[format], bytes }
}

/** .xlsx and .csv in and out for the pages. */
export const sheets: Sheets = {
  readTable: async ({ name, bytes }) => {
    const table = await readTable(bytes, name)
    return table.ok ? accept(table.value) : refuse({ message: tableFileSentence(table.refusal) })
  },
  template: async (kind, format) => fileAnswer(templateName(kind), format, await writeTemplate(kind, format)),
  withProblems: async ({ name }, table, problems) => {
    const format = /\.csv$/i.test(name) ? 'csv' : 'xlsx'
    const title = name.replace(/\.(?:csv|xlsx)$/i, '')
    return fileAnswer(`${title}（有误）`, format, await markProblems(table, problems, format))
  },
}

/** Results as .xlsx. */
export const workbooks: Workbooks = {
  writeStandings: async (result) => fileAnswer(`绩效成绩 ${result.period}`, 'xlsx', await standingsWorkbook(result)),
  writePay: async (result) => fileAnswer(`绩效工资 ${String(result.year)}`, 'xlsx', await payWorkbook(result)),
}
