import type { Backing } from '../domain/bulletin/backing.ts'
import type { BulletinTerms } from '../domain/bulletin/bulletin-terms.ts'
import type { BulletinAudience, BulletinContent, BulletinKind } from '../domain/bulletin/bulletin.ts'
import type { LocalDate } from '../domain/primitives/local-date.ts'
import type { LogHead } from '../domain/proof/log-entry.ts'

/** A document the town issued by number, without what it shows. */
export type BulletinHead = {
  readonly id: string
  readonly kind: BulletinKind
  /** 2026, 2026-Q1, 2026-03; of other kinds the id of what it is about. */
  readonly period: string
  readonly year: number
  /** 1, 2, 3 … per kind and year. */
  readonly number: number
  readonly title: string
  readonly state: 'notice' | 'final' | 'withdrawn'
  readonly audience: BulletinAudience
  /** Whom a document of one person is about; null of the other audiences. */
  readonly staffNumber: string | null
  /** The bulletin it corrects. */
  readonly corrects: string | null
  readonly terms: BulletinTerms
  /** SHA-256 of the content's canonical JSON, lower-case hex; of the backing's likewise. */
  readonly contentDigest: string
  readonly backingDigest: string | null
  readonly publishedAt: Date
  readonly publishedBy: string
  /** First and last day; null without a notice. */
  readonly notice: { readonly from: LocalDate; readonly to: LocalDate } | null
  /** Of the last row of the ledger its figures follow from. */
  readonly ledgerPosition: number
  /** The town's log with its publication as the last leaf. */
  readonly head: LogHead
  readonly final: { readonly at: Date; readonly by: string } | null
  readonly withdrawn: { readonly at: Date; readonly by: string; readonly reason: string } | null
}

export type Bulletin = BulletinHead & { readonly content: BulletinContent; readonly backing: Backing | null }

/** As it is handed in: digests and the log's head come with the writing. */
export type NewBulletin = Omit<
  Bulletin,
  'contentDigest' | 'backingDigest' | 'head' | 'final' | 'withdrawn' | 'state'
> & {
  readonly state: 'notice' | 'final'
}

/** A bulletin in the making: nothing is frozen yet. One of a kind and period at a time. */
export type BulletinDraft = {
  readonly id: string
  readonly kind: BulletinKind
  readonly period: string
  readonly title: string
  readonly terms: BulletinTerms
  readonly corrects: string | null
  readonly at: Date
  readonly by: string
}

export type BulletinStore = {
  /** The latest published first. */
  readonly list: () => Promise<readonly BulletinHead[]>
  readonly find: (bulletinId: string) => Promise<Bulletin | null>
  /** Of the kind and year; 0: none yet. */
  readonly lastNumber: (kind: BulletinKind, year: number) => Promise<number>
  /** Writes the bulletin with its digests and its leaf of the log. */
  readonly add: (bulletin: NewBulletin) => Promise<Bulletin>
  /** 定稿, with its leaf of the log; false when it is not in notice any more. */
  readonly finalise: (bulletinId: string, ended: { readonly at: Date; readonly by: string }) => Promise<boolean>
  /** Calls the notice off; false when it is not in notice any more. */
  readonly withdraw: (
    bulletinId: string,
    ended: { readonly at: Date; readonly by: string; readonly reason: string },
  ) => Promise<boolean>
  readonly drafts: () => Promise<readonly BulletinDraft[]>
  readonly addDraft: (draft: BulletinDraft) => Promise<void>
  readonly changeDraft: (
    draftId: string,
    changed: Pick<BulletinDraft, 'title' | 'terms' | 'at' | 'by'>,
  ) => Promise<void>
  readonly removeDraft: (draftId: string) => Promise<void>
}
