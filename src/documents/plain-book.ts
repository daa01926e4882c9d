import { writeCsv } from './csv.ts'
import { tableFile, type TableFile } from './table-file.ts'
import type { TableFormat } from './templates.ts'
import { writeWorkbook } from './workbook.ts'

/** A table of text alone; cells that begin with = + - @ stay text in either format. */
type PlainSheet = {
  readonly title: string
  readonly preface?: readonly string[]
  readonly header: readonly string[]
  readonly rows: readonly (readonly string[])[]
}

const [narrowest, widest] = [8, 48]

/** Tables as a file: an .xlsx with a sheet for each; a .csv of the first, its preface as rows of one cell. */
export async function writePlainFile(
  title: string,
  sheets: readonly PlainSheet[],
  format: TableFormat,
): Promise<TableFile> {
  if (format === 'csv') {
    const [{ preface = [], header, rows } = { header: [], rows: [] }] = sheets
    return tableFile(title, format, writeCsv([...preface.map((line) => [line]), header, ...rows]))
  }
  const written = sheets.map((sheet) => {
    const { title: name, preface = [], header, rows } = sheet
    return { name, preface, header, rows, widths: widthsOf(sheet) }
  })
  return tableFile(title, format, await writeWorkbook(written))
}

function widthsOf({ header, rows }: PlainSheet): readonly number[] {
  return header.map((title, column) => {
    const longest = rows
      .slice(0, 200)
      .reduce((most, row) => Math.max(most, (row[column] ?? '').length), title.length)
    // A Chinese character takes two of the columns a width is counted in.
    return Math.min(widest, Math.max(narrowest, longest * 2))
  })
}
