import { formatQuantity } from '../domain/primitives/quantity.ts'
import type { PayList } from '../domain/pay/share-pool.ts'
import { lineReasonSentence } from '../domain/scoring/line-reason-sentence.ts'
import type { ItemScore, ScoreLine, ScoreSheet } from '../domain/scoring/score-sheet.ts'
import { points } from './book-cells.ts'
import { paySheet } from './pay-sheet.ts'
import { standingLines, standingsSheet } from './standings-sheet.ts'
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
  const year = `${String(result.year)}年度`
  const isProvisional = result.pay?.provisional === true
  return writeWorkbook([
    standingsSheet(
      `${year}绩效考核成绩（截至${result.asOf}${isProvisional ? '，暂计' : ''}）`,
      standingLines(result.sheets, result.ranks),
    ),
    linesSheet(result),
    ...(result.pay === null ? [] : [paySheet(`${year}绩效工资发放表`, result.pay)]),
    {
      name: '说明',
      header: ['需要知道的'],
      rows: result.diagnostics.map(({ message }) => [message]),
      widths: [100],
    },
  ])
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
    header: [
      '工号',
      '姓名',
      '类别',
      '项目',
      '日期',
      '扣分依据',
      '数量',
      '前',
      '变动',
      '后',
      '事项',
      '说明',
      '备注',
    ],
    rows,
    widths: [10, 10, 12, 20, 12, 50, 8, 8, 8, 8, 16, 24, 36],
  }
}

function itemRows(sheet: ScoreSheet, category: string, item: ItemScore): readonly (readonly BookCell[])[] {
  return item.lines.filter(({ kind }) => kind !== 'base').map((line) => lineRow(sheet, category, item.title, line))
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
