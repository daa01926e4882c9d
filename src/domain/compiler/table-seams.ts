import type { Block } from './blocks.ts'
import { spanOf, type NormalisedText } from './normalised-text.ts'
import type { Seam } from './table-rows.ts'

const longestGap = 4000

/**
 * How the stored text and its folded form divide each block from the one before: by a line break, by the tabs of a table's
 * columns, or not at all. After a line break `columns` counts the empty cells that open the row.
 */
export function seamsOf(stored: string, folded: string, body: NormalisedText, blocks: readonly Block[]): Seam[] {
  let before = 0
  return blocks.map((block) => {
    const { start, end } = spanOf(body, block.start, block.end)
    const from = Math.max(before, start - longestGap)
    const gap = stored.slice(from, start)
    before = end
    const lineBreak = Math.max(gap.lastIndexOf('\n'), gap.lastIndexOf('\r'), gap.lastIndexOf('\f'))
    const columns = folded.slice(from + lineBreak + 1, start).replace(/[^\t]/g, '').length
    if (lineBreak >= 0 || start === 0) return { kind: 'row', columns }
    return columns > 0 ? { kind: 'column', columns } : { kind: 'none', columns: 0 }
  })
}
