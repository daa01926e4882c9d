import { addPoints } from '../domain/primitives/centipoints.ts'
import { fen, formatYuan, type Fen } from '../domain/primitives/fen.ts'
import type { PayLine, PayList } from '../domain/pay/share-pool.ts'
import { figure, points, yuan } from './book-cells.ts'
import type { BookCell, BookSheet } from './workbook.ts'

const header = [
  '工号',
  '姓名',
  '办公室',
  '编制',
  '提出额（元）',
  '在岗天数',
  '成绩（分）',
  '单位分值（元/分）',
  '应发（元）',
  '差额（元）',
  '扣发（元）',
  '实发（元）',
  '未扣足（元）',
  '签领',
]

const widths = [10, 10, 16, 8, 14, 10, 12, 16, 14, 14, 12, 14, 12, 14]

type ShownLine = Omit<PayLine, 'provisional'>
type ShownList = Pick<PayList, 'poolFen' | 'unitValue' | 'withheldTotalFen' | 'provisional'> & {
  readonly lines: readonly ShownLine[]
}

/** The pay list as a sheet: subtotals by employment and totals are the sums of the rows above, to the fen. */
export function paySheet(title: string, list: ShownList): BookSheet {
  const employments = [...new Set(list.lines.map(({ employment }) => employment))]
  return {
    name: '绩效工资',
    preface: [
      list.provisional ? `${title}（暂计）` : title,
      `总额 ${formatYuan(list.poolFen)} 元，单位分值 ${list.unitValue} 元/分，扣发合计 ${formatYuan(list.withheldTotalFen)} 元`,
    ],
    header,
    rows: list.lines.map((line) => lineRow(line, list)),
    totals: [
      ...employments.map((employment) =>
        totalRow(
          `${employment ?? '在编'}小计`,
          list.lines.filter((line) => line.employment === employment),
        ),
      ),
      totalRow('合计', list.lines),
    ],
    widths,
  }
}

/** Someone's own line, without the town's sums. */
export function ownPaySheet(title: string, list: Omit<ShownList, 'poolFen' | 'withheldTotalFen'>): BookSheet {
  return {
    name: '绩效工资',
    preface: [title, `单位分值 ${list.unitValue} 元/分`],
    header,
    rows: list.lines.map((line) => lineRow(line, list)),
    widths,
  }
}

function lineRow(
  line: ShownLine,
  list: { readonly unitValue: string; readonly provisional: boolean },
): readonly BookCell[] {
  return [
    line.staffNumber,
    line.name,
    line.office,
    line.employment ?? '在编',
    yuan(line.contributedFen),
    figure(line.days),
    points(line.score),
    list.unitValue,
    yuan(line.payFen),
    yuan(fen(line.payFen - line.contributedFen)),
    yuan(withheld(line)),
    yuan(line.netFen),
    yuan(line.unpaidRestFen),
    list.provisional ? '暂计' : null,
  ]
}

/** What is really taken from the share: 扣发 = 应发 − 实发. */
function withheld({ payFen, netFen }: ShownLine): Fen {
  return fen(payFen - netFen)
}

function totalRow(label: string, lines: readonly ShownLine[]): readonly BookCell[] {
  const sum = (of: (line: ShownLine) => number) => yuan(fen(lines.reduce((total, line) => total + of(line), 0)))
  return [
    label,
    `${String(lines.length)}人`,
    null,
    null,
    sum(({ contributedFen }) => contributedFen),
    null,
    points(addPoints(...lines.map(({ score }) => score))),
    null,
    sum(({ payFen }) => payFen),
    sum(({ payFen, contributedFen }) => payFen - contributedFen),
    sum(withheld),
    sum(({ netFen }) => netFen),
    sum(({ unpaidRestFen }) => unpaidRestFen),
    null,
  ]
}
