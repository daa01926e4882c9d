import type { Bulletin, BulletinHead, BulletinStore } from '../commands/bulletin-store.ts'
import type { SchemeVersionStore, StoredVersion } from '../commands/draft-store.ts'
import type { LogStore, StoredLeaf } from '../commands/log-store.ts'
import type { PeriodStore } from '../commands/period-store.ts'
import type { ProofStore } from '../commands/proof-store.ts'
import type { BackingShown } from '../domain/bulletin/backing.ts'
import type { LedgerRow } from '../domain/ledger/ledger-row.ts'
import { digestOf, type Sha256 } from '../domain/primitives/canonical-json.ts'
import { hiddenNames, type Opening } from '../domain/proof/commitments.ts'
import { decodeLeaf, type Leaf } from '../domain/proof/leaf.ts'
import { leafKindOf, openingsOf } from '../domain/proof/leaf-of.ts'
import type { LogEntry } from '../domain/proof/log-entry.ts'
import { schemeToFile } from '../domain/scheme/scheme.ts'
import type { PartName, ProofScope } from '../domain/verification/proof-file.ts'

type Ports = {
  readonly log: Pick<LogStore, 'leavesBetween' | 'checkpoints'>
  readonly proof: ProofStore
  readonly bulletins: Pick<BulletinStore, 'list' | 'find'>
  readonly versions: Pick<SchemeVersionStore, 'list'>
  readonly periods: Pick<PeriodStore, 'closes'>
}

export type ProofAsked = {
  readonly scope: ProofScope
  /** 工号 of whom a public file is made for; null: of nobody on the roster. */
  readonly staffNumber: string | null
  /** The log's head that the file ends at. */
  readonly size: number
}

const everyCheckpoint = 1_000_000

/** The parts of a proof file (gongdao-proof/1), each with what its scope may see and nothing else. */
export async function readProofParts(
  ports: Ports,
  asked: ProofAsked,
  sha256: Sha256,
): Promise<Readonly<Record<PartName, unknown>>> {
  const { scope, size } = asked
  const isFull = scope === 'full'
  const rows = await rowsFor(ports, asked)
  const bulletins = await bulletinsFor(ports, asked)
  const versions = await ports.versions.list()
  const subjects: Subjects = {
    rows: new Map(rows.map((row) => [row.id, row])),
    bulletins: new Map(bulletins.map((one) => [one.id, one])),
    versions: new Map(versions.map((one) => [String(one.version), one])),
    closes: new Map((await ports.periods.closes()).map((one) => [one.month, one])),
  }
  const leaves = await ports.log.leavesBetween(0, size)
  const checkpoints = await ports.log.checkpoints(everyCheckpoint)
  return {
    hashes: await ports.proof.leafHashes(size),
    checkpoints: checkpoints
      .filter((one) => one.size <= size)
      .toSorted((one, other) => one.size - other.size)
      .map(({ note }) => note),
    leaves: leaves.flatMap((leaf) => shownLeaf(leaf, asked, subjects)),
    rows: isFull ? rows : [],
    schemes: isFull ? versions.map(shownScheme) : [],
    bulletins: bulletins.map((one) => shownBulletin(one, scope, sha256)),
  }
}

type Subjects = {
  readonly rows: ReadonlyMap<string, LedgerRow>
  readonly bulletins: ReadonlyMap<string, Bulletin>
  readonly versions: ReadonlyMap<string, StoredVersion>
  readonly closes: ReadonlyMap<string, Awaited<ReturnType<PeriodStore['closes']>>[number]>
}

async function rowsFor({ proof }: Ports, { scope, staffNumber }: ProofAsked): Promise<readonly LedgerRow[]> {
  if (scope === 'full') return proof.ledgerRows()
  return scope === 'public' && staffNumber !== null ? proof.ledgerRows(staffNumber) : []
}

/** In the order of the log. */
async function bulletinsFor({ bulletins }: Ports, asked: ProofAsked): Promise<readonly Bulletin[]> {
  const heads = (await bulletins.list())
    .filter((head) => isShown(head, asked))
    .toSorted((one, other) => one.head.size - other.head.size)
  const read: Bulletin[] = []
  for (const { id } of heads) {
    const found = await bulletins.find(id)
    if (found !== null) read.push(found)
  }
  return read
}

/** What is published to the town, what is one's own, what is of pay; 纪检 sees it all. */
function isShown({ audience, staffNumber, head }: BulletinHead, asked: ProofAsked): boolean {
  if (head.size > asked.size) return false
  if (asked.scope === 'full' || audience === 'town') return true
  if (audience === 'pay') return asked.scope === 'pay'
  return asked.scope === 'public' && staffNumber !== null && staffNumber === asked.staffNumber
}

function shownLeaf(stored: StoredLeaf, { scope }: ProofAsked, subjects: Subjects) {
  const leaf = readLeaf(stored.content)
  if (leaf === null) return []
  const entry = entryOf(stored, leaf.kind === 'publication' ? leaf.backingDigest : null, subjects)
  const isOpen = leaf.kind === 'earlier' || leaf.kind === 'adoption' || leaf.kind === 'close'
  if (scope !== 'full' && !isOpen && entry === null) return []
  const openings = entry === null || stored.salts === null ? [] : openingsFor(entry, stored.salts, scope)
  return [{ index: stored.index, leaf, openings }]
}

/** Null: no leaf any more; whoever checks the file misses it. */
function readLeaf(content: Uint8Array): Leaf | null {
  try {
    return decodeLeaf(content)
  } catch {
    return null
  }
}

/** Who acted for the town stays within the house; whom and what an entry is about is its own person's to know. */
function openingsFor(
  entry: LogEntry,
  salts: Readonly<Record<string, string>>,
  scope: ProofScope,
): readonly Opening[] {
  if (!hiddenNames(leafKindOf(entry)).every((name) => Object.hasOwn(salts, name))) return []
  const all = openingsOf(entry, salts)
  if (scope === 'full') return all
  if (entry.kind === 'ledger-row') return all.filter(({ name }) => name !== 'idempotencyKey')
  return all.filter(({ name }) => name === 'contentDigest')
}

/** What a leaf stands for, as it is on record now; null: not shown to this reader, or gone. */
function entryOf(
  { kind, subject }: StoredLeaf,
  backingDigest: string | null,
  subjects: Subjects,
): LogEntry | null {
  switch (kind) {
    case 'ledger-row': {
      const row = subjects.rows.get(subject)
      return row === undefined ? null : { kind, row }
    }
    case 'adoption': {
      const version = subjects.versions.get(subject)
      if (version === undefined) return null
      const { effectiveFrom, adoptedAt, adoptedBy } = version
      const digests = { schemeDigest: '', regulationDigest: null }
      return { kind, version: version.version, ...digests, effectiveFrom, at: adoptedAt, by: adoptedBy }
    }
    case 'close': {
      const close = subjects.closes.get(subject)
      if (close === undefined) return null
      const { month, ledgerPosition, bulletinId, closedAt, closedBy } = close
      return { kind, month, ledgerPosition, bulletinId, at: closedAt, by: closedBy }
    }
    case 'publication':
    case 'finalisation': {
      const bulletin = subjects.bulletins.get(subject)
      return bulletin === undefined ? null : bulletinEntry(kind, bulletin, backingDigest)
    }
    default:
      return null
  }
}

function bulletinEntry(
  kind: 'publication' | 'finalisation',
  bulletin: Bulletin,
  backingDigest: string | null,
): LogEntry | null {
  const { id, period, number, contentDigest, corrects, ledgerPosition, publishedAt, publishedBy, final } = bulletin
  if (kind === 'finalisation') return final === null ? null : { kind, bulletinId: id, at: final.at, by: final.by }
  const said = {
    bulletinId: id,
    bulletinKind: bulletin.kind,
    period,
    number,
    contentDigest,
    backingDigest,
    corrects,
  }
  return { kind, ...said, ledgerPosition, at: publishedAt, by: publishedBy }
}

function shownScheme({ version, effectiveFrom, scheme, regulation }: StoredVersion) {
  return { version, effectiveFrom, file: schemeToFile(scheme), regulation: regulation?.text ?? null }
}

function shownBulletin(bulletin: Bulletin, scope: ProofScope, sha256: Sha256) {
  const { id, kind, period, number, audience, head, content } = bulletin
  const backing = shownBacking(bulletin, scope, sha256)
  return { id, kind, period, number, audience, head: { size: head.size, root: head.root }, content, backing }
}

/** Finance sees results and pay; the year's marks and items it knows by their digest. */
function shownBacking({ kind, backing }: Bulletin, scope: ProofScope, sha256: Sha256): BackingShown | null {
  if (backing === null || scope === 'public') return null
  if (scope === 'full') return backing
  if (kind !== 'annual' && kind !== 'payroll') return null
  const { assessed } = backing
  return { ...backing, assessed: assessed === null ? null : { digest: digestOf(assessed, sha256) } }
}
