import { z } from 'zod'
import { posts, type Post } from '../../../domain/scheme/scheme.ts'
import { employments, type Employment } from '../../../domain/roster/assignment.ts'
import type { HistoryEvent } from '../../../domain/roster/person-history.ts'
import type { PersonnelChange } from '../../../domain/roster/personnel-change.ts'
import type { PeopleChangeRequest } from '../../../http/contract/people-changes.ts'

export type ChangeKind = PersonnelChange['kind']

/** A change as it is filled in; empty means not said. */
export type ChangeDraft = {
  readonly kind: ChangeKind
  readonly event: HistoryEvent | null
  readonly staffNumber: string
  readonly name: string
  readonly on: string
  readonly to: string
  readonly note: string
  readonly office: string
  readonly post: string
  readonly inChargeOf: readonly string[]
  /** unspecified: 在编, employment not said. */
  readonly employment: string
}

export function emptyDraft(kind: ChangeKind, today: string, event: HistoryEvent | null = null): ChangeDraft {
  return {
    kind,
    event,
    staffNumber: '',
    name: '',
    on: event === null ? today : event.on,
    to: '',
    note: '',
    office: '',
    post: '',
    inChargeOf: [],
    employment: '',
  }
}

const day = z.iso.date()
const post = z.enum(posts)
const employment = z.enum(employments)

/** The change as the API takes it, or null while something needed is missing. */
export function changeOf(draft: ChangeDraft): PeopleChangeRequest['change'] | null {
  const { kind, event, on, name, note } = draft
  if (kind === 'cancel') return event === null ? null : { kind, event }
  if (!day.safeParse(on).success) return null
  if (kind === 'correct') return event === null || event.on === on ? null : { kind, event, on }
  if (kind === 'join') {
    const place = placeOf(draft)
    const isPlaced = place.post !== undefined && (draft.office !== '' || place.post !== '工作人员')
    if (name.trim() === '' || !isPlaced || place.post === undefined) return null
    return {
      kind,
      on,
      name: name.trim(),
      place: {
        office: draft.office,
        post: place.post,
        inChargeOf: [...draft.inChargeOf],
        employment: place.employment ?? null,
      },
    }
  }
  if (kind === 'move') {
    const place = placeOf(draft)
    return Object.keys(place).length === 0 ? null : { kind, on, place }
  }
  if (kind === 'leave' || kind === 'return') return { kind, on }
  return { kind, on, to: day.safeParse(draft.to).success ? draft.to : null, note }
}

function placeOf(draft: ChangeDraft): {
  office?: string
  post?: Post
  inChargeOf?: string[]
  employment?: Employment | null
} {
  const read = { post: post.safeParse(draft.post), employment: employment.safeParse(draft.employment) }
  return {
    ...(draft.office === '' ? {} : { office: draft.office }),
    ...(read.post.success ? { post: read.post.data } : {}),
    ...(draft.inChargeOf.length === 0 ? {} : { inChargeOf: [...draft.inChargeOf] }),
    ...(read.employment.success
      ? { employment: read.employment.data }
      : draft.employment === 'unspecified'
        ? { employment: null }
        : {}),
  }
}

/** A mistake set right says why. */
export function needsReason(kind: ChangeKind): boolean {
  return kind === 'correct' || kind === 'cancel'
}
