import type { CalendarWindow } from '../../../../domain/primitives/local-date.ts'
import { defaultRaterGroups } from '../../../../domain/scheme/rater-groups.ts'
import type { Category, RaterGroup } from '../../../../domain/scheme/scheme.ts'
import { plainNumber } from './rule-draft.ts'

export type PartKind = Category['kind']

/** A category or item as typed in its form. */
export type PartDraft = {
  readonly title: string
  readonly points: string
  readonly kind: PartKind
  /** null: that of the part it stands in. */
  readonly window: CalendarWindow | null
  /** Who rates, with what weight; null where nobody does. */
  readonly raters: RaterDraft | null
}

export type RaterDraft = {
  readonly groups: readonly { readonly group: string; readonly weight: string }[]
  readonly spreads: boolean
}

export type PartFields = {
  readonly title: string
  readonly points: number
  readonly kind: PartKind
  readonly window: CalendarWindow | null
  readonly raters: {
    readonly groups: readonly { readonly group: string; readonly weight: number }[]
    readonly spreads: boolean
  } | null
}

export const emptyPart: PartDraft = { title: '', points: '', kind: 'deductive', window: null, raters: null }

/** Whole hundredths as a form shows them; empty where they are not known. */
export function typed(hundredths: number | null): string {
  return hundredths === null ? '' : String(hundredths / 100)
}

export function ratersDraft(groups: readonly RaterGroup[], spreads: boolean): RaterDraft {
  return { groups: groups.map(({ group, weight }) => ({ group, weight: typed(weight) })), spreads }
}

/** Whether the groups are, name by name, what the system suggests. */
export function isSuggested({ groups }: RaterDraft): boolean {
  return JSON.stringify(groups) === JSON.stringify(ratersDraft(defaultRaterGroups, false).groups)
}

/** null while something is missing or no number. */
export function partFieldsOf(draft: PartDraft): PartFields | null {
  const points = plainNumber(draft.points)
  const title = draft.title.trim()
  if (title === '' || points === null) return null
  const { kind } = draft
  if (kind !== 'rated' || draft.raters === null) return { title, points, kind, window: draft.window, raters: null }
  const groups = draft.raters.groups.flatMap((row) => {
    const weight = plainNumber(row.weight)
    return weight === null || row.group.trim() === '' ? [] : [{ group: row.group.trim(), weight }]
  })
  if (groups.length !== draft.raters.groups.length) return null
  return { title, points, kind, window: draft.window, raters: { groups, spreads: draft.raters.spreads } }
}

/**
 * A category's fields as its edits take them. Groups left as the form opened with them are not sent: what the system
 * suggests stays marked as suggested.
 */
export function categoryFields({ title, points, kind, raters }: PartFields, before: RaterDraft | null) {
  if (raters === null) return { title, points, kind }
  const groups = raters.groups.map((row) => ({ ...row }))
  const opened = before?.groups.map(({ group, weight }) => ({ group, weight: plainNumber(weight) }))
  return {
    title,
    points,
    kind,
    ...(JSON.stringify(opened) === JSON.stringify(groups) ? {} : { raterGroups: groups }),
    missingRaterGroup: raters.spreads ? ('spread' as const) : ('missing' as const),
  }
}
