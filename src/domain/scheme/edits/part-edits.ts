import { quantity } from '../../primitives/quantity.ts'
import { accept, refuse } from '../../primitives/result.ts'
import { ownWords } from '../own-words.ts'
import { defaultRaterGroups } from '../rater-groups.ts'
import type { Category, OfficeSheet, RaterGroup, Scheme } from '../scheme.ts'
import { nextHandId, pointsOf, refuseNegative, repeated, unknownId, type Edited } from './checks.ts'
import type { SchemeEditOf } from './edit-schema.ts'
import {
  categoryOfSheet,
  replaceCategory,
  replaceItem,
  replaceSheet,
  takenIds,
  type SpentIds,
} from './place-in-scheme.ts'

type GroupInput = readonly { readonly group: string; readonly weight: number }[]

function readRaterGroups(groups: GroupInput): Edited<RaterGroup[]> {
  const twice = repeated(groups.map(({ group }) => group))
  if (twice !== undefined) return refuse({ code: 'duplicate-rater-group', group: twice })
  const negative = refuseNegative(Object.fromEntries(groups.map(({ group, weight }) => [group, weight])))
  if (negative !== null) return negative
  if (groups.every(({ weight }) => weight === 0)) return refuse({ code: 'no-rater-weight' })
  return accept(groups.map(({ group, weight }) => ({ group, weight: quantity(pointsOf(weight)) })))
}

/** A new category at the end; rated without groups given, it gets the default ones and is marked 'default'. */
export function addCategory(scheme: Scheme, edit: SchemeEditOf<'add-category'>, spent: SpentIds): Edited<Scheme> {
  const negative = refuseNegative({ points: edit.points })
  if (negative !== null) return negative
  const isRated = edit.kind === 'rated'
  const given = edit.raterGroups === undefined ? null : readRaterGroups(edit.raterGroups)
  if (given !== null && !given.ok) return given
  const category: Category = {
    id: nextHandId('category', takenIds(scheme, spent)),
    title: ownWords(edit.title),
    points: pointsOf(edit.points),
    kind: edit.kind,
    sheets: [],
    ...(isRated ? { raterGroups: given === null ? [...defaultRaterGroups] : given.value } : {}),
    ...(isRated && edit.missingRaterGroup !== undefined ? { missingRaterGroup: edit.missingRaterGroup } : {}),
    origin: isRated && given === null ? 'default' : 'person',
  }
  return accept({ ...scheme, categories: [...scheme.categories, category] })
}

/** Fields given replace those of the category. Refused when it has sheets and would become rated, which has none. */
export function changeCategory(scheme: Scheme, edit: SchemeEditOf<'change-category'>): Edited<Scheme> {
  const before = scheme.categories.find(({ id }) => id === edit.category)
  if (before === undefined) return unknownId('category', edit.category)
  const { title, points, kind = before.kind, window, raterGroups, missingRaterGroup } = edit.fields
  const negative = refuseNegative({ points })
  if (negative !== null) return negative
  if (kind === 'rated' && before.sheets.length > 0) return refuse({ code: 'rated-category', category: before.id })
  const given = raterGroups === undefined ? null : readRaterGroups(raterGroups)
  if (given !== null && !given.ok) return given
  const { raterGroups: ownGroups, missingRaterGroup: ownMissing, window: ownWindow, ...kept } = before
  const nextWindow = window === undefined ? ownWindow : (window ?? undefined)
  const missing = missingRaterGroup ?? ownMissing
  const groups = given === null ? (ownGroups ?? [...defaultRaterGroups]) : given.value
  const usesDefaults = kind === 'rated' && given === null && ownGroups === undefined
  const category: Category = {
    ...kept,
    kind,
    ...(title === undefined ? {} : { title: ownWords(title) }),
    ...(points === undefined ? {} : { points: pointsOf(points) }),
    ...(nextWindow === undefined ? {} : { window: nextWindow }),
    ...(kind === 'rated'
      ? { raterGroups: groups, ...(missing === undefined ? {} : { missingRaterGroup: missing }) }
      : {}),
    origin: usesDefaults ? 'default' : 'person',
  }
  const changed = replaceCategory(scheme, before.id, () => [category])
  return changed === null ? unknownId('category', before.id) : accept(changed)
}

/** A sheet for an office, or for everyone (office null); one per office in a category. */
export function addSheet(scheme: Scheme, edit: SchemeEditOf<'add-sheet'>, spent: SpentIds): Edited<Scheme> {
  const category = scheme.categories.find(({ id }) => id === edit.category)
  if (category === undefined) return unknownId('category', edit.category)
  if (category.kind === 'rated') return refuse({ code: 'rated-category', category: category.id })
  const office = edit.office === null ? null : ownWords(edit.office)
  const refused = refuseNegative({ points: edit.points }) ?? refuseSameOffice(category, office, null)
  if (refused !== null) return refused
  const sheet: OfficeSheet = {
    id: nextHandId('sheet', takenIds(scheme, spent)),
    title: ownWords(edit.title ?? office ?? category.title),
    office,
    points: pointsOf(edit.points),
    items: [],
    source: null,
    origin: 'person',
  }
  const changed = replaceCategory(scheme, category.id, (found) => [{ ...found, sheets: [...found.sheets, sheet] }])
  return changed === null ? unknownId('category', category.id) : accept(changed)
}

function refuseSameOffice(category: Category, office: string | null, except: string | null) {
  const same = category.sheets.find((sheet) => sheet.id !== except && sheet.office === office)
  return same === undefined ? null : refuse({ code: 'duplicate-office' as const, office, sheet: same.id })
}

/** Fields given replace those of the sheet; refused when the office has another sheet in the category. */
export function changeSheet(scheme: Scheme, edit: SchemeEditOf<'change-sheet'>): Edited<Scheme> {
  const category = categoryOfSheet(scheme, edit.sheet)
  if (category === null) return unknownId('sheet', edit.sheet)
  const { title, office, points } = edit.fields
  const nextOffice = office === undefined || office === null ? office : ownWords(office)
  const refused =
    refuseNegative({ points }) ??
    (nextOffice === undefined ? null : refuseSameOffice(category, nextOffice, edit.sheet))
  if (refused !== null) return refused
  const changed = replaceSheet(scheme, edit.sheet, (sheet) => [
    {
      ...sheet,
      ...(title === undefined ? {} : { title: ownWords(title) }),
      ...(nextOffice === undefined ? {} : { office: nextOffice }),
      ...(points === undefined ? {} : { points: pointsOf(points) }),
      origin: 'person',
    },
  ])
  return changed === null ? unknownId('sheet', edit.sheet) : accept(changed)
}

/** A new item without rules at the end of a sheet. */
export function addItem(scheme: Scheme, edit: SchemeEditOf<'add-item'>, spent: SpentIds): Edited<Scheme> {
  const negative = refuseNegative({ points: edit.points })
  if (negative !== null) return negative
  const id = nextHandId('item', takenIds(scheme, spent))
  const item = {
    id,
    title: ownWords(edit.title),
    points: pointsOf(edit.points),
    source: null,
    rules: [],
    origin: 'person' as const,
  }
  const changed = replaceSheet(scheme, edit.sheet, (sheet) => [{ ...sheet, items: [...sheet.items, item] }])
  return changed === null ? unknownId('sheet', edit.sheet) : accept(changed)
}

/** Fields given replace those of the item; a window of null means the category’s or the scheme’s again. */
export function changeItem(scheme: Scheme, edit: SchemeEditOf<'change-item'>): Edited<Scheme> {
  const { title, points, window } = edit.fields
  const negative = refuseNegative({ points })
  if (negative !== null) return negative
  const changed = replaceItem(scheme, edit.item, ({ window: own, ...item }) => {
    const next = window === undefined ? own : (window ?? undefined)
    return [
      {
        ...item,
        ...(title === undefined ? {} : { title: ownWords(title) }),
        ...(points === undefined ? {} : { points: pointsOf(points) }),
        ...(next === undefined ? {} : { window: next }),
        origin: 'person',
      },
    ]
  })
  return changed === null ? unknownId('item', edit.item) : accept(changed)
}
