import type { BulletinStore } from '../commands/bulletin-store.ts'
import type { CorrectionStore } from '../commands/correction-store.ts'
import type { DraftStore, SchemeVersionStore } from '../commands/draft-store.ts'
import type { LedgerStore } from '../commands/ledger-store.ts'
import type { ProposalKind, WaitingProposals } from '../commands/proposal-store.ts'
import type { ProposedEntryStore } from '../commands/proposed-entry-store.ts'
import type { RatingStore } from '../commands/rating-store.ts'
import type { RosterStore } from '../commands/roster-store.ts'
import { yearOf, type LocalDate } from '../domain/primitives/local-date.ts'
import { versionInForce } from '../domain/scheme/version-in-force.ts'
import { reachOf, type Subject } from '../policies/permit.ts'
import { countWaiting, type WaitingStores } from './count-waiting-proceedings.ts'
import type { Action } from '../policies/policy-table.ts'
import { mayReadBulletin } from './readable-bulletins.ts'

type AdoptedVersion = { readonly version: number; readonly effectiveFrom: LocalDate }

export type TownProgress = {
  /** The year pages open on: that of the latest entry, else today's. */
  readonly assessmentYear: number
  /** In force today. */
  readonly schemeVersion: AdoptedVersion | null
  /** Every adopted version, oldest first. */
  readonly schemeVersions: readonly AdoptedVersion[]
  readonly progress: {
    readonly hasDraft: boolean
    /** null, here and below: not for who sees only a part of them. */
    readonly people: number | null
    readonly entries: number | null
    readonly unconfirmedEntries: number | null
    /** 登记建议 that wait for the office. */
    readonly openProposals: number | null
    /** 更正申请 that wait for an answer. */
    readonly openCorrections: number | null
    readonly marks: number | null
    /** What the leading group is to decide, and what it sent back to the office; empty for everybody else. */
    readonly proposals: WaitingProposals
    /** Objections and deductions in which something is for who asks to do. */
    readonly waitingProceedings: number
    /** Bulletins in 公示 that who asks may read; null: none of them. */
    readonly noticedBulletins: number | null
  }
}

type Stores = {
  readonly versions: SchemeVersionStore
  readonly drafts: DraftStore
  readonly roster: RosterStore
  readonly ledger: LedgerStore
  readonly ratings: RatingStore
  readonly corrections: Pick<CorrectionStore, 'list'>
  readonly proposedEntries: Pick<ProposedEntryStore, 'countOpen'>
  readonly waitingProposals: () => Promise<WaitingProposals>
  readonly bulletins: Pick<BulletinStore, 'list'>
} & WaitingStores

/** How far a town is on the road from regulation to pay: what stands in its top bar and its empty pages. */
export async function readTownProgress(stores: Stores, today: LocalDate, subject: Subject): Promise<TownProgress> {
  const seesAll = (action: Action) => reachOf(subject, action)?.kind === 'everyone'
  const seesEntries = seesAll('entry.read')
  const schemeVersions = (await stores.versions.list()).map(({ version, effectiveFrom }) => ({
    version,
    effectiveFrom,
  }))
  const counts = await stores.ledger.countByState()
  const assessmentYear = (await stores.ledger.latestYear()) ?? yearOf(today)
  return {
    assessmentYear,
    schemeVersion: versionInForce(schemeVersions, today),
    schemeVersions,
    progress: {
      hasDraft: seesAll('scheme.draft') && (await stores.drafts.readOpen()) !== null,
      people: seesAll('people.read') ? await stores.roster.countPeople() : null,
      entries: seesEntries ? counts.recorded + counts.confirmed : null,
      unconfirmedEntries: seesEntries ? counts.recorded : null,
      openProposals: seesAll('proposed-entry.decide') ? await stores.proposedEntries.countOpen() : null,
      openCorrections: seesAll('correction.answer') ? await countOpen(stores.corrections) : null,
      marks: seesAll('rating.read') ? (await stores.ratings.standingMarks(assessmentYear)).length : null,
      proposals: proposalsFor(subject, await stores.waitingProposals()),
      waitingProceedings: await countWaiting(stores, { subject, today }),
      noticedBulletins: await noticedBulletins(stores, subject),
    },
  }
}

async function noticedBulletins({ bulletins }: Stores, subject: Subject): Promise<number | null> {
  if (reachOf(subject, 'bulletin.read') === null) return null
  const all = await bulletins.list()
  return all.filter((one) => one.state === 'notice' && mayReadBulletin(subject, one)).length
}

async function countOpen(corrections: Pick<CorrectionStore, 'list'>): Promise<number> {
  return (await corrections.list(null)).filter(({ state }) => state === 'open').length
}

const actionsOn = {
  adoption: ['scheme.propose', 'scheme.adopt'],
  'annual-result': ['result.propose', 'result.approve'],
  'pay-list': ['result.propose', 'result.approve'],
} as const satisfies Record<ProposalKind, readonly Action[]>

/** That figures wait, or were sent back, concerns who proposes or decides them alone. */
function proposalsFor(subject: Subject, { open, rejected }: WaitingProposals): WaitingProposals {
  const concerns = ({ kind }: WaitingProposals['open'][number]) =>
    actionsOn[kind].some((action) => reachOf(subject, action) !== null)
  return { open: open.filter(concerns), rejected: rejected.filter(concerns) }
}
