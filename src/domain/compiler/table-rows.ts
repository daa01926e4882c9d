import { lineMarkerAt } from './heading-marker.ts'
import { bracketedPoints, speaksOfScoring, type StatedPoints, type Stretch } from './stated-points.ts'

/** A cell that names a category or an item, with the points its row gives it. */
export type RowTitle = { readonly title: string; readonly place: Stretch; readonly stated: StatedPoints | null }

/** What a row of a score table begins. */
export type TableRow = {
  /** The merged cell above several items; null where the table has no such level. */
  readonly category: RowTitle | null
  /** Null in a row that names nothing but its category. */
  readonly item: RowTitle | null
}

/** The score tables of a text, by the indices of its blocks. */
export type Tables = {
  /** First blocks of rows. */
  readonly rows: ReadonlyMap<number, TableRow>
  /** First blocks of rows that go across the whole table: 一、德. */
  readonly spans: ReadonlySet<number>
  /** Cells that say all they have to say as titles, points, column heads or asides. */
  readonly figures: ReadonlySet<number>
  /** First blocks of column heads: there a table begins. */
  readonly starts: ReadonlySet<number>
  /** First blocks after a table. */
  readonly ends: ReadonlySet<number>
  /** 合计 100: what the tables say they come to. */
  readonly totals: readonly StatedPoints[]
}

/** Tables while they are being read. */
export type TableBuilder = {
  readonly rows: Map<number, TableRow>
  readonly spans: Set<number>
  readonly figures: Set<number>
  readonly starts: Set<number>
  readonly ends: Set<number>
  readonly totals: StatedPoints[]
}

/** Whether the cells i and i+1 of the stored text stand side by side, one under the other, or are one cell's words. */
export type Seam = { readonly kind: 'column' | 'row' | 'none'; readonly columns: number }

const longestCellTitle = 30

/** Words short enough to name a row, and no clause. */
export function isCellTitle(words: string): boolean {
  return (
    words.length >= 1 &&
    words.length <= longestCellTitle &&
    !/[。,;!?]|^\d+(?:\.\d+)?分?$/.test(words.replace(/\(\d[^()]*\)/g, '')) &&
    !speaksOfScoring(words)
  )
}

/** The title a cell gives, its number and its points apart: 1、工作纪律(25分). */
export function titleOfCell(text: string, place: Stretch): RowTitle {
  const start = place.start + (lineMarkerAt(text, place.start)?.length ?? 0)
  const stated = bracketedPoints(text, { start, end: place.end })[0] ?? null
  const end = stated !== null && stated.words.end === place.end ? stated.words.start : place.end
  return { title: text.slice(start, end).replace(/\s+/g, ''), place, stated }
}
