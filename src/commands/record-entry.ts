import { checkFinding, type Finding, type FindingRefusal } from '../domain/ledger/check-finding.ts'
import { accept, type Result } from '../domain/primitives/result.ts'
import { appendToLedger, type LedgerAct } from './append-to-ledger.ts'
import type { SchemeVersionStore } from './draft-store.ts'
import type { LedgerStore, StoredEntry } from './ledger-store.ts'
import type { RosterStore } from './roster-store.ts'

type Stores = {
  readonly versions: SchemeVersionStore
  readonly roster: RosterStore
  readonly ledger: LedgerStore
}

/** Posts a finding: one entry per person, all or none, each waiting for its confirmation. */
export async function recordEntry(
  stores: Stores,
  act: LedgerAct,
  finding: Finding,
): Promise<Result<readonly StoredEntry[], FindingRefusal>> {
  const versions = await stores.versions.list()
  const roster = await stores.roster.assignments()
  const checked = checkFinding({ versions, roster, today: act.today }, finding)
  if (!checked.ok) return checked
  const contents = checked.value.map((recording) => ({ kind: 'recording', recording }) as const)
  const rows = await appendToLedger(stores.ledger, act, contents)
  return accept(await stores.ledger.find(rows.map(({ id }) => id)))
}
