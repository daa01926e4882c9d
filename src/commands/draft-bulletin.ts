import type { BulletinTerms } from '../domain/bulletin/bulletin-terms.ts'
import { isNoticed, type DraftedKind } from '../domain/bulletin/bulletin-titles.ts'
import { accept, refuse, type Result } from '../domain/primitives/result.ts'
import type { DayCount } from '../domain/primitives/working-calendar.ts'
import type { BulletinDraft, BulletinStore } from './bulletin-store.ts'
import type { Act } from './draft-store.ts'

export type BulletinDraftRefusal =
  | { readonly code: 'bulletin-draft-unknown' }
  /** Somebody changed it since it was looked at. */
  | { readonly code: 'bulletin-draft-changed'; readonly by: string }

/** What the office chooses; a kind without notice has none. */
export type ChosenTerms = Omit<BulletinTerms, 'notice'> & { readonly notice: DayCount | null }

/**
 * Begins a bulletin, or goes on with the draft there is of its kind and period: asked twice it is one draft. Its terms
 * begin as the scheme has them.
 */
export async function startBulletinDraft(
  bulletins: Pick<BulletinStore, 'drafts' | 'addDraft'>,
  act: Act,
  asked: {
    readonly kind: DraftedKind
    readonly period: string
    readonly title: string
    /** Of the published one it corrects. */
    readonly corrects: string | null
    readonly terms: ChosenTerms
  },
): Promise<BulletinDraft> {
  const open = (await bulletins.drafts()).find(
    ({ kind, period }) => kind === asked.kind && period === asked.period,
  )
  if (open !== undefined) return open
  const terms = termsOf(asked.kind, asked.terms)
  const draft = { ...asked, terms, id: act.newId(), at: act.at, by: act.by }
  await bulletins.addDraft(draft)
  return draft
}

/** Changes what the office may choose of a draft. */
export async function changeBulletinDraft(
  bulletins: Pick<BulletinStore, 'drafts' | 'changeDraft'>,
  act: Act,
  asked: Seen & { readonly title: string; readonly terms: ChosenTerms },
): Promise<Result<BulletinDraft, BulletinDraftRefusal>> {
  const found = await findSeen(bulletins, asked)
  if (!found.ok) return found
  const { title } = asked
  const changed = { title, terms: termsOf(found.value.kind, asked.terms), at: act.at, by: act.by }
  await bulletins.changeDraft(found.value.id, changed)
  return accept({ ...found.value, ...changed })
}

/** Puts a draft away; nothing was published of it. */
export async function discardBulletinDraft(
  bulletins: Pick<BulletinStore, 'drafts' | 'removeDraft'>,
  asked: Seen,
): Promise<Result<BulletinDraft, BulletinDraftRefusal>> {
  const found = await findSeen(bulletins, asked)
  if (found.ok) await bulletins.removeDraft(asked.draftId)
  return found
}

/** A draft as it was looked at: last changed then. */
type Seen = { readonly draftId: string; readonly seen: string }

async function findSeen(
  bulletins: Pick<BulletinStore, 'drafts'>,
  { draftId, seen }: Seen,
): Promise<Result<BulletinDraft, BulletinDraftRefusal>> {
  const found = await findDraft(bulletins, draftId)
  if (!found.ok || found.value.at.getTime() === Date.parse(seen)) return found
  return refuse({ code: 'bulletin-draft-changed', by: found.value.by })
}

export async function findDraft(
  bulletins: Pick<BulletinStore, 'drafts'>,
  draftId: string,
): Promise<Result<BulletinDraft, BulletinDraftRefusal>> {
  const draft = (await bulletins.drafts()).find(({ id }) => id === draftId)
  return draft === undefined ? refuse({ code: 'bulletin-draft-unknown' }) : accept(draft)
}

function termsOf(kind: BulletinDraft['kind'], terms: ChosenTerms): BulletinTerms {
  const { notice, contact, scope, gradesOnly, reason } = terms
  const said = reason === null || reason.trim() === '' ? null : reason.trim()
  if (!isNoticed(kind) || notice === null)
    return { notice: null, contact: '', scope: '', gradesOnly: false, reason: said }
  return { notice: { days: notice.days, kind: notice.kind }, contact, scope, gradesOnly, reason: said }
}
