import { z } from 'zod'
import { spanSchema, type Citation } from '../regulation/citation.ts'
import type { SchemeEdit } from '../scheme/edit-scheme.ts'
import type { Scheme } from '../scheme/scheme.ts'

/**
 * A part of the compiled scheme that a hand edit speaks of, by the words of the text it rests on. Ids count parts, and
 * another answer, or a program that reads more, counts otherwise; where words stand in the stored text never changes.
 * `nth`: its place, from 0, among the parts of its kind that rest on just those words.
 */
export const aimSchema = spanSchema.extend({
  kind: z.enum(['category', 'sheet', 'item', 'rule']),
  id: z.string(),
  nth: z.int().min(0),
})
export type Aim = Readonly<z.infer<typeof aimSchema>>
type PartKind = Aim['kind']

/** What an edit is aimed at in the scheme it is made on; parts made by hand have no words, and keep their ids. */
export function aimsOf(scheme: Scheme, edit: SchemeEdit): readonly Aim[] {
  const ids = idsIn(edit)
  if (ids.size === 0) return []
  const parts = citedParts(scheme)
  return parts.flatMap(({ kind, id, source }) => {
    if (ids.get(id) !== kind) return []
    const { start, end } = source
    return [
      { kind, id, start, end, nth: restingOn(parts, { kind, start, end }).findIndex((one) => one.id === id) },
    ]
  })
}

/**
 * The edit with the ids its parts have now: the part that rests on just the words aimed at, else the one of the same id
 * or the only one that shares some of them. Null when a part is not there any more.
 */
export function aimAgain(scheme: Scheme, edit: SchemeEdit, aims: readonly Aim[]): SchemeEdit | null {
  if (aims.length === 0) return edit
  const parts = citedParts(scheme)
  const ids = new Map<string, string>()
  for (const aim of aims) {
    const id = findAim(parts, aim)
    if (id === null) return null
    ids.set(aim.id, id)
  }
  return [...ids].every(([before, now]) => before === now) ? edit : withIds(edit, ids)
}

type CitedPart = { readonly kind: PartKind; readonly id: string; readonly source: Citation }

function citedParts(scheme: Scheme): readonly CitedPart[] {
  const found: CitedPart[] = []
  const add = (
    kind: PartKind,
    { id, source }: { readonly id: string; readonly source?: Citation | null | undefined },
  ) => {
    if (source !== null && source !== undefined) found.push({ kind, id, source })
  }
  for (const category of scheme.categories) {
    add('category', category)
    for (const sheet of category.sheets) {
      add('sheet', sheet)
      for (const item of sheet.items) {
        add('item', item)
        for (const rule of item.rules) add('rule', rule)
      }
    }
  }
  for (const rule of [...scheme.rewards, ...scheme.vetoes]) add('rule', rule)
  return found
}

function restingOn(
  parts: readonly CitedPart[],
  { kind, start, end }: Omit<Aim, 'id' | 'nth'>,
): readonly CitedPart[] {
  return parts.filter(({ kind: other, source }) => other === kind && source.start === start && source.end === end)
}

function findAim(parts: readonly CitedPart[], aim: Aim): string | null {
  const exact = restingOn(parts, aim)[aim.nth]
  if (exact !== undefined) return exact.id
  const near = parts.filter(
    ({ kind, source }) => kind === aim.kind && source.start < aim.end && aim.start < source.end,
  )
  const same = near.find(({ id }) => id === aim.id)
  const [only, ...others] = near
  return same?.id ?? (others.length === 0 ? (only?.id ?? null) : null)
}

/** The ids of existing parts that an edit names, with what they name. */
function idsIn(edit: SchemeEdit): ReadonlyMap<string, PartKind> {
  const ids = new Map<string, PartKind>()
  if ('category' in edit) ids.set(edit.category, 'category')
  if ('sheet' in edit) ids.set(edit.sheet, 'sheet')
  if ('item' in edit) ids.set(edit.item, 'item')
  if (edit.act === 'change-rule' || edit.act === 'remove-rule' || edit.act === 'move-rule')
    ids.set(edit.rule, 'rule')
  if ('place' in edit && typeof edit.place === 'object') ids.set(edit.place.item, 'item')
  if ('before' in edit && edit.before !== null) ids.set(edit.before, edit.act === 'move-item' ? 'item' : 'rule')
  return ids
}

function withIds(edit: SchemeEdit, ids: ReadonlyMap<string, string>): SchemeEdit {
  const now = (id: string) => ids.get(id) ?? id
  const placed = <Place extends Extract<SchemeEdit, { act: 'add-rule' }>['place']>(place: Place) =>
    typeof place === 'object' ? { item: now(place.item) } : place
  switch (edit.act) {
    case 'add-sheet':
    case 'change-category':
    case 'remove-category':
      return { ...edit, category: now(edit.category) }
    case 'add-item':
    case 'change-sheet':
    case 'remove-sheet':
      return { ...edit, sheet: now(edit.sheet) }
    case 'change-item':
    case 'remove-item':
      return { ...edit, item: now(edit.item) }
    case 'change-rule':
    case 'remove-rule':
      return { ...edit, rule: now(edit.rule) }
    case 'add-rule':
      return { ...edit, place: placed(edit.place) }
    case 'move-item':
      return {
        ...edit,
        item: now(edit.item),
        sheet: now(edit.sheet),
        before: edit.before === null ? null : now(edit.before),
      }
    case 'move-rule':
      return {
        ...edit,
        rule: now(edit.rule),
        place: placed(edit.place),
        before: edit.before === null ? null : now(edit.before),
      }
    default:
      return edit
  }
}
