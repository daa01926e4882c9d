import type { FinalPayList } from '../domain/pay/final-pay-list.ts'
import type { PayList } from '../domain/pay/share-pool.ts'
import type { FinalResult } from '../domain/standing/final-result.ts'
import { finalResultSheet } from './final-result-sheet.ts'
import { ownPaySheet, paySheet } from './pay-sheet.ts'
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
  writeFinalResult: async (result: FinalResult): Promise<TableFile> => {
    const title = `${result.town} ${String(result.year)}年度绩效考核结果（第${String(result.number)}号）`
    return tableFile(title, 'xlsx', await writeWorkbook([finalResultSheet(title, result)]))
  },
  writePayList: async (list: FinalPayList): Promise<TableFile> => {
    const title = titleOf(list)
    return tableFile(title, 'xlsx', await writeWorkbook([paySheet(title, { ...list, provisional: false })]))
  },
  writeOwnPay: async (list: FinalPayList): Promise<TableFile> => {
    const title = `${titleOf(list)} 本人`
    return tableFile(title, 'xlsx', await writeWorkbook([ownPaySheet(title, { ...list, provisional: false })]))
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

function titleOf({ town, year, number }: FinalPayList): string {
  return `${town} ${String(year)}年度绩效工资清单（第${String(number)}号）`
}
