import { capitalAmount } from '../pay/capital-amount.ts'
import type { FinalPayLine, FinalPayList, PayChange } from '../pay/final-pay-list.ts'
import { addPoints } from '../primitives/centipoints.ts'
import { addFen, fen, type Fen } from '../primitives/fen.ts'
import type { BulletinBlock } from './bulletin.ts'
import { pointsWords, yuanChangeWords, yuanWords } from './figure-words.ts'

const signatures: BulletinBlock = {
  kind: 'signatures',
  lines: ['制表人', '审核人', '考核领导小组', '财务负责人', '日期'],
}

/**
 * 绩效工资发放表 of an approved pay list: every line with a place to sign for it, sums per 编制 and of all, the total in
 * words, and who signs below. For those who may see pay.
 */
export function payrollBlocks(list: FinalPayList): readonly BulletinBlock[] {
  const { total } = list
  const sums = [
    ...list.subtotals.map(({ employment }) =>
      sumRow(
        `${employment ?? '在编'}小计`,
        list.lines.filter((line) => line.employment === employment),
      ),
    ),
    sumRow('合计', list.lines),
  ]
  return [
    {
      kind: 'paragraph',
      text: `每人提出${yuanWords(list.perPersonFen)}元（按在岗天数折算），总额${yuanWords(list.poolFen)}元，成绩之和${list.scoreSum}分，单位分值${list.unitValue}元/分。应发合计与总额相差${yuanWords(fen(list.poolFen - total.payFen))}元。`,
    },
    {
      kind: 'table',
      title: null,
      columns: [
        { title: '工号', width: 4, figure: false },
        { title: '姓名', width: 5, figure: false },
        { title: '办公室', width: 7, figure: false },
        { title: '编制', width: 4, figure: false },
        { title: '提出额', width: 6, figure: true },
        { title: '在岗天数', width: 4, figure: true },
        { title: '成绩', width: 5, figure: true },
        { title: '应发', width: 6, figure: true },
        { title: '差额', width: 6, figure: true },
        { title: '扣发', width: 5, figure: true },
        { title: '实发', width: 6, figure: true },
        { title: '未扣足', width: 5, figure: true },
        { title: '领款人签字', width: 7, figure: false },
      ],
      rows: [...list.lines.map(lineRow), ...sums],
      sums: sums.length,
    },
    {
      kind: 'paragraph',
      text: `实发合计：${capitalAmount(total.netFen)}（${yuanWords(total.netFen)}元）。应发合计：${capitalAmount(total.payFen)}（${yuanWords(total.payFen)}元）；扣发合计${yuanWords(list.withheldTotalFen)}元，不退回总额。`,
    },
    signatures,
  ]
}

/** 补发/追扣: what a later list pays otherwise than one that was paid already. `officeOf` by number of staff. */
export function payDifferenceBlocks(
  changes: readonly PayChange[],
  officeOf: (staffNumber: string) => string,
): readonly BulletinBlock[] {
  const sumOf = (isCounted: (difference: Fen) => boolean) =>
    addFen(...changes.map(({ differenceFen }) => differenceFen).filter(isCounted))
  const [paid, taken] = [sumOf((difference) => difference > 0), sumOf((difference) => difference < 0)]
  const difference = addFen(paid, taken)
  const isSaid = (amount: Fen | null) => (amount === null ? '不在表上' : yuanWords(amount))
  return [
    {
      kind: 'paragraph',
      text: `本表只列实发金额有变动的${String(changes.length)}人：补发${yuanWords(paid)}元，追扣${yuanWords(fen(-taken))}元，相抵${yuanChangeWords(difference)}元。`,
    },
    {
      kind: 'table',
      title: null,
      columns: [
        { title: '工号', width: 4, figure: false },
        { title: '姓名', width: 5, figure: false },
        { title: '办公室', width: 7, figure: false },
        { title: '原实发', width: 6, figure: true },
        { title: '更正后实发', width: 6, figure: true },
        { title: '补发', width: 6, figure: true },
        { title: '追扣', width: 6, figure: true },
        { title: '领款人签字', width: 7, figure: false },
      ],
      rows: [
        ...changes.map((one) => [
          one.staffNumber,
          one.name,
          officeOf(one.staffNumber),
          isSaid(one.beforeFen),
          isSaid(one.afterFen),
          one.differenceFen > 0 ? yuanWords(one.differenceFen) : '',
          one.differenceFen < 0 ? yuanWords(fen(-one.differenceFen)) : '',
          '',
        ]),
        ['合计', `${String(changes.length)}人`, '', '', '', yuanWords(paid), yuanWords(fen(-taken)), ''],
      ],
      sums: 1,
    },
    { kind: 'paragraph', text: `补发合计：${capitalAmount(paid)}。追扣合计：${capitalAmount(fen(-taken))}。` },
    signatures,
  ]
}

function lineRow(line: FinalPayLine): string[] {
  return [
    line.staffNumber,
    line.name,
    line.office,
    line.employment ?? '在编',
    yuanWords(line.contributedFen),
    String(line.days),
    pointsWords(line.score),
    yuanWords(line.payFen),
    yuanChangeWords(fen(line.payFen - line.contributedFen)),
    yuanWords(fen(line.payFen - line.netFen)),
    yuanWords(line.netFen),
    yuanWords(line.unpaidRestFen),
    '',
  ]
}

function sumRow(label: string, lines: readonly FinalPayLine[]): string[] {
  const sum = (of: (line: FinalPayLine) => number) => addFen(...lines.map((line) => fen(of(line))))
  return [
    label,
    `${String(lines.length)}人`,
    '',
    '',
    yuanWords(sum(({ contributedFen }) => contributedFen)),
    '',
    pointsWords(addPoints(...lines.map(({ score }) => score))),
    yuanWords(sum(({ payFen }) => payFen)),
    yuanChangeWords(sum(({ payFen, contributedFen }) => payFen - contributedFen)),
    yuanWords(sum(({ payFen, netFen }) => payFen - netFen)),
    yuanWords(sum(({ netFen }) => netFen)),
    yuanWords(sum(({ unpaidRestFen }) => unpaidRestFen)),
    '',
  ]
}
