import writeXlsxFile, { type Cell, type Row } from 'write-excel-file/node'

/** A cell of a workbook we write: text, or a figure with its number format. There is no such thing as a formula. */
export type BookCell =
  | string
  | null
  | { readonly number: number; readonly format: '0' | '0.00' | '#,##0.00' | '0.000000' }

export type BookSheet = {
  readonly name: string
  /** Lines above the table: title, year, what to know. */
  readonly preface?: readonly string[]
  readonly header: readonly string[]
  readonly rows: readonly (readonly BookCell[])[]
  /** Bold rows below the table: totals. */
  readonly totals?: readonly (readonly BookCell[])[]
  readonly widths: readonly number[]
}

/** What Excel allows in a sheet's name. */
function sheetName(name: string): string {
  return name.replace(/[[\]:*?/\\]/g, ' ').slice(0, 31)
}

/** Text is written as text: a cell that begins with = + - @ stays what it says and never becomes a formula (SPEC §7). */
function cellOf(cell: BookCell, isBold: boolean): Cell {
  const style = isBold ? { fontWeight: 'bold' as const } : {}
  if (cell === null || cell === '') return null
  if (typeof cell === 'string') return { value: plainText(cell), type: String, wrap: true, ...style }
  return { value: cell.number, type: Number, format: cell.format, align: 'right', ...style }
}

/** Control characters break the file's XML, and Excel holds 32,767 characters to a cell. */
function plainText(text: string): string {
  return text.replace(/[^\P{Cc}\t\n\r]|[\uFFFE\uFFFF]/gu, '').slice(0, 32_767)
}

function headerCell(title: string): Cell {
  return {
    value: plainText(title),
    type: String,
    fontWeight: 'bold',
    backgroundColor: '#F3F0EA',
    bottomBorderStyle: 'thin',
    wrap: true,
  }
}

/** Writes an .xlsx of plain text and figures. */
export async function writeWorkbook(sheets: readonly BookSheet[]): Promise<Uint8Array> {
  const written = sheets.map((sheet) => {
    const preface: Row[] = (sheet.preface ?? []).map((line) => [{ value: plainText(line), type: String }])
    const data: Row[] = [
      ...preface,
      sheet.header.map(headerCell),
      ...sheet.rows.map((row) => row.map((cell) => cellOf(cell, false))),
      ...(sheet.totals ?? []).map((row) => row.map((cell) => cellOf(cell, true))),
    ]
    return {
      data,
      sheet: sheetName(sheet.name),
      stickyRowsCount: preface.length + 1,
      columns: sheet.widths.map((width) => ({ width })),
    }
  })
  return writeXlsxFile(written, { fontFamily: 'SimSun', fontSize: 11 }).toBuffer()
}
