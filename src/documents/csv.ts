/**
 * A .csv that Excel and WPS open rightly: UTF-8 with byte-order mark, CRLF, quoted where needed. A cell that begins
 * with = + - @ is kept from becoming a formula by a tab before it, which our own reading trims again (SPEC §7).
 */
export function writeCsv(rows: readonly (readonly string[])[]): Uint8Array {
  const lines = rows.map((row) => row.map(csvCell).join(','))
  return new TextEncoder().encode(`\uFEFF${lines.join('\r\n')}\r\n`)
}

function csvCell(text: string): string {
  const safe = isFormulaLike(text) ? `\t${text}` : text
  return /[",\r\n\t]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}

/** Spreadsheets run such a cell as a formula, some also when its sign is full width; plain negative numbers are none. */
function isFormulaLike(text: string): boolean {
  return /^[=+\-@＝＋－＠\t\r]/.test(text) && !/^[+-]?\d+(\.\d+)?$/.test(text)
}
