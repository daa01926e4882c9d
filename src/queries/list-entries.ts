import type { EntryFilter, LedgerStore } from '../commands/ledger-store.ts'
import { entryViews, type EntryView, type EntryViewStores } from './entry-view.ts'

/** One page of the ledger's entries, the latest recorded first, and how many there are. */
export async function listEntries(
  stores: EntryViewStores & { readonly ledger: LedgerStore },
  filter: EntryFilter,
  { page, pageSize }: { readonly page: number; readonly pageSize: number },
): Promise<{ readonly entries: readonly EntryView[]; readonly total: number }> {
  const { entries, total } = await stores.ledger.page(filter, { offset: (page - 1) * pageSize, limit: pageSize })
  return { entries: await entryViews(stores, entries), total }
}
