import type { BulletinDraft, BulletinHead } from '../commands/bulletin-store.ts'
import type { Backing } from '../domain/bulletin/backing.ts'
import type { BulletinAudience, BulletinContent } from '../domain/bulletin/bulletin.ts'
import type { LocalDate } from '../domain/primitives/local-date.ts'
import type { NoScheme } from './read-assessed-year.ts'

/** What is worth a second look before it is published; none of it stands in the way. */
export type BulletinWarning =
  | { readonly code: 'unconfirmed'; readonly count: number }
  | { readonly code: 'months-open'; readonly months: readonly string[] }
  | { readonly code: 'partial'; readonly count: number }
  | { readonly code: 'tied'; readonly count: number }

/** Why a draft cannot be published as things stand. */
export type BulletinNotReady =
  | NoScheme
  | { readonly code: 'quarter-running'; readonly lastDay: LocalDate }
  | { readonly code: 'nobody-on-roster'; readonly year: number }
  | { readonly code: 'result-not-approved'; readonly year: number }
  /** What was recorded since makes the year come to other figures than those approved. */
  | { readonly code: 'result-outdated'; readonly year: number; readonly number: number }
  | { readonly code: 'pay-list-not-approved'; readonly year: number }
  /** The bulletin of that number says the same. */
  | { readonly code: 'bulletin-unchanged'; readonly number: number }
  /** The one before is in 公示: it is withdrawn, or becomes final, first. */
  | { readonly code: 'bulletin-in-notice'; readonly number: number }
  /** What corrects another says why. */
  | { readonly code: 'reason-missing'; readonly number: number }

/** Everything of a draft but its number and day. */
export type DraftedBulletin = {
  readonly draft: BulletinDraft
  readonly year: number
  readonly audience: BulletinAudience
  readonly corrects: BulletinHead | null
  readonly notice: { readonly from: LocalDate; readonly to: LocalDate } | null
  readonly ledgerPosition: number
  readonly warnings: readonly BulletinWarning[]
  readonly content: (given: { readonly number: number; readonly publishedOn: LocalDate }) => BulletinContent
  /** `newSalt` gives 64 random hex digits. */
  readonly backing: (newSalt: () => string) => Backing
}
