import { convert, type DomNode, type FormatCallback } from 'html-to-text'
import { accept, refuse, type Result } from '../domain/primitives/result.ts'
import type { DocumentFault } from './regulation-text.ts'
import { tableLines } from './table-lines.ts'

/**
 * The words of a web page without tags, scripts and links: a line for each block, and for each row of a table (see
 * rowLine). A table around other tables only lays the page out; its cells are blocks.
 */
export function webText(html: string, longest: number): Result<string, DocumentFault> {
  // Beyond its own limit the reader would leave the rest out in silence.
  if (html.length > longest * markupShare) return refuse('too-long')
  if (nestsTooDeep(html)) return refuse('damaged')
  // Blanks that fill up merged cells are bounded like any other text.
  const room = { cells: longest }
  return accept(
    convert(html, {
      wordwrap: false,
      formatters: { rows: rowsFormatter(room) },
      selectors: [
        { selector: 'a', options: { ignoreHref: true } },
        { selector: 'img', format: 'skip' },
        { selector: 'table', format: 'rows' },
        { selector: 'caption', format: 'block', options: { leadingLineBreaks: 1, trailingLineBreaks: 1 } },
        { selector: 'td', format: 'block' },
        { selector: 'th', format: 'block' },
        ...['h1', 'h2', 'h3', 'h4', 'h5', 'h6'].map((selector) => ({ selector, options: { uppercase: false } })),
      ],
    }),
  )
}

/** How many times its words a page may be long: tags, scripts and pictures written into it. */
const markupShare = 8
const deepest = 400
/** Elements without content, and those that end where the next of their kind begins. */
const endsItself =
  /^(?:area|base|br|col|embed|hr|img|input|link|meta|param|source|track|wbr|p|li|dt|dd|tr|td|th|option)$/

/** Tags nested deeper than any page: the reader would go down with them, and take its time over it. */
function nestsTooDeep(html: string): boolean {
  const open: string[] = []
  for (const [, slash, name = '', rest = ''] of html.matchAll(/<(\/?)([a-z][a-z0-9]*)([^<>]*)/gi)) {
    const element = name.toLowerCase()
    if (endsItself.test(element) || rest.endsWith('/')) continue
    if (slash === '') open.push(element)
    else if (open.includes(element)) open.length = open.lastIndexOf(element)
    if (open.length > deepest) return true
  }
  return false
}

type PageCell = { readonly colspan: number; readonly rowspan: number; readonly text: string }

function rowsFormatter(room: { cells: number }): FormatCallback {
  return (table, walk, builder) => {
    const rows = rowsOf(table)
    if (rows.some((row) => row.children.some(holdsTable)) || rows.every((row) => cellsOf(row).length < 2)) {
      builder.openBlock({ leadingLineBreaks: 1 })
      walk(table.children, builder)
      builder.closeBlock({ trailingLineBreaks: 1 })
      return
    }
    walk(
      childrenOf(table).filter((child) => child.name === 'caption'),
      builder,
    )
    builder.openTable()
    for (const row of rows) {
      builder.openTableRow()
      for (const cell of cellsOf(row)) {
        builder.openTableCell({})
        walk(cell.children, builder)
        builder.closeTableCell({ colspan: spanOf(cell, 'colspan'), rowspan: spanOf(cell, 'rowspan') })
      }
      builder.closeTableRow()
    }
    builder.closeTable({
      tableToString: (cells: readonly (readonly PageCell[])[]) => tableLines(inGrid(cells, room)).join('\n'),
      leadingLineBreaks: 1,
      trailingLineBreaks: 1,
    })
  }
}

function childrenOf(node: DomNode): readonly DomNode[] {
  return node.type === 'tag' ? node.children : []
}

function rowsOf(table: DomNode): DomNode[] {
  return childrenOf(table).flatMap((child) => {
    if (child.name === 'tr') return [child]
    return child.name === 'table' || child.name === 'caption' ? [] : rowsOf(child)
  })
}

function cellsOf(row: DomNode): DomNode[] {
  return childrenOf(row).filter((child) => child.name === 'td' || child.name === 'th')
}

function holdsTable(node: DomNode): boolean {
  return node.name === 'table' || childrenOf(node).some(holdsTable)
}

const widestSpan = 64
const longestSpan = 2_000

function spanOf(cell: DomNode, name: 'colspan' | 'rowspan'): number {
  const span = Number.parseInt(cell.attribs?.[name] ?? '1', 10)
  return Math.min(name === 'colspan' ? widestSpan : longestSpan, Math.max(1, Number.isNaN(span) ? 1 : span))
}

/** The rows in their columns: a merged cell's words stand at its upper left, the rest of it is empty. */
function inGrid(rows: readonly (readonly PageCell[])[], room: { cells: number }): string[][] {
  /** For each column, the rows below that a cell from above still takes. */
  const taken: number[] = []
  return rows.map((row) => {
    const cells: string[] = []
    const skipTaken = (): void => {
      while ((taken[cells.length] ?? 0) > 0 && room.cells > 0) {
        taken[cells.length] = (taken[cells.length] ?? 0) - 1
        cells.push('')
        room.cells -= 1
      }
    }
    for (const { colspan, rowspan, text } of row) {
      skipTaken()
      for (let column = 0; column < colspan && (column === 0 || room.cells > 0); column++) {
        taken[cells.length] = rowspan - 1
        cells.push(column === 0 ? text : '')
        room.cells -= 1
      }
    }
    skipTaken()
    return cells
  })
}
