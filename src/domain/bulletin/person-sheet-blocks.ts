import { addPoints, zeroPoints } from '../primitives/centipoints.ts'
import { yuanWords, changeWords, pointsWords } from './figure-words.ts'
import { formatQuantity } from '../primitives/quantity.ts'
import { itemsOf } from '../scoring/items-of.ts'
import { lineReasonSentence } from '../scoring/line-reason-sentence.ts'
import { missingPartSentence } from '../scoring/missing-part-sentence.ts'
import type { ItemScore, ScoreLine, ScoreSheet } from '../scoring/score-sheet.ts'
import type { BulletinBlock } from './bulletin.ts'

/**
 * 个人成绩单: what a person's score is made of, item by item, and under it every line that moved it with its clause, or
 * why it moved nothing. A document of the day it is asked for: it has no number and freezes nothing.
 */
export function personSheetBlocks(
  sheet: ScoreSheet,
  standing: { readonly rank: number | null; readonly of: number },
): readonly BulletinBlock[] {
  return [
    { kind: 'paragraph', text: headWords(sheet, standing) },
    { kind: 'heading', level: 1, text: '成绩' },
    itemTable(sheet),
    ...missingBlocks(sheet),
    { kind: 'heading', level: 1, text: '加分、扣分与未计分的记录' },
    lineTable(sheet),
    { kind: 'signatures', lines: ['本人签字', '考核办', '日期'] },
  ]
}

function headWords(
  { name, office, post, days, score, soFar, partial }: ScoreSheet,
  { rank, of }: { readonly rank: number | null; readonly of: number },
): string {
  const total = partial ? `成绩未齐，已评部分${pointsWords(soFar)}分` : `绩效成绩${pointsWords(score)}分`
  const place = rank === null ? '' : `，在${String(of)}名${post}中列第${String(rank)}名`
  return `${name}，${office === '' ? '' : `${office}，`}${post}，在岗${String(days.onRoster)}天（全年${String(days.ofYear)}天）。${total}${place}。`
}

function itemTable(sheet: ScoreSheet): BulletinBlock {
  const row = (title: string, item: string, { full, score }: Pick<ItemScore, 'full' | 'score'>) => [
    title,
    item,
    full === null ? '' : pointsWords(full),
    pointsWords(score),
  ]
  const categories = sheet.categories.flatMap((category) =>
    category.sheets.length === 0
      ? [row(category.title, '', category)]
      : category.sheets.flatMap(({ items }) => items.map((item) => row(category.title, item.title, item))),
  )
  const mean = sheet.rollUp === null ? [] : [[`${sheet.rollUp.of}平均分`, '', '', pointsWords(sheet.rollUp.mean)]]
  const sums = [
    ['工作项目成绩', '', '', pointsWords(sheet.work)],
    ['工作奖励成绩', '', '', pointsWords(sheet.reward)],
    ['绩效成绩', '', '', pointsWords(sheet.score)],
  ]
  return {
    kind: 'table',
    title: null,
    columns: [
      { title: '类别', width: 5, figure: false },
      { title: '项目', width: 8, figure: false },
      { title: '满分', width: 3, figure: true },
      { title: '得分', width: 3, figure: true },
    ],
    rows: [...categories, ...mean, ...sums],
    sums: sums.length,
  }
}

function missingBlocks({ missing }: ScoreSheet): BulletinBlock[] {
  return missing.length === 0
    ? []
    : [{ kind: 'paragraph', text: `尚未评定：${missing.map(missingPartSentence).join('；')}。` }]
}

function lineTable(sheet: ScoreSheet): BulletinBlock {
  const items = [...itemsOf(sheet), ...(sheet.rewards === null ? [] : [sheet.rewards])]
  const lines = [
    ...items.flatMap(({ title, lines: of }) => of.map((line) => ({ title, line }))),
    ...sheet.otherLines.map((line) => ({ title: '其他', line })),
    ...(sheet.zeroedBy === null ? [] : [{ title: '总分', line: sheet.zeroedBy }]),
  ].filter(({ line }) => line.kind !== 'base' && line.reason?.code !== 'reversed')
  if (lines.length === 0) return { kind: 'paragraph', text: '没有加分、扣分的记录。' }
  const sum = addPoints(zeroPoints, ...lines.map(({ line }) => line.change))
  return {
    kind: 'table',
    title: null,
    columns: [
      { title: '日期', width: 5, figure: false },
      { title: '项目', width: 5, figure: false },
      { title: '依据与说明', width: 11, figure: false },
      { title: '分值变动', width: 4, figure: true },
    ],
    rows: [
      ...lines.map(({ title, line }) => [
        line.occurredOn ?? '',
        title,
        explanation(line),
        line.moneyFen === undefined ? changeWords(line.change) : `−${yuanWords(line.moneyFen)}元`,
      ]),
      ['合计', '', '', changeWords(sum)],
    ],
    sums: 1,
  }
}

function explanation(line: ScoreLine): string {
  // A rule that names no unit happens or not: "1" beside it would only puzzle.
  const isBare = line.quantity === null || (line.unit === undefined && line.quantity === 100)
  const quantity = isBare || line.quantity === null ? null : `${formatQuantity(line.quantity)}${line.unit ?? ''}`
  const said = [quantity, line.matter, line.note].filter((one) => one !== null && one !== '')
  const reason = line.reason === null ? '' : `（${lineReasonSentence(line.reason, line.unit)}）`
  const clause =
    line.kind === 'limit' ? '' : line.reading === undefined ? line.clause : `${line.clause}（按${line.reading}计）`
  return [clause, said.length === 0 ? '' : `：${said.join('，')}`, reason].join('')
}
