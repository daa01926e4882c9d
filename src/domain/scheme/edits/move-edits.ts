import { accept } from '../../primitives/result.ts'
import type { Item, Rule, Scheme } from '../scheme.ts'
import { unknownId, type Edited } from './checks.ts'
import type { RulePlace, SchemeEditOf } from './edit-schema.ts'
import { replaceItem, replaceRule, replaceSheet } from './place-in-scheme.ts'
import { placeRule } from './rule-edits.ts'

/**
 * An item into a sheet, before another of its items or at its end. In another sheet it is a person's work; in its own
 * only the order changes. What stood in 未归类 takes its empty surroundings away with it.
 */
export function moveItem(scheme: Scheme, edit: SchemeEditOf<'move-item'>): Edited<Scheme> {
  const found = findItem(scheme, edit.item)
  if (found === null) return unknownId('item', edit.item)
  if (edit.before === edit.item) return accept(scheme)
  const moved: Item = found.sheetId === edit.sheet ? found.item : { ...found.item, origin: 'person' }
  const taken = replaceItem(scheme, edit.item, () => []) ?? scheme
  if (edit.before !== null && findItem(taken, edit.before)?.sheetId !== edit.sheet)
    return unknownId('item', edit.before)
  const placed = replaceSheet(taken, edit.sheet, (sheet) => [
    { ...sheet, items: insertBefore(sheet.items, moved, edit.before) },
  ])
  return placed === null ? unknownId('sheet', edit.sheet) : accept(withoutEmptyRest(placed, scheme))
}

/** A rule into an item, the rewards or the vetoes; refused where its effect does not belong there. */
export function moveRule(scheme: Scheme, edit: SchemeEditOf<'move-rule'>): Edited<Scheme> {
  const found = findPlacedRule(scheme, edit.rule)
  if (found === null) return unknownId('rule', edit.rule)
  if (edit.before === edit.rule) return accept(scheme)
  const moved: Rule = isSamePlace(found.place, edit.place) ? found.rule : { ...found.rule, origin: 'person' }
  const taken = replaceRule(scheme, edit.rule, () => []) ?? scheme
  const { before } = edit
  if (before !== null) {
    const next = findPlacedRule(taken, before)
    if (next === null || !isSamePlace(next.place, edit.place)) return unknownId('rule', before)
  }
  const placed = placeRule(taken, edit.place, (rules) => insertBefore(rules, moved, before), moved)
  return placed.ok ? accept(withoutEmptyRest(placed.value, scheme)) : placed
}

function insertBefore<Part extends { readonly id: string }>(
  parts: readonly Part[],
  part: Part,
  before: string | null,
): Part[] {
  const at = before === null ? parts.length : parts.findIndex(({ id }) => id === before)
  return parts.toSpliced(at, 0, part)
}

function findItem(scheme: Scheme, id: string): { readonly item: Item; readonly sheetId: string } | null {
  for (const category of scheme.categories)
    for (const sheet of category.sheets)
      for (const item of sheet.items) if (item.id === id) return { item, sheetId: sheet.id }
  return null
}

function findPlacedRule(scheme: Scheme, id: string): { readonly rule: Rule; readonly place: RulePlace } | null {
  for (const rule of scheme.rewards) if (rule.id === id) return { rule, place: 'rewards' }
  for (const rule of scheme.vetoes) if (rule.id === id) return { rule, place: 'vetoes' }
  for (const category of scheme.categories)
    for (const sheet of category.sheets)
      for (const item of sheet.items)
        for (const rule of item.rules) if (rule.id === id) return { rule, place: { item: item.id } }
  return null
}

function isSamePlace(one: RulePlace, other: RulePlace): boolean {
  return typeof one === 'string' || typeof other === 'string' ? one === other : one.item === other.item
}

/**
 * A category without points holds clauses whose item the text does not name. What a move has emptied there goes:
 * nobody put it there, and left behind it would ask for points.
 */
function withoutEmptyRest(scheme: Scheme, before: Scheme): Scheme {
  const unplaced = new Map(
    before.categories.filter(({ points }) => points === null).map((category) => [category.id, category]),
  )
  return {
    ...scheme,
    categories: scheme.categories.flatMap((category) => {
      const was = unplaced.get(category.id)
      if (was === undefined) return [category]
      const hadRules = new Set(
        was.sheets.flatMap(({ items }) => items.filter(({ rules }) => rules.length > 0).map(({ id }) => id)),
      )
      const hadItems = new Set(was.sheets.filter(({ items }) => items.length > 0).map(({ id }) => id))
      const sheets = category.sheets
        .map((sheet) => ({
          ...sheet,
          items: sheet.items.filter(({ id, rules }) => rules.length > 0 || !hadRules.has(id)),
        }))
        .filter(({ id, items }) => items.length > 0 || !hadItems.has(id))
      return sheets.length === 0 && was.sheets.length > 0 ? [] : [{ ...category, sheets }]
    }),
  }
}
