import type { PayList } from '../domain/pay/share-pool.ts'
import { paySheet } from './pay-sheet.ts'
import { writePlainFile } from './plain-book.ts'
import { slipSheet, type SlipLine } from './slip-sheet.ts'
import { standingsSheet, type StandingLine } from './standings-sheet.ts'
import { tableFile, type TableFile } from './table-file.ts'
import { writeWorkbook } from './workbook.ts'

/** Results as .xlsx for the pages: no formulas, totals that agree. */
export const workbooks = {
  writePlain: writePlainFile,
  writeStandings: async (result: {
    readonly town: string
    readonly period: string
    readonly asOf: string
    readonly rows: readonly StandingLine[]
  }): Promise<TableFile> => {
    const title = `${result.town}绩效考核成绩 ${result.period}（截至${result.asOf}）`
    return tableFile(
      `${result.town} ${result.period} 成绩`,
      'xlsx',
      await writeWorkbook([standingsSheet(title, result.rows)]),
    )
  },
  writePay: async (result: {
    readonly town: string
    readonly year: number
    readonly asOf: string
    readonly list: PayList
  }): Promise<TableFile> => {
    const title = `${result.town} ${String(result.year)}年度绩效工资发放表`
    const dated = `${title}（截至${result.asOf}）`
    return tableFile(title, 'xlsx', await writeWorkbook([paySheet(dated, result.list)]))
  },
  writeSlips: async (given: {
    readonly town: string
    readonly address: string
    readonly slips: readonly SlipLine[]
  }): Promise<TableFile> =>
    tableFile(
      `${given.town} 账号设置码`,
      'xlsx',
      await writeWorkbook([slipSheet(given.town, given.address, given.slips)]),
    ),
}
