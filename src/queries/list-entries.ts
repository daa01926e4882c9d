import type { StoredVersion } from '../commands/draft-store.ts'
import type { EntryFilter, LedgerStore, RuleKey } from '../commands/ledger-store.ts'
import { placedRules } from '../domain/scheme/scheme.ts'
import type { Subject } from '../policies/permit.ts'
import { entryViews, type EntryView, type EntryViewStores } from './entry-view.ts'

/** One page of the ledger's entries, the latest recorded first, and how many there are. */
export async function listEntries(
  stores: EntryViewStores & { readonly ledger: LedgerStore },
  filter: Omit<EntryFilter, 'ruleKeys'>,
  { page, pageSize }: { readonly page: number; readonly pageSize: number },
  subject: Subject,
): Promise<{ readonly entries: readonly EntryView[]; readonly total: number }> {
  const ruleKeys = filter.words === null ? [] : rulesSpeakingOf(filter.words, await stores.versions.list())
  const { entries, total } = await stores.ledger.page(
    { ...filter, ruleKeys },
    { offset: (page - 1) * pageSize, limit: pageSize },
  )
  return { entries: await entryViews(stores, entries, subject), total }
}

/** The rules whose item or sentence holds the words, in every version there has been. */
function rulesSpeakingOf(words: string, versions: readonly StoredVersion[]): readonly RuleKey[] {
  return versions.flatMap(({ version, scheme }) =>
    [...placedRules(scheme)].flatMap(({ rule, item }) =>
      (item?.title ?? '').includes(words) || rule.sentence.includes(words)
        ? [{ schemeVersion: version, ruleId: rule.id }]
        : [],
    ),
  )
}
