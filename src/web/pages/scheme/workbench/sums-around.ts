import type { SchemeEdit } from '../../../../domain/scheme/edit-scheme.ts'
import type { Category, OfficeSheet, Scheme } from '../../../../domain/scheme/scheme.ts'
import { categorySum, schemeSum, sheetSum, type PointsSum } from './outline-sums.ts'

/** A sum that an edit may move: as it was, and as it would be. */
export type MovedSum = { readonly title: string; readonly before: PointsSum; readonly after: PointsSum }

/** The sums that the edit's part counts in, from its sheet up to the whole; empty where the edit moves no points. */
export function sumsAround(before: Scheme, after: Scheme, edit: SchemeEdit): readonly MovedSum[] {
  if (!movesPoints(edit)) return []
  const { category, sheet } = placeOf(before, edit)
  const rows: MovedSum[] = []
  const sheetAfter = sheetsOf(after).find(({ id }) => id === sheet?.id)
  if (sheet !== null && sheetAfter !== undefined)
    rows.push({ title: sheet.office ?? sheet.title, before: sheetSum(sheet), after: sheetSum(sheetAfter) })
  const categoryAfter = after.categories.find(({ id }) => id === category?.id)
  if (category !== null && categoryAfter !== undefined) {
    const [was, becomes] = [categorySum(category), categorySum(categoryAfter)]
    // The only sheet of everyone bears its category's name: one line says both while they agree.
    const isSaid = sheet?.office === null && sheet.title === category.title && was.agrees && becomes.agrees
    if (!isSaid) rows.push({ title: category.title, before: was, after: becomes })
  }
  rows.push({ title: after.title, before: schemeSum(before), after: schemeSum(after) })
  return rows
}

function movesPoints({ act }: SchemeEdit): boolean {
  return /-(category|sheet|item)$/.test(act) || act === 'set-total'
}

type Place = { readonly category: Category | null; readonly sheet: OfficeSheet | null }

function placeOf(scheme: Scheme, edit: SchemeEdit): Place {
  for (const category of scheme.categories) {
    if ('category' in edit && edit.category === category.id) return { category, sheet: null }
    for (const sheet of category.sheets) {
      const isHere =
        ('sheet' in edit && edit.sheet === sheet.id) ||
        ('item' in edit && sheet.items.some(({ id }) => id === edit.item))
      if (isHere) return { category, sheet }
    }
  }
  return { category: null, sheet: null }
}

function sheetsOf(scheme: Scheme): readonly OfficeSheet[] {
  return scheme.categories.flatMap(({ sheets }) => sheets)
}
