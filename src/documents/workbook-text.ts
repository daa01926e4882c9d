import { accept, refuse, type Result } from '../domain/primitives/result.ts'
import { shownNumber, numberFormatsOf, type NumberFormats } from './number-format.ts'
import type { OfficePackage } from './office-package.ts'
import type { DocumentFault } from './regulation-text.ts'
import { readSheetCells, type SheetCell } from './sheet-cells.ts'
import { rowLine } from './table-lines.ts'
import { attributeOf, readXml } from './xml-reader.ts'

/**
 * The words of a workbook's sheets as they show them, a line for each row (see rowLine). Where several sheets have
 * words, each is headed by its own name, unless that is one Excel gave. Hidden sheets, comments and what formulas
 * say stay out. Stops as soon as more than `longest` units were read.
 */
export function workbookText(workbook: OfficePackage, longest: number): Result<string, DocumentFault> {
  const main = workbook.main('xl/workbook.xml')
  const sheets = readSheetList(workbook, main)
  const shared = readSharedStrings(
    workbook.textOf(workbook.related(main, 'sharedStrings', 'xl/sharedStrings.xml')),
  )
  const formats = numberFormatsOf(workbook.textOf(workbook.related(main, 'styles', 'xl/styles.xml')))
  if (sheets === null || shared === null || formats === null) return refuse('damaged')
  let left = longest
  const tables: { readonly name: string; readonly lines: readonly string[] }[] = []
  for (const { name, part } of sheets) {
    const lines = sheetLines(workbook.textOf(part), shared, formats, left)
    if (!lines.ok) return lines
    left -= lines.value.reduce((sum, line) => sum + line.length + 1, 0)
    if (lines.value.length > 0) tables.push({ name, lines: lines.value })
  }
  const isHeaded = tables.length > 1
  const all = tables.flatMap(({ name, lines }) =>
    isHeaded && !isGivenName(name) && lines[0]?.includes(name) !== true ? [name, ...lines] : lines,
  )
  return accept(all.join('\n'))
}

function isGivenName(name: string): boolean {
  return /^(?:sheet|工作表|表)\s*\d*$/i.test(name)
}

type Sheet = { readonly name: string; readonly part: string }

function readSheetList(workbook: OfficePackage, main: string): Sheet[] | null {
  const parts = workbook.references(main)
  const sheets: Sheet[] = []
  const isRead = readXml(workbook.textOf(main), {
    open: (name, attributes) => {
      if (name !== 'sheet' || /hidden/i.test(attributeOf(attributes, 'state') ?? '')) return
      const part = parts.get(attributeOf(attributes, 'id') ?? '')
      if (part !== undefined) sheets.push({ name: attributeOf(attributes, 'name') ?? '', part })
    },
    close: () => undefined,
    words: () => undefined,
  })
  return isRead && sheets.length > 0 ? sheets : null
}

/** Texts that cells name by their place; pronunciations beside them are not shown. */
function readSharedStrings(xml: string): string[] | null {
  const shared: string[] = []
  if (xml === '') return shared
  let text = ''
  let isText = false
  let isPronunciation = false
  const isRead = readXml(xml, {
    open: (name) => {
      if (name === 'si') text = ''
      else if (name === 'rPh') isPronunciation = true
      else if (name === 't') isText = !isPronunciation
    },
    close: (name) => {
      if (name === 'si') shared.push(text)
      else if (name === 'rPh') isPronunciation = false
      else if (name === 't') isText = false
    },
    words: (words) => {
      if (isText) text += words
    },
  })
  return isRead ? shared : null
}

function sheetLines(
  xml: string,
  shared: readonly string[],
  formats: NumberFormats,
  longest: number,
): Result<string[], DocumentFault> {
  const rows = new Map<number, string[]>()
  let left = longest
  const isRead = readSheetCells(xml, (cell) => {
    const words = cellWords(cell, shared, formats).trim()
    if (words === '') return true
    const cells = rows.get(cell.row) ?? []
    // Excel's columns end at XFD: what claims to stand further out takes no room for it.
    while (cells.length < Math.min(cell.column, widestRow)) {
      cells.push('')
      left -= 1
    }
    cells.push(words)
    rows.set(cell.row, cells)
    left -= words.length + 1
    return left >= 0
  })
  if (left < 0) return refuse('too-long')
  if (!isRead) return refuse('damaged')
  return accept([...rows].toSorted(([upper], [lower]) => upper - lower).map(([, cells]) => rowLine(cells)))
}

const widestRow = 16_384

function cellWords(cell: SheetCell, shared: readonly string[], formats: NumberFormats): string {
  if (cell.kind === 's') return shared[Number(cell.words)] ?? ''
  if (cell.kind === 'inlineStr' || cell.kind === 'str') return cell.words
  if (cell.kind === 'b') return cell.words === '1' ? '是' : '否'
  if (cell.kind === 'e') return ''
  return cell.kind === 'd' ? cell.words.slice(0, 10) : shownNumber(cell.words, formats.of(cell.style))
}
