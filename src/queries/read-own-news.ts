import type { LedgerStore } from '../commands/ledger-store.ts'
import type { AcknowledgementStore } from '../commands/period-store.ts'
import type { Subject } from '../policies/permit.ts'
import { entryViews, type EntryView, type EntryViewStores } from './entry-view.ts'

export type OwnNews = {
  /** Of the year, not taken back, and neither acknowledged nor in a closed month's table; the latest recorded first. */
  readonly entries: readonly EntryView[]
}

/** What somebody does not know of yet, as far as the system can tell. */
export async function readOwnNews(
  stores: EntryViewStores & {
    readonly ledger: Pick<LedgerStore, 'ofYear'>
    readonly acknowledgements: Pick<AcknowledgementStore, 'ofPerson' | 'daysOf'>
  },
  year: number,
  subject: Subject,
): Promise<OwnNews> {
  const { staffNumber } = subject
  if (staffNumber === null) return { entries: [] }
  const acknowledged = await stores.acknowledgements.ofPerson(staffNumber)
  const own = await stores.ledger.ofYear(year, staffNumber)
  const fresh = own.filter(({ id, state }) => state !== 'reversed' && !acknowledged.has(id))
  const views = await entryViews(stores, fresh, subject)
  return { entries: views.filter(({ toldOn }) => toldOn === null).toReversed() }
}
