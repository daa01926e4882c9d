import type { Block } from './blocks.ts'
import { isDeeper } from './heading-marker.ts'
import { columnKindOf, isTableHead, isTotalCell, type ColumnKind } from './table-head.ts'
import { isCellTitle, titleOfCell, type RowTitle, type TableBuilder } from './table-rows.ts'
import { numberOfCell, type StatedPoints, type Stretch } from './stated-points.ts'

/** What the heads of a table say whose cells stand one under another. */
type Head = {
  /** First block after the heads. */
  readonly from: number
  readonly titles: number
  readonly isNumbered: boolean
  /** The points close the row: 评分标准, 分值. */
  readonly isPointsLast: boolean
  /** Columns after the points that say who checks. */
  readonly asides: number
}

/** A number of the points column, and the row it stands in. */
type Anchor = {
  readonly at: number
  readonly stated: StatedPoints
  /** Cells that name the row, outermost first. */
  readonly titles: readonly number[]
  /** Nothing stands between its points and the next row's name. */
  isBare: boolean
}

const furthest = 12
const furthestCategory = 40

/** Reads the tables whose cells are lines; `taken` are blocks of tables that are read already. */
export function cellRowsOf(
  text: string,
  blocks: readonly Block[],
  taken: ReadonlySet<number>,
  tables: TableBuilder,
): void {
  for (let i = 0; i < blocks.length; i++) {
    if (taken.has(i)) continue
    const head = headAt(text, blocks, taken, i)
    if (head === null) continue
    tables.starts.add(i)
    for (let cell = i; cell < head.from; cell++) tables.figures.add(cell)
    const end = new CellTable(text, blocks, taken, head, tables).read()
    if (end < blocks.length) tables.ends.add(end)
    i = end - 1
  }
}

function headAt(text: string, blocks: readonly Block[], taken: ReadonlySet<number>, at: number): Head | null {
  const kinds: ColumnKind[] = []
  let from = at
  for (; from < blocks.length && !taken.has(from); from++) {
    const block = blocks[from]
    const kind = block === undefined ? null : columnKindOf(text.slice(block.start, block.end))
    if (kind === null || (kinds.includes('serial') && kind === 'serial')) break
    kinds.push(kind)
  }
  if (!isTableHead(kinds)) return null
  const last = kinds.lastIndexOf('points')
  const standards = kinds.flatMap((kind, i) => (kind === 'standard' ? [i] : []))
  const filled = (kind: ColumnKind, i: number) =>
    kind === 'aside' && /单位|部门|科室|领导|责任|组|人$/.test(wordsOf(text, blocks, at + i))
  return {
    from,
    titles: kinds.filter((kind) => kind === 'title').length,
    isNumbered: kinds.includes('serial'),
    isPointsLast: standards.some((i) => i < last) && !standards.some((i) => i > last),
    asides: kinds.filter((kind, i) => i > last && filled(kind, i)).length,
  }
}

function wordsOf(text: string, blocks: readonly Block[], i: number): string {
  const block = blocks[i]
  return block === undefined || block.end - block.start > 80 ? '' : text.slice(block.start, block.end).trim()
}

/** Reads one table from its heads to its 合计, or to where headings of the text take over. */
class CellTable {
  private readonly text: string
  private readonly blocks: readonly Block[]
  private readonly taken: ReadonlySet<number>
  private readonly head: Head
  private readonly tables: TableBuilder
  private readonly anchors: Anchor[] = []
  private serial = 0

  constructor(
    text: string,
    blocks: readonly Block[],
    taken: ReadonlySet<number>,
    head: Head,
    tables: TableBuilder,
  ) {
    this.text = text
    this.blocks = blocks
    this.taken = taken
    this.head = head
    this.tables = tables
  }

  /** Answers the first block after the table. */
  read(): number {
    let rowStart = this.head.from
    let i = this.head.from
    for (; i < this.blocks.length && !this.taken.has(i); i++) {
      const again = headAt(this.text, this.blocks, this.taken, i)
      if (again !== null) break
      const words = wordsOf(this.text, this.blocks, i)
      if (isTotalCell(words)) {
        const next = this.readTotal(i)
        if (this.anchors.length > 0) {
          i = next
          break
        }
        i = next - 1
        rowStart = next
        continue
      }
      if (this.isSerial(i)) {
        this.tables.figures.add(i)
        rowStart = i + 1
        continue
      }
      if (this.isSpan(i)) {
        this.tables.spans.add(i)
        rowStart = i + 1
        continue
      }
      if (this.endsTable(i)) break
      const stated = this.numberAt(i)
      if (stated === null) continue
      this.anchors.push({ at: i, stated, titles: this.titlesOf(rowStart, i), isBare: false })
      this.tables.figures.add(i)
      rowStart = i + 1
    }
    this.placeRows()
    return i
  }

  private numberAt(i: number): StatedPoints | null {
    const block = this.blocks[i]
    return block === undefined ? null : numberOfCell(this.text, block)
  }

  private isTitle(i: number): boolean {
    const block = this.blocks[i]
    return block !== undefined && isCellTitle(this.text.slice(block.wordsStart, block.end).trim())
  }

  /** A heading of the text, not of a row: 第二章, or 二、考核方式 with no number near. */
  private endsTable(i: number): boolean {
    const block = this.blocks[i]
    const style = block?.marker?.style
    if (style === 'chapter' || style === 'article') return true
    if (style !== '一、') return false
    const next = [i + 1, i + 2, i + 3].some((at) => this.numberAt(at) !== null)
    return !(next && this.isTitle(i))
  }

  /** 一、工作纪律 above 1.按时上下班: a heading across the table, with no points of its own. */
  private isSpan(i: number): boolean {
    const [block, next] = [this.blocks[i], this.blocks[i + 1]]
    if (block?.marker === undefined || block.marker === null || !this.isTitle(i)) return false
    const isDeeperNext =
      next !== undefined && next.marker !== null && isDeeper(next.marker.style, block.marker.style)
    return isDeeperNext && this.isTitle(i + 1)
  }

  /** 1, 2, … in front of a row; 一, 二 in front of a category. */
  private isSerial(i: number): boolean {
    if (!this.head.isNumbered || !this.isTitle(i + 1)) return false
    if (
      /^(?:[一二三四五六七八九十]{1,3}|\([一二三四五六七八九十]{1,3}\))[、.]?$/.test(
        wordsOf(this.text, this.blocks, i),
      )
    )
      return true
    const stated = this.numberAt(i)
    const next = (this.serial + 1) * 100
    if (stated === null || (stated.points !== next && !(stated.points === 100 && this.serial > 0))) return false
    this.serial = stated.points / 100
    return true
  }

  /** The cells that name the row whose points stand at `at`. */
  private titlesOf(rowStart: number, at: number): number[] {
    const { head } = this
    const most = Math.max(1, head.titles)
    const from = rowStart
    const near = Math.min(at, from + furthest)
    const run: number[] = []
    if (head.isPointsLast || head.isNumbered) {
      const first = Array.from({ length: near - from }, (_, i) => from + i).findIndex((i) => this.isTitle(i))
      for (let i = from + Math.max(0, first); first >= 0 && i < near && this.isTitle(i); i++) run.push(i)
      const skipped =
        this.anchors.length > 0 && !this.isAfterSerial(from) ? Math.min(head.asides, run.length - 1) : 0
      for (const i of run.splice(0, Math.max(0, skipped))) this.tables.figures.add(i)
      return run.slice(0, most)
    }
    for (let i = at - 1; i >= Math.max(from, at - furthest); i--) {
      if (this.isTitle(i)) run.unshift(i)
      else if (run.length > 0) break
    }
    const names = run.slice(-most)
    for (const i of run.slice(0, -most).slice(-head.asides)) if (head.asides > 0) this.tables.figures.add(i)
    return names
  }

  private isAfterSerial(i: number): boolean {
    return this.tables.figures.has(i - 1) && this.anchors.at(-1)?.at !== i - 1
  }

  /** 合计 and what it comes to; answers the first block after them. */
  private readTotal(at: number): number {
    this.tables.figures.add(at)
    const words = wordsOf(this.text, this.blocks, at)
    const stated = this.numberAt(at + 1)
    if (stated === null) return at + 1
    this.tables.figures.add(at + 1)
    if (!words.startsWith('小')) this.tables.totals.push(stated)
    return at + 2
  }

  private placeRows(): void {
    const { anchors, tables } = this
    for (const [i, anchor] of anchors.entries()) {
      const next = anchors[i + 1]?.titles[0]
      anchor.isBare =
        next !== undefined && anchor.titles.at(-1) === anchor.at - 1 && this.onlyFigures(anchor.at + 1, next)
    }
    const categories = this.categoryAnchors()
    for (const [i, { stated, titles }] of anchors.entries()) {
      const last = titles.at(-1)
      const [first] = titles
      if (first === undefined || last === undefined) continue
      for (const title of titles) tables.figures.add(title)
      if (categories.has(i)) tables.rows.set(first, { category: { ...this.titleAt(last), stated }, item: null })
      else {
        const above = titles.length > 1 ? this.titleAt(first) : null
        const item = { ...this.titleAt(last), stated }
        tables.rows.set(first, { category: above, item })
      }
    }
  }

  private onlyFigures(from: number, to: number): boolean {
    for (let i = from; i < to; i++) if (!this.tables.figures.has(i)) return false
    return true
  }

  private titleAt(i: number): RowTitle {
    const { start, end }: Stretch = this.blocks[i] ?? { start: 0, end: 0 }
    return titleOfCell(this.text, { start, end })
  }

  /** Rows without a clause that are worth what the rows down to the next such one are worth together. */
  private categoryAnchors(): ReadonlySet<number> {
    const { anchors } = this
    const found = new Set<number>()
    for (let i = 0; i < anchors.length;) {
      const whole = anchors[i]?.isBare === true ? (anchors[i]?.stated.points ?? 0) : null
      let sum = 0
      let last = i
      while (whole !== null && sum < whole && last + 1 < Math.min(anchors.length, i + furthestCategory)) {
        last += 1
        sum += anchors[last]?.stated.points ?? 0
      }
      if (whole !== null && sum === whole && last > i) {
        found.add(i)
        i = last + 1
      } else i += 1
    }
    return found
  }
}
