import type { ItemScore, ScoreSheet } from './score-sheet.ts'

/** The items of every sheet of a person, in the order of the scheme; rewards, which stand outside items, are not among them. */
export function itemsOf({ categories }: Pick<ScoreSheet, 'categories'>): readonly ItemScore[] {
  return categories.flatMap(({ sheets }) => sheets.flatMap(({ items }) => items))
}
