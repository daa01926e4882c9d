import { sheets as documentSheets } from './documents/sheets.ts'
import { workbooks as documentWorkbooks } from './documents/workbooks.ts'
import type { Workbooks } from './http/services.ts'
import type { Sheets } from './http/sheets.ts'

/** .xlsx and .csv in and out for the pages. */
export const sheets: Sheets = documentSheets

/** Results as .xlsx. */
export const workbooks: Workbooks = documentWorkbooks
