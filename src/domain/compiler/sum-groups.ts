import { addPoints, type Centipoints } from '../primitives/centipoints.ts'
import type { PlannedCategory, PlannedSheet } from './planned-category.ts'
import type { SchemePlan } from './scheme-plan.ts'
import type { Stretch } from './stated-points.ts'

/** An amount of a sum as it stands in the text; `digits` is null when the amount was inferred from others. */
export type StatedAmount = { readonly points: Centipoints; readonly digits: Stretch | null }

/** A whole and the parts that must sum to it: a sheet and its items, the total and its categories. */
export type SumGroup = {
  /** What is summed, in the words of the text: 党办, 总分. */
  readonly label: string
  readonly kind: 'sheet' | 'total'
  readonly declared: StatedAmount
  readonly parts: readonly StatedAmount[]
  /** Titles of parts that state no points. */
  readonly unstated: readonly string[]
  /** The words that state the whole. */
  readonly place: Stretch
  /** Where the last part ends: a group that ends where the text was cut is not complete. */
  readonly end: number
}

/** Every whole of the plan whose points its parts should sum to: sheets in order, then the total. */
export function sumGroupsOf(plan: SchemePlan): SumGroup[] {
  const sheets = plan.categories.flatMap((category) =>
    category.sheets.flatMap((sheet) => sheetGroup(category, sheet)),
  )
  return [...sheets, ...totalGroups(plan)]
}

function sheetGroup(category: PlannedCategory, sheet: PlannedSheet): SumGroup[] {
  const declared =
    sheet.stated ?? (category.points === null ? null : { points: category.points, digits: category.digits })
  if (declared === null || sheet.items.length === 0) return []
  if (sheet.items.every((item) => item.stated?.digits.start === declared.digits?.start)) return []
  return [
    {
      label: sheet.title,
      kind: 'sheet',
      declared,
      parts: sheet.items.flatMap((item) => (item.stated === null ? [] : [item.stated])),
      unstated: sheet.items.flatMap((item) => (item.stated === null ? [item.title] : [])),
      place: sheet.source,
      end: Math.max(...sheet.items.map((item) => item.source.end)),
    },
  ]
}

function totalGroups(plan: SchemePlan): SumGroup[] {
  const { total } = plan
  const parts = plan.categories.flatMap((category) => (category.points === null ? [] : [category]))
  const last = plan.categories.at(-1)
  if (total === null || last === undefined || parts.length !== plan.categories.length) return []
  return [
    {
      label: '总分',
      kind: 'total',
      declared: { points: total.points, digits: total.digits },
      parts: parts.map(({ points, digits }) => ({ points: points ?? total.points, digits })),
      unstated: [],
      place: total.place,
      end: Math.max(...plan.categories.map((category) => category.source.end)),
    },
  ]
}

/** The points of the parts that state any. */
export function sumOfParts(group: SumGroup): Centipoints {
  return addPoints(...group.parts.map((part) => part.points))
}

/** Whether all parts state their points and sum to the whole exactly. */
export function sums(group: SumGroup): boolean {
  return group.unstated.length === 0 && sumOfParts(group) === group.declared.points
}
