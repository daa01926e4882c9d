import type { Backing } from '../domain/bulletin/backing.ts'
import type { BulletinAudience, BulletinContent } from '../domain/bulletin/bulletin.ts'
import type { LocalDate } from '../domain/primitives/local-date.ts'
import { accept, refuse, type Result } from '../domain/primitives/result.ts'
import type { Bulletin, BulletinDraft, BulletinHead, BulletinStore } from './bulletin-store.ts'
import type { Act } from './draft-store.ts'
import { issueBulletin } from './issue-bulletin.ts'

export type PublishRefusal =
  /** Publishing asks for the bulletin's title, as it stands on it. */
  | { readonly code: 'bulletin-title-wrong'; readonly title: string }
  /** The figures, the number or the day are others than those that were looked at. */
  | { readonly code: 'figures-changed' }

/** A draft with its figures of now (queries/draft-bulletin). */
type Drafted = {
  readonly draft: BulletinDraft
  readonly year: number
  readonly audience: BulletinAudience
  readonly corrects: BulletinHead | null
  readonly notice: { readonly from: LocalDate; readonly to: LocalDate } | null
  readonly ledgerPosition: number
  readonly content: (given: { readonly number: number; readonly publishedOn: LocalDate }) => BulletinContent
  readonly backing: (newSalt: () => string) => Backing
}

/**
 * Publishes a draft as it was looked at: into 公示 where its kind is noticed, else final. The digests say whether it is
 * the same; the draft is gone with it, so that it is published once.
 */
export async function publishBulletin(
  bulletins: Pick<BulletinStore, 'lastNumber' | 'add' | 'removeDraft'>,
  act: Act & { readonly today: LocalDate },
  drafted: Drafted,
  asked: {
    readonly typedTitle: string
    readonly digest: { readonly shown: string; readonly now: string }
  },
): Promise<Result<Bulletin, PublishRefusal>> {
  const { draft, corrects, backing, ...rest } = drafted
  if (asked.digest.shown !== asked.digest.now) return refuse({ code: 'figures-changed' })
  if (asked.typedTitle.trim() !== draft.title) return refuse({ code: 'bulletin-title-wrong', title: draft.title })
  const { kind, period, title, terms } = draft
  const newSalt = () => `${act.newId()}${act.newId()}`.replaceAll('-', '')
  const published = await issueBulletin({ bulletins }, act, {
    ...rest,
    id: act.newId(),
    kind,
    period,
    title,
    terms,
    staffNumber: null,
    corrects: corrects?.id ?? null,
    backing: backing(newSalt),
  })
  await bulletins.removeDraft(draft.id)
  return accept(published)
}
