import type { Category, Item, OfficeSheet, Rule, Scheme } from '../scheme.ts'

/** Ids that parts of the draft have borne, here now or gone: a name is never given twice. */
export type SpentIds = ReadonlySet<string>

/** Every id that a new part may not bear: those of the scheme, whatever they name, and those spent before. */
export function takenIds(scheme: Scheme, spent: SpentIds = new Set()): Set<string> {
  const taken = new Set<string>(spent)
  for (const category of scheme.categories) {
    taken.add(category.id)
    for (const sheet of category.sheets) {
      taken.add(sheet.id)
      for (const item of sheet.items) {
        taken.add(item.id)
        for (const rule of item.rules) taken.add(rule.id)
      }
    }
  }
  for (const { id } of [...scheme.rewards, ...scheme.vetoes, ...(scheme.examples ?? [])]) taken.add(id)
  return taken
}

/** The category that holds a sheet, or null. */
export function categoryOfSheet(scheme: Scheme, sheetId: string): Category | null {
  return scheme.categories.find((category) => category.sheets.some((sheet) => sheet.id === sheetId)) ?? null
}

type Change<Part> = (part: Part) => readonly Part[]

/** The scheme with one part replaced by none, itself changed, or several; null when no part has that id. */
function replaceById<Part extends { readonly id: string }>(
  parts: readonly Part[],
  id: string,
  change: Change<Part>,
): Part[] | null {
  return parts.some((part) => part.id === id)
    ? parts.flatMap((part) => (part.id === id ? change(part) : [part]))
    : null
}

/** Puts what `change` makes of that category in its place, nothing for removal; null when there is none. */
export function replaceCategory(scheme: Scheme, id: string, change: Change<Category>): Scheme | null {
  const categories = replaceById(scheme.categories, id, change)
  return categories === null ? null : { ...scheme, categories }
}

/** Puts what `change` makes of that sheet in its place, nothing for removal; null when there is none. */
export function replaceSheet(scheme: Scheme, id: string, change: Change<OfficeSheet>): Scheme | null {
  const category = categoryOfSheet(scheme, id)
  if (category === null) return null
  return replaceCategory(scheme, category.id, (found) => [
    { ...found, sheets: replaceById(found.sheets, id, change) ?? found.sheets },
  ])
}

/** Puts what `change` makes of that item in its place, nothing for removal; null when there is none. */
export function replaceItem(scheme: Scheme, id: string, change: Change<Item>): Scheme | null {
  for (const category of scheme.categories)
    for (const sheet of category.sheets) {
      const items = replaceById(sheet.items, id, change)
      if (items !== null) return replaceSheet(scheme, sheet.id, (found) => [{ ...found, items }])
    }
  return null
}

/** A rule inside an item, or among the rewards and vetoes. */
export function replaceRule(scheme: Scheme, id: string, change: Change<Rule>): Scheme | null {
  const rewards = replaceById(scheme.rewards, id, change)
  if (rewards !== null) return { ...scheme, rewards }
  const vetoes = replaceById(scheme.vetoes, id, change)
  if (vetoes !== null) return { ...scheme, vetoes }
  for (const category of scheme.categories)
    for (const sheet of category.sheets)
      for (const item of sheet.items) {
        const rules = replaceById(item.rules, id, change)
        if (rules !== null) return replaceItem(scheme, item.id, (found) => [{ ...found, rules }])
      }
  return null
}

/** The rule, wherever it stands; null when there is none. */
export function findRule(scheme: Scheme, id: string): Rule | null {
  let found: Rule | null = null
  replaceRule(scheme, id, (rule) => {
    found = rule
    return [rule]
  })
  return found
}
