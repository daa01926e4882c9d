import { parseHundredths } from '../../../../domain/primitives/centipoints.ts'
import type { Diagnostic } from '../../../../domain/regulation/diagnostic.ts'
import type { OfficeSheet, Rule } from '../../../../domain/scheme/scheme.ts'
import { sheetSum } from './outline-sums.ts'
import { overlaps, rulesAt, type WorkbenchModel } from './workbench-model.ts'

/**
 * Whether a damaged number is read as another one in the draft. A repair without proof is only said: the item or rule
 * at its place still holds the number of the text.
 */
export function isRepairApplied(model: WorkbenchModel, { quote, span }: Diagnostic): boolean {
  const written = parseHundredths(quote)
  if (written === null) return true
  const items = model.scheme.categories
    .flatMap((category) => category.sheets)
    .flatMap((sheet) => sheet.items)
    .filter(({ source }) => source !== null && overlaps(source, span))
  const figures = [
    ...items.map(({ points }) => points),
    ...rulesAt(model, span).flatMap(({ rule }) => figuresOf(rule)),
  ]
  return !figures.includes(written)
}

function figuresOf({
  points,
  min,
  max,
  per,
  cap,
  grace,
  shortfall,
}: Rule): readonly (number | null | undefined)[] {
  return [points, min, max, per, cap, grace?.count, shortfall?.target, shortfall?.step]
}

/** A finding of the token itself is the proof; those of longer numbers follow from it. */
export function isProof(model: WorkbenchModel, finding: Diagnostic): boolean {
  return (
    finding.code === 'number-repaired' &&
    model.diagnostics.every(
      ({ code, quote }) =>
        code !== 'number-repaired' || quote === finding.quote || !finding.quote.startsWith(quote) || quote === '',
    )
  )
}

export type SheetProof = {
  readonly sheet: OfficeSheet
  readonly parts: readonly number[]
  readonly agrees: boolean
}

/** Every sheet with the points of its items, as they are read now. */
export function sheetProofs(model: WorkbenchModel): readonly SheetProof[] {
  return model.scheme.categories
    .flatMap((category) => category.sheets)
    .filter(({ items }) => items.length > 0 && items.every(({ points }) => points !== null))
    .map((sheet) => ({
      sheet,
      parts: sheet.items.flatMap(({ points }) => (points === null ? [] : [points])),
      agrees: sheetSum(sheet).agrees,
    }))
}
