import { addPoints, type Centipoints } from '../../../../domain/primitives/centipoints.ts'
import type { Category, OfficeSheet, Scheme } from '../../../../domain/scheme/scheme.ts'

/** Whether the points of the parts sum to the points stated for the whole; null where either is unknown. */
export type PointsSum = {
  readonly stated: Centipoints | null
  readonly summed: Centipoints | null
  readonly agrees: boolean
}

export function sheetSum(sheet: OfficeSheet): PointsSum {
  return compare(sheet.points, total(sheet.items.map((item) => item.points)))
}

/** The sheets of a category: those of offices stand side by side, each making up the whole with what everyone shares. */
export function categorySum(category: Category): PointsSum {
  if (category.kind === 'rated')
    return { stated: category.points, summed: category.points, agrees: category.points !== null }
  const offices = category.sheets.filter((sheet) => sheet.office !== null)
  if (offices.length === 0) return compare(category.points, total(category.sheets.map((sheet) => sheet.points)))
  const common = category.sheets.filter((sheet) => sheet.office === null).map((sheet) => sheet.points)
  const worths = offices.map((sheet) => total([...common, sheet.points]))
  const differing = worths.findIndex((worth) => worth !== category.points)
  return compare(category.points, worths[Math.max(0, differing)] ?? null)
}

export function schemeSum(scheme: Scheme): PointsSum {
  return compare(scheme.total, total(scheme.categories.map((category) => category.points)))
}

function compare(stated: Centipoints | null, summed: Centipoints | null): PointsSum {
  return { stated, summed, agrees: stated !== null && stated === summed }
}

function total(parts: readonly (Centipoints | null)[]): Centipoints | null {
  const known = parts.filter((points) => points !== null)
  return known.length === parts.length ? addPoints(...known) : null
}
