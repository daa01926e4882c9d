import { formatQuantity } from '../domain/primitives/quantity.ts'
import type { PayList } from '../domain/pay/share-pool.ts'
import { lineReasonSentence } from '../domain/scoring/line-reason-sentence.ts'
import { missingPartSentence } from '../domain/scoring/missing-part-sentence.ts'
import type { ItemScore, ScoreLine, ScoreSheet } from '../domain/scoring/score-sheet.ts'
import { figure, points } from './book-cells.ts'
import { paySheet } from './pay-workbook.ts'
import { writeWorkbook, type BookCell, type BookSheet } from './workbook.ts'

/** The figures of a year, in roster order. */
export type YearResult = {
  readonly year: number
  readonly asOf: string
  readonly sheets: readonly ScoreSheet[]
  readonly ranks: readonly (number | null)[]
  readonly pay: PayList | null
  readonly diagnostics: readonly { readonly message: string }[]
}

/** 成绩, 计分明细, 绩效工资 and 说明 as one .xlsx (SPEC §7): no formulas, and totals that agree with their rows. */
export function resultWorkbook(result: YearResult): Promise<Uint8Array> {
  return writeWorkbook([
    standingsSheet(result),
    linesSheet(result),
    ...(result.pay === null ? [] : [paySheet(`${String(result.year)}年度`, result.asOf, result.pay)]),
    {
      name: '说明',
      header: ['需要知道的'],
      rows: result.diagnostics.map(({ message }) => [message]),
      widths: [100],
    },
  ])
}

/** The standings of the year: a row per person, categories beside, missing parts named. */
function standingsSheet({ year, asOf, sheets, ranks, pay }: YearResult): BookSheet {
  const categories = [...new Set(sheets.flatMap((sheet) => sheet.categories.map(({ title }) => title)))]
  const isProvisional = pay?.provisional === true
  return {
    name: '成绩',
    preface: [`${String(year)}年度绩效考核成绩（截至${asOf}${isProvisional ? '，暂计' : ''}）`],
    header: ['工号', '姓名', '办公室', '职务', ...categories, '工作项目成绩', '工作奖励成绩', '绩效成绩', '目前已知', '名次', '缺什么'],
    rows: sheets.map((sheet, index) => [
      sheet.staffNumber,
      sheet.name,
      sheet.office,
      sheet.post,
      ...categories.map((title) => {
        const category = sheet.categories.find((one) => one.title === title)
        return category === undefined ? null : points(category.score)
      }),
      points(sheet.work),
      points(sheet.reward),
      points(sheet.score),
      points(sheet.soFar),
      ranks[index] === null || ranks[index] === undefined ? null : figure(ranks[index]),
      sheet.missing.map(missingPartSentence).join('；'),
    ]),
    widths: [10, 10, 16, 10, ...categories.map(() => 12), 14, 14, 12, 12, 8, 40],
  }
}

/** Every line of every sheet: the explanation that is the calculation. */
function linesSheet({ sheets }: YearResult): BookSheet {
  const rows = sheets.flatMap((sheet) => {
    const items = sheet.categories.flatMap((category) =>
      category.sheets.flatMap((part) => part.items.map((item) => ({ category: category.title, item }))),
    )
    const rewards = sheet.rewards === null ? [] : [{ category: '', item: sheet.rewards }]
    const others = [...(sheet.zeroedBy === null ? [] : [sheet.zeroedBy]), ...sheet.otherLines]
    return [
      ...[...items, ...rewards].flatMap(({ category, item }) => itemRows(sheet, category, item)),
      ...others.map((line) => lineRow(sheet, '', '其他', line)),
    ]
  })
  return {
    name: '计分明细',
    header: ['工号', '姓名', '类别', '项目', '日期', '扣分依据', '数量', '前', '变动', '后', '事项', '说明', '备注'],
    rows,
    widths: [10, 10, 12, 20, 12, 50, 8, 8, 8, 8, 16, 24, 36],
  }
}

function itemRows(sheet: ScoreSheet, category: string, item: ItemScore): readonly (readonly BookCell[])[] {
  return item.lines
    .filter(({ kind }) => kind !== 'base')
    .map((line) => lineRow(sheet, category, item.title, line))
}

function lineRow(sheet: ScoreSheet, category: string, item: string, line: ScoreLine): readonly BookCell[] {
  return [
    sheet.staffNumber,
    sheet.name,
    category,
    item,
    line.occurredOn,
    line.clause,
    line.quantity === null ? null : `${formatQuantity(line.quantity)}${line.unit ?? ''}`,
    points(line.before, ''),
    points(line.change),
    points(line.after, ''),
    line.matter,
    line.note,
    line.reason === null ? null : lineReasonSentence(line.reason, line.unit),
  ]
}
