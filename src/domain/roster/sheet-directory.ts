import type { Category, Item, OfficeSheet, Post, Rule, Scheme } from '../scheme/scheme.ts'
import { placedRules } from '../scheme/scheme.ts'
import { officeNames } from './office-names.ts'

/** A rule with the place it stands in; rewards and vetoes stand outside every sheet. */
export type PlacedRule = {
  readonly rule: Rule
  readonly category: Category | null
  readonly sheet: OfficeSheet | null
  readonly item: Item | null
}

/** Who is scored on which sheet: the scheme, looked up by office and by rule. */
export type SheetDirectory = {
  readonly scheme: Scheme
  readonly ruleById: ReadonlyMap<string, PlacedRule>
  /** Every office that has a sheet, as the scheme writes it, without repeats. */
  readonly offices: readonly string[]
  /** The one sheet of that office in the category, by whole name first and then by any name in brackets. */
  readonly officeSheet: (category: Category, office: string) => OfficeSheet | null
  readonly isKnownOffice: (office: string) => boolean
  /** The same text for every way of writing one office: 国土所, 规划办 and 国土所(规划办) are one. */
  readonly officeKey: (office: string) => string
}

/** The scheme looked up by office and by rule; what is looked up once is remembered. Refuses nothing: an unknown office has no sheet. */
export function sheetDirectory(scheme: Scheme): SheetDirectory {
  const ruleById = new Map<string, PlacedRule>()
  for (const placed of placedRules(scheme)) ruleById.set(placed.rule.id, placed)
  const sheetsByCategory = new Map(
    scheme.categories.map((category) => [category.id, sheetsByOfficeName(category)]),
  )
  const offices = new Set<string>()
  for (const category of scheme.categories)
    for (const sheet of category.sheets) if (sheet.office !== null) offices.add(sheet.office)
  const found = new Map<string, OfficeSheet | null>()
  const officeSheet = (category: Category, office: string) => {
    const key = `${category.id} ${office}`
    const known = found.get(key)
    if (known !== undefined) return known
    const sheets = sheetsByCategory.get(category.id)
    const name = officeNames(office).find((one) => sheets?.has(one) === true)
    const sheet = name === undefined ? null : (sheets?.get(name) ?? null)
    found.set(key, sheet)
    return sheet
  }
  const keys = new Map<string, string>()
  const officeKey = (office: string) => {
    const known = keys.get(office)
    if (known !== undefined) return known
    const sheets = scheme.categories.map((category) => officeSheet(category, office))
    const names = officeNames(sheets.find((sheet) => sheet !== null)?.office ?? office)
    const key = names[1] ?? names[0] ?? office
    keys.set(office, key)
    return key
  }
  return {
    scheme,
    ruleById,
    offices: [...offices],
    officeSheet,
    isKnownOffice: (office) => scheme.categories.some((category) => officeSheet(category, office) !== null),
    officeKey,
  }
}

/** Whole names win over names in brackets, and the earlier sheet over a later one of the same name. */
function sheetsByOfficeName(category: Category): ReadonlyMap<string, OfficeSheet> {
  const sheets = new Map<string, OfficeSheet>()
  const named = category.sheets.flatMap((sheet) =>
    sheet.office === null ? [] : [{ sheet, names: officeNames(sheet.office) }],
  )
  for (const nth of ['whole', 'every'] as const)
    for (const { sheet, names } of named)
      for (const name of nth === 'whole' ? names.slice(0, 1) : names)
        if (!sheets.has(name)) sheets.set(name, sheet)
  return sheets
}

/** The sheets of everyone in the category. */
export function everyoneSheets(category: Category): readonly OfficeSheet[] {
  return category.sheets.filter((sheet) => sheet.office === null)
}

/** Whether the category has a sheet that belongs to one office. */
export function hasOfficeSheets(category: Category): boolean {
  return category.sheets.some((sheet) => sheet.office !== null)
}

/** Whether the regulation scores this post by the mean of others, so that it has no sheet of its own (SPEC §4.4). */
export function isRolledUp(scheme: Scheme, post: Post): boolean {
  return scheme.rollUps.some((rollUp) => rollUp.post === post)
}

/** Whether an entry under the rule may stand against someone of that office on that day (SPEC §4.4, §7). */
export function isOnSheet(directory: SheetDirectory, placed: PlacedRule, office: string): boolean {
  if (placed.sheet === null || placed.sheet.office === null || placed.category === null) return true
  return directory.officeSheet(placed.category, office)?.id === placed.sheet.id
}
