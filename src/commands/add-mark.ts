import { accept, refuse, type Result } from '../domain/primitives/result.ts'
import { readMark } from '../domain/ledger/read-ratings.ts'
import type { Quantity } from '../domain/primitives/quantity.ts'
import { isRolledUp } from '../domain/roster/sheet-directory.ts'
import { staffOfYear } from '../domain/roster/staff.ts'
import type { Assignment } from '../domain/roster/assignment.ts'
import { raterGroupsOf } from '../domain/scheme/rater-groups.ts'
import type { Scheme } from '../domain/scheme/scheme.ts'
import { findBar, type Subject } from '../policies/permit.ts'
import type { Act } from './draft-store.ts'
import type { RatingStore, StoredMark } from './rating-store.ts'

export type MarkRefusal =
  | { readonly code: 'mark-not-0-to-100'; readonly typed: string }
  | { readonly code: 'mark-person-unknown'; readonly staffNumber: string; readonly year: number }
  /** A leader scored by the mean of others needs no mark (SPEC §4.4). */
  | { readonly code: 'mark-of-rolled-up-leader'; readonly name: string; readonly post: string }
  | { readonly code: 'mark-category-unknown'; readonly categoryId: string }
  | { readonly code: 'mark-group-unknown'; readonly group: string; readonly known: readonly string[] }
  /** A person has either one whole mark or marks by rater group (SPEC §7). */
  | { readonly code: 'mark-whole-exists'; readonly name: string }
  | { readonly code: 'mark-groups-exist'; readonly name: string }
  | { readonly code: 'mark-unknown' }
  | { readonly code: 'mark-withdrawn-already' }
  /** Nobody enters or withdraws a mark of himself; a whole sheet of others' ballots may hold it. */
  | { readonly code: 'mark-about-oneself' }

export type MarkDraft = {
  readonly staffNumber: string
  readonly categoryId: string
  readonly group: string | null
  readonly mark: string
}

/** What marks are checked against. */
export type KnownOfYear = {
  readonly scheme: Scheme
  readonly roster: readonly Assignment[]
  /** Those that stand, with the scheme's ids, whichever version they were given under. */
  readonly marks: readonly StoredMark[]
}

/** Checks one mark against the roster and scheme of the year and the marks that stand. */
function checkMark(draft: MarkDraft, year: number, known: KnownOfYear): Result<Quantity, MarkRefusal> {
  const mark = readMark(draft.mark)
  if (mark === null) return refuse({ code: 'mark-not-0-to-100', typed: draft.mark })
  const person = staffOfYear(known.roster, year).find(({ staffNumber }) => staffNumber === draft.staffNumber)
  if (person === undefined) return refuse({ code: 'mark-person-unknown', staffNumber: draft.staffNumber, year })
  if (isRolledUp(known.scheme, person.post))
    return refuse({ code: 'mark-of-rolled-up-leader', name: person.name, post: person.post })
  const category = known.scheme.categories.find(({ id, kind }) => kind === 'rated' && id === draft.categoryId)
  if (category === undefined) return refuse({ code: 'mark-category-unknown', categoryId: draft.categoryId })
  const groups = raterGroupsOf(category).map(({ group }) => group)
  if (draft.group !== null && !groups.includes(draft.group))
    return refuse({ code: 'mark-group-unknown', group: draft.group, known: groups })
  const conflict = conflictWithStanding(known.marks, draft)
  if (conflict !== null) return refuse({ code: `mark-${conflict}`, name: person.name })
  return accept(mark)
}

/** Why a mark cannot stand beside the person's marks of that category: one whole mark, or marks by rater group (SPEC §7). */
export function conflictWithStanding(
  marks: readonly StoredMark[],
  { staffNumber, categoryId, group }: Pick<MarkDraft, 'staffNumber' | 'categoryId' | 'group'>,
): 'whole-exists' | 'groups-exist' | null {
  const own = marks.filter((mark) => mark.staffNumber === staffNumber && mark.categoryId === categoryId)
  if (own.some(({ raterGroup }) => raterGroup === null)) return 'whole-exists'
  return group === null && own.length > 0 ? 'groups-exist' : null
}

/** Enters one mark with its source; marks are only added, a mistake is withdrawn with a reason. */
export async function addMark(
  ratings: RatingStore,
  act: Act,
  subject: Subject,
  input: MarkDraft & { readonly year: number; readonly source: string },
  known: KnownOfYear,
): Promise<Result<StoredMark, MarkRefusal>> {
  if (isOwnMark(subject, input.staffNumber)) return refuse({ code: 'mark-about-oneself' })
  const checked = checkMark(input, input.year, known)
  if (!checked.ok) return checked
  const stored: StoredMark = {
    id: act.newId(),
    year: input.year,
    staffNumber: input.staffNumber,
    categoryId: input.categoryId,
    raterGroup: input.group,
    mark: checked.value,
    source: input.source,
    at: act.at,
    by: act.by,
  }
  await ratings.add([stored])
  return accept(stored)
}

/** Takes a mark back with a reason; it stays on record and no longer counts. */
export async function withdrawMark(
  ratings: RatingStore,
  act: Act,
  subject: Subject,
  input: { readonly markId: string; readonly reason: string },
): Promise<Result<StoredMark, MarkRefusal>> {
  const found = await ratings.find(input.markId)
  if (found === null) return refuse({ code: 'mark-unknown' })
  if (isOwnMark(subject, found.mark.staffNumber)) return refuse({ code: 'mark-about-oneself' })
  if (found.withdrawn) return refuse({ code: 'mark-withdrawn-already' })
  await ratings.withdraw(input.markId, { at: act.at, by: act.by, reason: input.reason })
  return accept(found.mark)
}

/** Nobody gives or takes back his own mark, by hand or by a sheet. */
export function isOwnMark(subject: Subject, about: string): boolean {
  return findBar(subject, 'rating.record', { about }) === 'aboutOneself'
}
