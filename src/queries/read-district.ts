import type { TownOfAccount } from '../commands/account-store.ts'
import type { SchemeVersionStore } from '../commands/draft-store.ts'
import type { LedgerStore } from '../commands/ledger-store.ts'
import type { RosterStore } from '../commands/roster-store.ts'
import type { TownAccount } from '../commands/town-account-store.ts'
import type { LocalDate } from '../domain/primitives/local-date.ts'
import { versionInForce } from '../domain/scheme/version-in-force.ts'

/** How far a town is, in counts: no name of anybody, no score. */
export type TownAtAGlance = {
  readonly id: string
  readonly name: string
  readonly code: string
  /** On record, those who have left included. */
  readonly people: number
  readonly schemeVersion: { readonly version: number; readonly effectiveFrom: string } | null
  readonly entries: number
  readonly unconfirmedEntries: number
  /** Instant of the last change anybody made; null: nothing so far. */
  readonly lastWriteAt: string | null
  readonly accounts: { readonly inUse: number; readonly notActivated: number; readonly suspended: number }
  /** There is a system, a security and an audit administrator who can sign in. */
  readonly hasAdministrators: boolean
}

type Stores = {
  readonly versions: SchemeVersionStore
  readonly roster: RosterStore
  readonly ledger: LedgerStore
  readonly lastWriteAt: () => Promise<Date | null>
}

const administrators = ['systemAdmin', 'securityAdmin', 'auditAdmin']

/** One town's line of the district's table, read inside that town. */
export async function readTownAtAGlance(
  { id, name, code }: TownOfAccount,
  accounts: readonly TownAccount[],
  today: LocalDate,
  stores: Stores,
): Promise<TownAtAGlance> {
  const inForce = versionInForce(await stores.versions.list(), today)
  const counts = await stores.ledger.countByState()
  const inUse = accounts.filter(({ isActivated, suspendedAt }) => isActivated && suspendedAt === null)
  return {
    id,
    name,
    code,
    people: await stores.roster.countPeople(),
    schemeVersion: inForce === null ? null : { version: inForce.version, effectiveFrom: inForce.effectiveFrom },
    entries: counts.recorded + counts.confirmed,
    unconfirmedEntries: counts.recorded,
    lastWriteAt: (await stores.lastWriteAt())?.toISOString() ?? null,
    accounts: {
      inUse: inUse.length,
      notActivated: accounts.filter(({ isActivated, suspendedAt }) => !isActivated && suspendedAt === null).length,
      suspended: accounts.filter(({ suspendedAt }) => suspendedAt !== null).length,
    },
    hasAdministrators: administrators.every((role) => inUse.some(({ granted }) => granted.includes(role))),
  }
}
