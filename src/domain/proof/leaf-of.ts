import type { Sha256 } from '../primitives/canonical-json.ts'
import { assert, impossible } from '../primitives/result.ts'
import type { LedgerRow } from '../ledger/ledger-row.ts'
import { commitTo, hiddenNames, type Opening } from './commitments.ts'
import type { Leaf, LeafKind } from './leaf.ts'
import type { LogEntry } from './log-entry.ts'

/** The salts that open a leaf's commitments, by the name of their field: 32 random bytes in lower-case hex each. */
export type Salts = Readonly<Record<string, string>>

/** What the entry's leaf is called; a ledger row's by what it says. */
export function leafKindOf(entry: LogEntry): Exclude<LeafKind, 'earlier'> {
  return entry.kind === 'ledger-row' ? entry.row.kind : entry.kind
}

/** The leaf of an entry with these salts, one for each hidden field of its kind. */
export function leafOf(entry: LogEntry, tenantId: string, salts: Salts, sha256: Sha256): Leaf {
  const values = hiddenValues(entry)
  const seal = (name: string): string => commitTo(openingOf(name, values, salts), sha256)
  if (entry.kind === 'ledger-row') {
    assert(entry.row.tenantId === tenantId, 'a row enters the log of its own town')
    return leafOfRow(entry.row, seal)
  }
  const [at, by] = [entry.at.toISOString(), seal('by')]
  switch (entry.kind) {
    case 'adoption': {
      const { kind, version, schemeDigest, regulationDigest, effectiveFrom } = entry
      return { kind, tenantId, version, schemeDigest, regulationDigest, effectiveFrom, at, by }
    }
    case 'close': {
      const { kind, month, ledgerPosition, bulletinId } = entry
      return { kind, tenantId, month, ledgerPosition, bulletinId, at, by }
    }
    case 'publication': {
      const { kind, bulletinId, bulletinKind, period, number, backingDigest, corrects, ledgerPosition } = entry
      const contentDigest = seal('contentDigest')
      const head = { kind, tenantId, bulletinId, bulletinKind, period, number }
      return { ...head, contentDigest, backingDigest, corrects, ledgerPosition, at, by }
    }
    case 'finalisation':
      return { kind: entry.kind, tenantId, bulletinId: entry.bulletinId, at, by }
    default:
      return impossible(entry)
  }
}

/** All that opens the entry's leaf; handed to those it is about and to those who may see it anyway. */
export function openingsOf(entry: LogEntry, salts: Salts): readonly Opening[] {
  const values = hiddenValues(entry)
  return hiddenNames(leafKindOf(entry)).map((name) => openingOf(name, values, salts))
}

function openingOf(name: string, values: ReadonlyMap<string, string | null>, salts: Salts): Opening {
  const [value, salt] = [values.get(name), salts[name]]
  assert(value !== undefined && salt !== undefined, `${name} has its value and salt`)
  return { name, salt, value }
}

function leafOfRow(row: LedgerRow, seal: (name: string) => string): Leaf {
  const { tenantId, position, id, recordedAt } = row
  const head = {
    tenantId,
    position,
    id,
    recordedAt,
    recordedBy: seal('recordedBy'),
    idempotencyKey: seal('idempotencyKey'),
  }
  if (row.kind === 'confirmation') return { kind: row.kind, ...head, entryId: row.entryId }
  if (row.kind === 'reversal') return { kind: row.kind, ...head, entryId: row.entryId, reason: seal('reason') }
  const { schemeVersion, ruleId, clause, quantity, occurredOn, level, discretion } = row.recording
  return {
    kind: row.kind,
    ...head,
    staffNumber: seal('staffNumber'),
    schemeVersion,
    ruleId,
    clause,
    quantity,
    occurredOn,
    level,
    matter: seal('matter'),
    discretion,
    place: seal('place'),
    note: seal('note'),
    basis: seal('basis'),
  }
}

function hiddenValues(entry: LogEntry): ReadonlyMap<string, string | null> {
  if (entry.kind === 'publication')
    return new Map([
      ['by', entry.by],
      ['contentDigest', entry.contentDigest],
    ])
  if (entry.kind !== 'ledger-row') return new Map([['by', entry.by]])
  const { row } = entry
  const values = new Map<string, string | null>([
    ['recordedBy', row.recordedBy],
    ['idempotencyKey', row.idempotencyKey],
  ])
  if (row.kind === 'reversal') values.set('reason', row.reason)
  if (row.kind !== 'recording') return values
  const { staffNumber, matter, place, note, basis } = row.recording
  for (const [name, value] of Object.entries({ staffNumber, matter, place, note, basis })) values.set(name, value)
  return values
}
