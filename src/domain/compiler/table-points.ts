import type { Block } from './blocks.ts'
import { numberOfCell, speaksOfScoring, type StatedPoints } from './stated-points.ts'

/** What a pasted table with a column of bare points says: which blocks head its rows, and which say nothing more. */
export type TablePoints = {
  /** Points by the index of the block that names the row. */
  readonly byHeading: ReadonlyMap<number, StatedPoints>
  /** Indices of the cells that hold a row's number or its points. */
  readonly figures: ReadonlySet<number>
}

const pointsHead =
  /^(?:标准|基准|权重|考核)?(?:分值|满分|分数|配分|赋分|权重|标准分|基准分)(?:\(分\)|\(\d+分?\))?$/
const columnHead =
  /^(?:序号|编号|类别|备注|得分|自评.{0,4}|考评.{0,4}|.{0,6}(?:项目|内容|标准|指标|办法|方式|要求|细则|单位|部门|得分|情况|说明|依据))$/
const standardHead = /标准|办法|细则|要求/
const longestHead = 12
const longestTitle = 30

type Table = { readonly from: number; readonly isPointsLast: boolean; readonly isNumbered: boolean }

/** Reads the tables of a text whose line breaks are those of their cells. Only below a head 分值 is a bare number points. */
export function tablePointsOf(text: string, blocks: readonly Block[]): TablePoints {
  const byHeading = new Map<number, StatedPoints>()
  const figures = new Set<number>()
  const wordsOf = (i: number): string => {
    const block = blocks[i]
    return block === undefined || block.end - block.start > 60 ? '' : text.slice(block.start, block.end).trim()
  }
  const isTitle = (i: number): boolean => {
    const block = blocks[i]
    const words =
      block === undefined ? '' : text.slice(block.wordsStart, Math.min(block.end, block.wordsStart + 40))
    return (
      words.length >= 2 &&
      words.length <= longestTitle &&
      !/[。,;!?]|^\d|^(?:合计|总计|小计|总分)/.test(words) &&
      !speaksOfScoring(words)
    )
  }
  let table: Table | null = null
  let rowStart = 0
  let serial = 0
  for (let i = 0; i < blocks.length; i++) {
    const block = blocks[i]
    if (block === undefined) continue
    if (pointsHead.test(wordsOf(i))) {
      table = tableAround(blocks.length, i, wordsOf)
      if (table !== null) i = table.from - 1
      rowStart = i + 1
      serial = 0
      continue
    }
    if (table === null) continue
    if (block.marker?.style === 'chapter' || block.marker?.style === '一、') table = null
    const stated = table === null ? null : numberOfCell(text, block)
    if (table === null || stated === null) continue
    if (
      table.isNumbered &&
      stated.points === (serial + 1) * 100 &&
      (serial === 0 || byHeading.size > 0) &&
      isTitle(i + 1)
    ) {
      serial += 1
      rowStart = i + 1
      figures.add(i)
      continue
    }
    const heading = headingOf(table, rowStart, i, isTitle)
    rowStart = i + 1
    if (heading === null || byHeading.has(heading)) continue
    byHeading.set(heading, stated)
    figures.add(i)
  }
  return { byHeading, figures }
}

/** The table whose head the cell belongs to; null when it stands alone. */
function tableAround(count: number, at: number, wordsOf: (i: number) => string): Table | null {
  const isHead = (i: number): boolean => wordsOf(i).length <= longestHead && columnHead.test(wordsOf(i))
  let first = at
  while (first > 0 && isHead(first - 1)) first -= 1
  let last = at
  while (last + 1 < count && isHead(last + 1)) last += 1
  if (first === last) return null
  const before = Array.from({ length: at - first }, (_, i) => wordsOf(first + i))
  const after = Array.from({ length: last - at }, (_, i) => wordsOf(at + 1 + i))
  return {
    from: last + 1,
    isPointsLast: before.some((head) => standardHead.test(head)) && !after.some((head) => standardHead.test(head)),
    isNumbered: before.some((head) => /序号|编号/.test(head)),
  }
}

/** The block that names the row a number closes or, where the points stand before the standard, opens. */
function headingOf(table: Table, rowStart: number, at: number, isTitle: (i: number) => boolean): number | null {
  const furthest = 12
  if (table.isPointsLast || table.isNumbered) {
    for (let i = rowStart; i < Math.min(at, rowStart + furthest); i++) if (isTitle(i)) return i
    return null
  }
  for (let i = at - 1; i >= Math.max(rowStart, at - furthest); i--) if (isTitle(i)) return i
  return null
}
