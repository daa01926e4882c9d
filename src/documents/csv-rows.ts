import { parse, type CsvError } from 'csv-parse/sync'
import { accept, refuse, type Result } from '../domain/primitives/result.ts'

/** The rows of a .csv with LF or CRLF; refused with the line near which a quote is not closed. */
export function csvRows(text: string): Result<readonly (readonly string[])[], { readonly line: number }> {
  try {
    return accept(
      parse(text, {
        delimiter: delimiterOf(text),
        relax_column_count: true,
        skip_empty_lines: false,
        record_delimiter: ['\r\n', '\n', '\r'],
      }),
    )
  } catch (error) {
    return refuse({ line: isCsvError(error) ? Number(error['lines'] ?? 0) : 0 })
  }
}

/** Sheets copied out of Excel come with tabs, and some regional settings write semicolons. */
function delimiterOf(text: string): string {
  const firstLines = text.split(/[\r\n]+/, 8)
  const isIn = (line: string) => [',', '\t', ';'].find((delimiter) => line.split(delimiter).length > 1)
  // A title may stand alone on the lines above the header.
  return firstLines.map(isIn).find((delimiter) => delimiter !== undefined) ?? ','
}

function isCsvError(error: unknown): error is CsvError {
  return error instanceof Error && 'lines' in error
}
