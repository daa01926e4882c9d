import { pointsToNumber, type Centipoints } from '../domain/primitives/centipoints.ts'
import { fenToYuan, type Fen } from '../domain/primitives/fen.ts'
import { formatQuantity } from '../domain/primitives/quantity.ts'
import type { PayList, PaySubtotal } from '../domain/pay/share-pool.ts'
import { lineReasonSentence } from '../domain/scoring/line-reason-sentence.ts'
import { missingPartSentence } from '../domain/scoring/missing-part-sentence.ts'
import type { ItemScore, ScoreLine, ScoreSheet } from '../domain/scoring/score-sheet.ts'
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
    ...(result.pay === null ? [] : [paySheet(result, result.pay)]),
    {
      name: '说明',
      header: ['需要知道的'],
      rows: result.diagnostics.map(({ message }) => [message]),
      widths: [100],
    },
  ])
}

export function points(amount: Centipoints | null, missing = '待评'): BookCell {
  return amount === null ? missing : { number: pointsToNumber(amount), format: '0.00' }
}

export function yuan(amount: Fen): BookCell {
  return { number: fenToYuan(amount), format: '#,##0.00' }
}

function count(number: number): BookCell {
  return { number, format: '0' }
}

/** The standings of the year: a row per person, categories beside, missing parts named. */
export function standingsSheet({ year, asOf, sheets, ranks, pay }: YearResult): BookSheet {
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
      ranks[index] === null || ranks[index] === undefined ? null : count(ranks[index]),
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

const payHeader = [
  '工号',
  '姓名',
  '办公室',
  '编制',
  '提出额（元）',
  '在岗天数',
  '成绩（分）',
  '应发（元）',
  '差额（元）',
  '扣发（元）',
  '实发（元）',
  '未扣足（元）',
  '签领',
]

/** The pay list with subtotals by employment; its totals are the sums of its rows, to the fen. */
export function paySheet({ year }: Pick<YearResult, 'year'>, pay: PayList): BookSheet {
  return {
    name: '绩效工资',
    preface: [
      `${String(year)}年度绩效工资发放表${pay.provisional ? '（暂计）' : ''}`,
      `单位分值 ${pay.unitValue} 元/分，扣发合计 ${String(fenToYuan(pay.withheldTotalFen))} 元`,
    ],
    header: payHeader,
    rows: pay.lines.map((line) => [
      line.staffNumber,
      line.name,
      line.office,
      line.employment ?? '在编',
      yuan(line.contributedFen),
      count(line.days),
      points(line.score),
      yuan(line.payFen),
      { number: (line.payFen - line.contributedFen) / 100, format: '#,##0.00' },
      { number: (line.payFen - line.netFen) / 100, format: '#,##0.00' },
      yuan(line.netFen),
      yuan(line.unpaidRestFen),
      pay.provisional ? '暂计' : null,
    ]),
    totals: [
      ...pay.subtotals.map((subtotal) => totalRow(`${subtotal.employment ?? '在编'}小计`, subtotal)),
      totalRow('合计', pay.total),
    ],
    widths: [10, 10, 16, 8, 14, 10, 12, 14, 14, 12, 14, 12, 14],
  }
}

function totalRow(label: string, sum: Omit<PaySubtotal, 'employment'>): readonly BookCell[] {
  return [
    label,
    `${String(sum.people)}人`,
    null,
    null,
    yuan(sum.contributedFen),
    null,
    points(sum.score),
    yuan(sum.payFen),
    { number: (sum.payFen - sum.contributedFen) / 100, format: '#,##0.00' },
    { number: (sum.payFen - sum.netFen) / 100, format: '#,##0.00' },
    yuan(sum.netFen),
    null,
    null,
  ]
}
