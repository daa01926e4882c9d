import { addPoints, formatHundredths, zeroPoints, type Centipoints } from '../primitives/centipoints.ts'
import { groupBy } from '../primitives/group-by.ts'
import { isWithin, overlapOf, type DaySpan, type LocalDate } from '../primitives/local-date.ts'
import { formatQuantity } from '../primitives/quantity.ts'
import { itemsOf } from '../scoring/items-of.ts'
import { lineReasonSentence } from '../scoring/line-reason-sentence.ts'
import type { ScoreLine, ScoreSheet } from '../scoring/score-sheet.ts'
import type { BulletinBlock } from './bulletin.ts'

/** What happened after its month was closed to an entry of that month. */
export type LateChange = {
  readonly entryId: string
  readonly name: string
  readonly office: string
  readonly occurredOn: LocalDate
  readonly clause: string
  readonly what: 'recorded' | 'confirmed' | 'reversed'
  readonly on: LocalDate
  /** Of the close it came after. */
  readonly closedOn: LocalDate
}

/** What a month's table is made from. */
export type MonthlyTable = {
  readonly span: DaySpan
  /** Everyone of the year as of the month's last day, in roster order. */
  readonly sheets: readonly ScoreSheet[]
  /** About earlier months, since the table before. */
  readonly lateChanges: readonly LateChange[]
  /** Balances are left out: what everyone has so far is not everyone's to read. */
  readonly withoutBalance: boolean
  /** Why the month was closed though something was open; null: nothing was. */
  readonly closedOver: { readonly open: readonly string[]; readonly reason: string } | null
}

const lateWords = { recorded: '迟录', confirmed: '补确认', reversed: '更正（冲销）' } as const

/**
 * 月考核表: per office everyone's movements of the month, the balance to its last day and a place to sign; each line with
 * its clause; apart from them what came late about months already closed.
 */
export function monthlyBlocks(table: MonthlyTable): readonly BulletinBlock[] {
  const people = table.sheets
    .map((sheet) => ({ sheet, lines: linesWithin(sheet, table.span) }))
    .filter(({ sheet, lines }) => lines.length > 0 || wasThere(sheet, table.span))
  const offices = groupBy(people, ({ sheet }) => officeOf(sheet))
  return [
    { kind: 'paragraph', text: summaryOf(table, people) },
    ...[...offices].flatMap(([office, ofOffice]) => officeBlocks(office, ofOffice, table.withoutBalance)),
    ...lateBlocks(table.lateChanges),
    ...closedOverBlocks(table.closedOver),
    { kind: 'signatures', lines: ['制表人', '审核人', '日期'] },
  ]
}

type PersonOfMonth = { readonly sheet: ScoreSheet; readonly lines: readonly MonthLine[] }
type MonthLine = { readonly title: string; readonly line: ScoreLine }

const wasThere = ({ stays }: ScoreSheet, span: DaySpan) =>
  stays.some((stay) => overlapOf(stay.span, span) !== null)
const officeOf = ({ office, post }: ScoreSheet) => (office === '' ? post : office)

/** Every line of the sheet that falls on a day of the month, whether it counts or not, in the order of days. */
function linesWithin(sheet: ScoreSheet, span: DaySpan): readonly MonthLine[] {
  const items = [...itemsOf(sheet), ...(sheet.rewards === null ? [] : [sheet.rewards])]
  const all = [
    ...items.flatMap(({ title, lines }) => lines.map((line) => ({ title, line }))),
    ...sheet.otherLines.map((line) => ({ title: '其他', line })),
    ...(sheet.zeroedBy === null ? [] : [{ title: '总分', line: sheet.zeroedBy }]),
  ]
  const ofMonth = all.filter(
    ({ line }) =>
      line.occurredOn !== null && isWithin(line.occurredOn, span) && line.kind !== 'base' && line.kind !== 'limit',
  )
  return ofMonth.toSorted((left, right) => compareDays(left.line.occurredOn, right.line.occurredOn))
}

function compareDays(left: LocalDate | null, right: LocalDate | null): number {
  return (left ?? '') < (right ?? '') ? -1 : (left ?? '') > (right ?? '') ? 1 : 0
}

function summaryOf({ span, lateChanges, withoutBalance }: MonthlyTable, people: readonly PersonOfMonth[]): string {
  const moved = people.filter(({ lines }) => lines.length > 0).length
  const late = lateChanges.length === 0 ? '' : `；另有以前月份的变动${String(lateChanges.length)}条，列在后面`
  return `本表列出${span.first}至${span.last}在岗的${String(people.length)}人，其中${String(moved)}人本月有记录${late}。${withoutBalance ? '' : `累计为截至${span.last}已计的分，尚未评定的部分不在其中。`}`
}

function officeBlocks(
  office: string,
  people: readonly PersonOfMonth[],
  withoutBalance: boolean,
): readonly BulletinBlock[] {
  const moved = people.filter(({ lines }) => lines.length > 0)
  const heading: BulletinBlock = { kind: 'heading', level: 1, text: office }
  const balances: BulletinBlock = {
    kind: 'table',
    title: null,
    columns: [
      { title: '姓名', width: 3, figure: false },
      { title: '本月加分', width: 3, figure: true },
      { title: '本月扣分', width: 3, figure: true },
      ...(withoutBalance ? [] : [{ title: '截至月底累计', width: 4, figure: true }]),
      { title: '本人签字', width: 5, figure: false },
    ],
    rows: people.map(({ sheet, lines }) => [
      sheet.name,
      pointsText(sumOf(lines, (change) => change > 0)),
      pointsText(sumOf(lines, (change) => change < 0)),
      ...(withoutBalance ? [] : [pointsText(sheet.soFar)]),
      '',
    ]),
  }
  if (moved.length === 0) return [heading, balances]
  return [
    heading,
    balances,
    {
      kind: 'table',
      title: `${office}本月记录`,
      columns: [
        { title: '姓名', width: 3, figure: false },
        { title: '日期', width: 4, figure: false },
        { title: '依据条款与情况', width: 10, figure: false },
        { title: '变动', width: 3, figure: true },
      ],
      rows: moved.flatMap(({ sheet, lines }) =>
        lines.map(({ title, line }) => [
          sheet.name,
          line.occurredOn ?? '',
          lineWords(title, line),
          changeText(line),
        ]),
      ),
    },
  ]
}

function sumOf(lines: readonly MonthLine[], isMeant: (change: Centipoints) => boolean): Centipoints {
  const meant = lines.filter(({ line }) => moves(line) && isMeant(line.change))
  return addPoints(zeroPoints, ...meant.map(({ line }) => line.change))
}

const moves = ({ kind }: ScoreLine) => kind === 'entry' || kind === 'shortfall'

/** 工作纪律：脱岗每次扣2分（2次）；尚未确认，暂不计分 */
function lineWords(title: string, { clause, quantity, unit, matter, note, reason }: ScoreLine): string {
  const amount = quantity === null ? '' : `（${formatQuantity(quantity)}${unit ?? ''}）`
  const told = [matter, note].filter((words) => words !== null && words !== '').map((words) => `；${words ?? ''}`)
  const why = reason === null ? '' : `；${lineReasonSentence(reason, unit)}`
  return `${title}：${clause}${amount}${told.join('')}${why}`
}

function changeText(line: ScoreLine): string {
  if (line.reason?.code === 'unconfirmed') return '待确认'
  if (line.moneyFen !== undefined) return `扣款${formatHundredths(line.moneyFen)}元`
  if (line.reason?.code === 'amount-unknown') return '待补'
  return moves(line) ? pointsText(line.change) : '不计'
}

function lateBlocks(changes: readonly LateChange[]): readonly BulletinBlock[] {
  if (changes.length === 0) return []
  return [
    { kind: 'heading', level: 1, text: '以前月份的迟录和变动' },
    {
      kind: 'paragraph',
      text: '以下记录所属的月份已经结账，原表不改；结账以后登记、确认或更正的列在这里，已计入本表的累计。',
    },
    {
      kind: 'table',
      title: null,
      columns: [
        { title: '姓名', width: 3, figure: false },
        { title: '办公室', width: 4, figure: false },
        { title: '发生日期', width: 4, figure: false },
        { title: '依据条款', width: 8, figure: false },
        { title: '情况', width: 6, figure: false },
        { title: '本人签字', width: 4, figure: false },
      ],
      rows: changes.map(({ name, office, occurredOn, clause, what, on, closedOn }) => [
        name,
        office,
        occurredOn,
        clause,
        `${on}${lateWords[what]}（该月${closedOn}结账）`,
        '',
      ]),
    },
  ]
}

function closedOverBlocks(closedOver: MonthlyTable['closedOver']): readonly BulletinBlock[] {
  if (closedOver === null) return []
  return [
    { kind: 'heading', level: 1, text: '结账时尚未了结的事项' },
    { kind: 'paragraph', text: `${closedOver.open.join('；')}。仍然结账的原因：${closedOver.reason}` },
  ]
}

/** With a true minus sign, as figures are printed. */
function pointsText(points: Centipoints): string {
  return formatHundredths(points).replace('-', '−')
}
