import { attributeOf, readXml } from './xml-reader.ts'

/** A cell with words: its place from 0, its kind and style as the sheet names them, its raw words. */
export type SheetCell = {
  readonly row: number
  readonly column: number
  readonly kind: string
  readonly style: number
  readonly words: string
}

/**
 * Tells of every cell with words in a sheet's XML, in its order, until `take` answers false. What a cell merged into
 * another still holds is told of nothing: the sheet does not show it. False when the XML is damaged.
 */
export function readSheetCells(xml: string, take: (cell: SheetCell) => boolean): boolean {
  const isCovered = coverOf(readMergedRanges(xml))
  let row = -1
  let column = -1
  let kind = 'n'
  let style = 0
  let words = ''
  let isWords = false
  let isPronunciation = false
  try {
    return readXml(xml, {
      open: (name, attributes) => {
        if (name === 'row') {
          row = (whole(attributeOf(attributes, 'r')) ?? row + 2) - 1
          column = -1
        } else if (name === 'c') {
          column = columnOf(attributeOf(attributes, 'r') ?? '') ?? column + 1
          kind = attributeOf(attributes, 't') ?? 'n'
          style = whole(attributeOf(attributes, 's')) ?? 0
          words = ''
        } else if (name === 'rPh') isPronunciation = true
        else if (name === 'v' || name === 't') isWords = !isPronunciation
      },
      close: (name) => {
        if (name === 'v' || name === 't') isWords = false
        else if (name === 'rPh') isPronunciation = false
        else if (name === 'c' && words !== '' && !isCovered(row, column))
          if (!take({ row, column, kind, style, words })) throw new Enough()
      },
      words: (text) => {
        if (isWords) words += text
      },
    })
  } catch (error) {
    if (error instanceof Enough) return true
    throw error
  }
}

class Enough extends Error {}

type Range = { readonly top: number; readonly left: number; readonly bottom: number; readonly right: number }

/** The list of merged ranges stands behind the cells. */
function readMergedRanges(xml: string): Range[] {
  const at = xml.lastIndexOf('mergeCells')
  if (at < 0) return []
  const start = xml.lastIndexOf('mergeCells', at - 1)
  const ranges: Range[] = []
  for (const [, reference = ''] of xml
    .slice(Math.max(0, start), at)
    .matchAll(/\bref="([A-Z]{1,3}\d{1,7}:[A-Z]{1,3}\d{1,7})"/g)) {
    const [from = '', to = ''] = reference.split(':')
    const [left, right] = [columnOf(from), columnOf(to)]
    if (left === null || right === null) continue
    ranges.push({ top: rowOf(from), left, bottom: rowOf(to), right })
  }
  return ranges.toSorted((upper, lower) => upper.top - lower.top)
}

/** Ranges open at one row: a sheet of a thousand merged columns is nobody's score table. */
const mostOpenRanges = 1_000

/** Whether a cell stands inside a merged range, other than at its upper left. Rows are asked for in their order. */
function coverOf(ranges: readonly Range[]): (row: number, column: number) => boolean {
  let next = 0
  let lastRow = -1
  let open: Range[] = []
  return (row, column) => {
    if (row !== lastRow) {
      lastRow = row
      open = open.filter((range) => range.bottom >= row)
      for (let range = ranges[next]; range !== undefined && range.top <= row; range = ranges[++next])
        if (range.bottom >= row && open.length < mostOpenRanges) open.push(range)
    }
    return open.some(
      ({ top, left, bottom, right }) =>
        row >= top && row <= bottom && column >= left && column <= right && (row !== top || column !== left),
    )
  }
}

function whole(written: string | undefined): number | null {
  return written !== undefined && /^\d{1,7}$/.test(written) ? Number(written) : null
}

/** AB7 stands in column 27, counted from 0. */
function columnOf(reference: string): number | null {
  const letters = /^[A-Z]{1,3}/.exec(reference)?.[0]
  if (letters === undefined) return null
  return Array.from(letters).reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1
}

function rowOf(reference: string): number {
  return Number(/\d+$/.exec(reference)?.[0] ?? '1') - 1
}
