import type { StoredVersion } from '../commands/draft-store.ts'
import type { EntryFilter, LedgerStore, RuleKey } from '../commands/ledger-store.ts'
import { placedRules } from '../domain/scheme/scheme.ts'
import { isSameOffice } from '../domain/roster/office-names.ts'
import type { Reach, Subject } from '../policies/permit.ts'
import { entryViews, type EntryView, type EntryViewStores } from './entry-view.ts'

/** One page of the ledger's entries within reach, the latest recorded first, and how many there are of these. */
export async function listEntries(
  stores: EntryViewStores & { readonly ledger: LedgerStore },
  filter: Omit<EntryFilter, 'ruleKeys' | 'within'>,
  { page, pageSize }: { readonly page: number; readonly pageSize: number },
  { subject, reach }: { readonly subject: Subject; readonly reach: Reach },
): Promise<{ readonly entries: readonly EntryView[]; readonly total: number }> {
  const ruleKeys = filter.words === null ? [] : rulesSpeakingOf(filter.words, await stores.versions.list())
  const { entries, total } = await stores.ledger.page(
    { ...filter, ruleKeys, within: await within(reach, stores.roster) },
    { offset: (page - 1) * pageSize, limit: pageSize },
  )
  return { entries: await entryViews(stores, entries, subject), total }
}

/** Offices by every name the roster has ever called them, since an office answers to several. */
async function within(reach: Reach, roster: EntryViewStores['roster']): Promise<EntryFilter['within']> {
  if (reach.kind === 'everyone') return null
  const { staffNumber, offices } = reach
  if (offices.length === 0) return { staffNumber, offices }
  const known = new Set((await roster.assignments()).map(({ office }) => office))
  const named = [...known].filter((office) => offices.some((one) => isSameOffice(one, office)))
  return { staffNumber, offices: named }
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
