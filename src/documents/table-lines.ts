/** Divides the paragraphs of one cell: a row stays one line, and the cell's own line breaks are not lost. */
const breakInCell = '\u2028'

/**
 * A row of a table as the stored text has it: one line, cells divided by tabs. An empty cell keeps its place, so that
 * columns can be told; a cell that is merged into the one above or left of it is such an empty one, and its words
 * stand once. Empty cells at the end of a row are left out.
 */
export function rowLine(cells: readonly string[]): string {
  return cells.map(cellWords).join('\t').replace(/\t+$/, '')
}

/** The lines of a table; rows without words are left out. */
export function tableLines(rows: readonly (readonly string[])[]): string[] {
  return rows.map(rowLine).filter((line) => line !== '')
}

function cellWords(words: string): string {
  return words
    .replaceAll('\t', ' ')
    .replace(/\s*[\n\v\f\r\u0085\u2028\u2029]\s*/g, breakInCell)
    .replace(/^[\s\u2028]+|[\s\u2028]+$/g, '')
}
