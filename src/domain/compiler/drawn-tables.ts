import { columnKindOf, isTableHead } from './table-head.ts'

/**
 * Tables whose columns a text draws by other means, as if tabs divided them: | 学习 | 20 |, and under a head of blanks
 * (序号 考核项目 分值 评分标准) rows of blanks with a number among them. Character for character, in linear time.
 */
export function columnsAsTabs(folded: string): string {
  return spacedColumns(barredColumns(folded))
}

function barredColumns(folded: string): string {
  if (!folded.includes('|')) return folded
  return folded.replace(/^[ \t]*\|.*\|[ \t]*$/gm, (line) => line.replaceAll('|', '\t'))
}

const blanks = / +/g
const spacedHead = /^ *\S{1,14}(?: +\S{1,14}){2,9} *$/
const longestRow = 400

function spacedColumns(folded: string): string {
  if (!/分值|分数|满分|权重|标准分|配分/.test(folded)) return folded
  let columns = 0
  return folded
    .split('\n')
    .map((line) => {
      if (line.includes('\t') || line.trim() === '') return line
      const heads = spacedHead.test(line) ? headsOf(line) : 0
      if (heads > 0) columns = heads
      else if (columns > 0 && !isSpacedRow(line, columns)) columns = 0
      return columns === 0 ? line : divided(line, columns)
    })
    .join('\n')
}

/** How many columns a line of heads names; 0 when it is none. */
function headsOf(line: string): number {
  const kinds = line.trim().split(blanks).map(columnKindOf)
  return isTableHead(kinds) && kinds.every((kind) => kind !== null) ? kinds.length : 0
}

function isSpacedRow(line: string, columns: number): boolean {
  if (line.length > longestRow) return false
  const cells = line.trim().split(blanks)
  const numbers = cells.filter((cell) => /^\d{1,4}(?:\.\d{1,2})?分?$/.test(cell))
  return cells.length >= Math.min(3, columns) && numbers.length > 0
}

/** The first blanks divide the columns; what is over belongs to the last one. */
function divided(line: string, columns: number): string {
  const start = line.length - line.trimStart().length
  let seams = 0
  return line.replace(blanks, (run: string, at: number) => {
    if (at < start || at + run.length >= line.length || seams >= columns - 1) return run
    seams += 1
    return `\t${' '.repeat(run.length - 1)}`
  })
}
