import type { StoredVersion } from '../commands/draft-store.ts'
import type { LedgerEntry } from '../domain/ledger/entry.ts'
import { sheetDirectory, type PlacedRule, type SheetDirectory } from '../domain/roster/sheet-directory.ts'
import { continuedRuleIds } from '../domain/scheme/scheme-lineage.ts'
import { versionInForce } from '../domain/scheme/version-in-force.ts'

/** The rule that judges an entry, in the version in force on its day. */
export type EntryRule = { readonly version: number; readonly placed: PlacedRule }

type Recorded = Pick<LedgerEntry, 'ruleId' | 'occurredOn' | 'schemeVersion'>

/**
 * Looks up rules of entries: in the version in force on the entry's day, by the id it was recorded with, or by the rule
 * that continues it where that day's version came later; else as recorded. What is looked up once is remembered.
 */
export function entryRuleFinder(versions: readonly StoredVersion[]) {
  const directories = new Map<StoredVersion, SheetDirectory>()
  const ids = new Map<string, ReadonlyMap<string, string>>()
  const ruleIn = (version: StoredVersion, ruleId: string): EntryRule | null => {
    const directory = directories.get(version) ?? sheetDirectory(version.scheme)
    directories.set(version, directory)
    const placed = directory.ruleById.get(ruleId)
    return placed === undefined ? null : { version: version.version, placed }
  }
  const translate = (from: StoredVersion, to: StoredVersion, ruleId: string): string | undefined => {
    const key = `${String(from.version)} ${String(to.version)}`
    const known = ids.get(key) ?? continuedRuleIds(from.scheme, to.scheme)
    ids.set(key, known)
    return known.get(ruleId)
  }
  return ({ ruleId, occurredOn, schemeVersion }: Recorded): EntryRule | null => {
    const judging = versionInForce(versions, occurredOn)
    const recorded = versions.find(({ version }) => version === schemeVersion) ?? judging
    if (recorded === null) return null
    const judgedId = judging === null || judging === recorded ? undefined : translate(recorded, judging, ruleId)
    return judging === null || judgedId === undefined ? ruleIn(recorded, ruleId) : ruleIn(judging, judgedId)
  }
}
