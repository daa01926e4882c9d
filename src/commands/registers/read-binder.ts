import { createBinder, type Binder, type VersionWithBindings } from '../../domain/registers/binder.ts'
import type { SchemeVersionStore } from '../draft-store.ts'
import type { RosterStore } from '../roster-store.ts'
import type { RuleBindingStore } from '../rule-binding-store.ts'

export type BinderStores = {
  readonly versions: Pick<SchemeVersionStore, 'list'>
  readonly roster: Pick<RosterStore, 'assignments'>
  readonly ruleBindings: Pick<RuleBindingStore, 'ofVersion'>
}

/** Reads versions, roster and what the office has said once. */
export async function readBinder(stores: BinderStores): Promise<Binder> {
  return createBinder(await readVersions(stores), await stores.roster.assignments())
}

async function readVersions({
  versions,
  ruleBindings,
}: Pick<BinderStores, 'versions' | 'ruleBindings'>): Promise<readonly VersionWithBindings[]> {
  const read: VersionWithBindings[] = []
  for (const { version, effectiveFrom, scheme } of await versions.list())
    read.push({ version, effectiveFrom, scheme, chosen: await ruleBindings.ofVersion(version) })
  return read
}
