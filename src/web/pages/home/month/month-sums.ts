import { addPoints, centipoints, zeroPoints, type Centipoints } from '../../../../domain/primitives/centipoints.ts'
import { spanOfMonth } from '../../../../domain/ledger/month-close.ts'
import { divideHalfUp } from '../../../../domain/primitives/ratio.ts'
import type { DeductionRow, MonthFigures } from '../../../../http/contract/month-figures.ts'

/** What is looked at: empty means all. `rule` is of the figures' rules, `item` the title of all rules of an item. */
export type Looked = { readonly office: string; readonly item: string; readonly rule: string }
export const everything: Looked = { office: '', item: '', rule: '' }

export type Sum = { readonly points: Centipoints; readonly lines: number }
const none: Sum = { points: zeroPoints, lines: 0 }

function plus(one: Sum, { points, lines }: Sum): Sum {
  return { points: addPoints(one.points, points), lines: one.lines + lines }
}

/** The rows of what is looked at. */
export function rowsOf(figures: MonthFigures, { office, item, rule }: Looked): readonly DeductionRow[] {
  return figures.rows.filter((row) => {
    const of = figures.rules[row.rule]
    return (
      (office === '' || figures.offices[row.office] === office) &&
      (item === '' || of?.item === item) &&
      (rule === '' || of?.sentence === rule)
    )
  })
}

export function sumOf(rows: readonly DeductionRow[]): Sum {
  return rows.reduce(plus, none)
}

export function sumOfMonth(rows: readonly DeductionRow[], month: string): Sum {
  return sumOf(rows.filter(({ on }) => on.startsWith(month)))
}

/** 2026-03 of 2026-04, 2025-12 of 2026-01. */
export function monthBefore(month: string): string {
  const [year, number] = [Number(month.slice(0, 4)), Number(month.slice(5, 7))]
  return number === 1 ? `${String(year - 1)}-12` : `${String(year)}-${String(number - 1).padStart(2, '0')}`
}

export type MonthBar = Sum & {
  readonly month: string
  /** How many people the mean is over. */
  readonly people: number
  /** Deducted for each of them, half up to 0.01; null: nobody was there. */
  readonly mean: Centipoints | null
  /** The same of everyone within reach, whatever office is looked at. */
  readonly meanOfAll: Centipoints | null
}

/** The months of the year so far, what is looked at beside the mean of all. */
export function monthBars(figures: MonthFigures, looked: Looked): readonly MonthBar[] {
  const rows = rowsOf(figures, looked)
  const all = rowsOf(figures, { ...looked, office: '' })
  const months = [...new Set(figures.heads.map(({ month }) => month))].toSorted()
  return months.map((month) => {
    const heads = figures.heads.filter((head) => head.month === month)
    const own = heads.filter(({ office }) => looked.office === '' || figures.offices[office] === looked.office)
    const [people, everybody] = [countOf(own), countOf(heads)]
    const sum = sumOfMonth(rows, month)
    return {
      month,
      ...sum,
      people,
      mean: meanOf(sum.points, people),
      meanOfAll: meanOf(sumOfMonth(all, month).points, everybody),
    }
  })
}

function countOf(heads: MonthFigures['heads']): number {
  return heads.reduce((total, { people }) => total + people, 0)
}

/** Half up to 0.01. */
export function meanOf(points: Centipoints, people: number): Centipoints | null {
  return people === 0 ? null : centipoints(divideHalfUp(BigInt(points), BigInt(people)))
}

export type DaySum = Sum & { readonly on: string }

/** The days of the year on which anything was deducted. */
export function daySums(figures: MonthFigures, looked: Looked): readonly DaySum[] {
  const year = figures.month.slice(0, 4)
  const days = new Map<string, Sum>()
  for (const row of rowsOf(figures, looked))
    if (row.on.startsWith(year)) days.set(row.on, plus(days.get(row.on) ?? none, row))
  return [...days].map(([on, sum]) => ({ on, ...sum }))
}

export type ItemChange = { readonly item: string; readonly now: Sum; readonly before: Sum }

/** This month against the last by item, the largest of the two months first. */
export function itemChanges(figures: MonthFigures, looked: Looked): readonly ItemChange[] {
  const { month, rules } = figures
  const rows = rowsOf(figures, looked)
  const items = new Map<string, ItemChange>()
  for (const row of rows) {
    const item = rules[row.rule]?.item ?? ''
    const known = items.get(item) ?? { item, now: none, before: none }
    if (row.on.startsWith(month)) items.set(item, { ...known, now: plus(known.now, row) })
    else if (row.on.startsWith(monthBefore(month))) items.set(item, { ...known, before: plus(known.before, row) })
  }
  const most = ({ now, before }: ItemChange) => Math.max(now.points, before.points)
  return [...items.values()].toSorted((one, other) => most(other) - most(one))
}

export type ScoreBin = { readonly from: number; readonly to: number; readonly people: number }

const mostBins = 12
const widths = [100, 200, 500, 1000, 2000, 5000] as const

/** How many people's scores lie from one mark up to the next, in hundredths. */
export function scoreBins(scores: readonly number[]): readonly ScoreBin[] {
  const [lowest, highest] = [scores[0], scores.at(-1)]
  if (lowest === undefined || highest === undefined) return []
  const binsBy = (width: number) => Math.floor(highest / width) - Math.floor(lowest / width) + 1
  const width = widths.find((one) => binsBy(one) <= mostBins) ?? 10_000
  const first = Math.floor(lowest / width)
  return Array.from({ length: binsBy(width) }, (_, at) => {
    const from = (first + at) * width
    return {
      from,
      to: from + width,
      people: scores.filter((score) => score >= from && score < from + width).length,
    }
  })
}

export type Place = Looked & { readonly from: string; readonly to: string }

/** One line of the list behind a mark. */
export type Deduction = DeductionRow['of'][number] & {
  readonly on: string
  readonly office: string
  readonly item: string
  readonly sentence: string
  readonly staffNumber: string
  readonly name: string
}

/** The lines a mark is the sum of, the latest first. */
export function deductionsAt(figures: MonthFigures, place: Place): readonly Deduction[] {
  return rowsOf(figures, place)
    .filter(({ on }) => on >= place.from && on <= place.to)
    .toReversed()
    .flatMap(({ on, office, rule, of }) =>
      of.map((line) => ({
        ...line,
        on,
        office: figures.offices[office] ?? '',
        ...(figures.rules[rule] ?? { item: '', sentence: '' }),
        ...(figures.people[line.person] ?? { staffNumber: '', name: '' }),
      })),
    )
}

/** The list behind a mark. */
export function deductionsPath({ from, to, office, item, rule }: Place): string {
  const asked = { from, to, office, item, rule }
  return `/deductions?${new URLSearchParams(Object.entries(asked).filter(([, value]) => value !== '')).toString()}`
}

export function deductionsOfMonth(month: string, looked: Looked): string {
  const { first, last } = spanOfMonth(month)
  return deductionsPath({ ...looked, from: first, to: last })
}

/** The people behind a bar. */
export function standingsPath(year: string, { from, to }: ScoreBin): string {
  return `/standings?year=${year}&from=${String(from)}&to=${String(to)}`
}
