import type { Block } from './blocks.ts'
import { isCellTitle } from './table-rows.ts'
import { numberOfCell, type Headline } from './stated-points.ts'

/** Where the points stand in the rows of a table that lost its lines as well as its columns. */
export type RowOrder = 'points-first' | 'points-last' | null

const pointsHead = '(?:分值|标准分|满分|分数|配分)(?:\\(分\\))?'
const standardHead = '(?:评分|考核|考评|扣分|计分|评价)(?:标准|办法|细则|方法)'
const pointsFirst = new RegExp(`(?:项目|内容|指标|要点|[ \\n])${pointsHead} ${standardHead}`)
const pointsLast = new RegExp(`${standardHead} ?${pointsHead}(?: |\\n|$)`)

/** 考核项目 分值 评分标准 一、党建工作 1、组织生活 5 少一次扣1分 …: what the heads say of the rows' order. */
export function rowOrderOf(text: string): RowOrder {
  if (pointsFirst.test(text)) return 'points-first'
  return pointsLast.test(text) ? 'points-last' : null
}

/** A numbered row of such a table: its title, its points, its clauses; null when the block is none. */
export function readRow(text: string, block: Block, order: RowOrder): Headline | null {
  if (order === null) return null
  const words = text.slice(block.wordsStart, block.end)
  const match =
    order === 'points-first'
      ? /^([^ ,。;:]{2,24}) (\d{1,3}(?:\.\d{1,2})?分?) (?=\S)/.exec(words)
      : /^([^ ,。;:]{2,24}) \S.* (\d{1,3}(?:\.\d{1,2})?分?) ?$/s.exec(words)
  const [, name = '', figure = ''] = match ?? []
  if (match === null || !isCellTitle(name)) return null
  const end = block.wordsStart + name.length
  const at = block.wordsStart + (order === 'points-first' ? name.length + 1 : words.lastIndexOf(figure))
  const stated = numberOfCell(text, { start: at, end: at + figure.length })
  if (stated === null) return null
  const bodyStart = order === 'points-first' ? at + figure.length + 1 : end + 1
  return { title: { start: block.wordsStart, end }, stated, bodyStart }
}
