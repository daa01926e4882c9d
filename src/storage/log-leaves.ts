import { randomBytes } from 'node:crypto'
import { toHex } from '../domain/primitives/canonical-json.ts'
import { assert } from '../domain/primitives/result.ts'
import { hiddenNames } from '../domain/proof/commitments.ts'
import { frontierRoot, growTree, type Frontier, type MadeNode } from '../domain/proof/frontier.ts'
import { encodeLeaf, type Leaf } from '../domain/proof/leaf.ts'
import { leafKindOf, leafOf, type Salts } from '../domain/proof/leaf-of.ts'
import { subjectOf, type LogEntry, type LogHead } from '../domain/proof/log-entry.ts'
import { leafHash, nodesOfRoot } from '../domain/proof/merkle-tree.ts'
import { countEarlier, readEarlier } from './earlier-entries.ts'
import { readLogSize, readNodes } from './log-nodes.ts'
import { logLeaf, logNode, logOpening } from './schema.ts'
import { sha256 } from './sha256.ts'
import type { Town } from './town-transaction.ts'

/** Few parameters at a time: PostgreSQL takes 65,535 in one statement. */
const mostAtOnce = 1000

/**
 * Adds entries to the town's log and answers the head after them. Inside the writer's transaction, which holds the
 * town's lock: the stores of what is logged call it, before they write the row itself. The first entry ever brings in
 * what there was before the log.
 */
export async function appendLeaves(town: Town, entries: readonly LogEntry[]): Promise<LogHead> {
  const [first] = entries
  const opened = await openLog(town)
  if (first === undefined) return headOf(opened)
  let log = opened.size === 0 ? (await enterEarlier(town, opened, timeOf(first))).log : opened
  for (let start = 0; start < entries.length; start += mostAtOnce)
    log = await append(
      town,
      log,
      entries.slice(start, start + mostAtOnce).map((entry) => prepare(entry, town)),
    )
  return headOf(log)
}

/** What there is from before the log enters it, when the log is empty; answers how many entries it was. */
export async function appendEarlier(town: Town, at: Date): Promise<number> {
  const log = await openLog(town)
  return log.size > 0 ? 0 : (await enterEarlier(town, log, at)).count
}

/** The time of an entry: when its row was recorded or its act was done. */
function timeOf(entry: LogEntry): Date {
  return entry.kind === 'ledger-row' ? new Date(entry.row.recordedAt) : entry.at
}

async function enterEarlier(town: Town, log: Frontier, at: Date): Promise<{ log: Frontier; count: number }> {
  const { versions, ledgerRows } = await countEarlier(town)
  if (versions + ledgerRows === 0) return { log, count: 0 }
  const leaf: Leaf = { kind: 'earlier', tenantId: town.tenantId, versions, ledgerRows, at: at.toISOString() }
  let grown = await append(town, log, [{ kind: 'earlier', subject: '', leaf, salts: null, at }])
  for await (const entries of readEarlier(town, mostAtOnce))
    grown = await append(
      town,
      grown,
      entries.map((entry) => prepare(entry, town)),
    )
  assert(grown.size === log.size + 1 + versions + ledgerRows, 'all from before the log has entered it')
  return { log: grown, count: versions + ledgerRows }
}

type Prepared = {
  readonly kind: LogEntry['kind'] | 'earlier'
  readonly subject: string
  readonly leaf: Leaf
  readonly salts: Salts | null
  readonly at: Date
}

function prepare(entry: LogEntry, { tenantId }: Town): Prepared {
  const salts = Object.fromEntries(
    hiddenNames(leafKindOf(entry)).map((name) => [name, randomBytes(32).toString('hex')]),
  )
  const leaf = leafOf(entry, tenantId, salts, sha256)
  return { kind: entry.kind, subject: subjectOf(entry), leaf, salts, at: timeOf(entry) }
}

async function openLog(town: Town): Promise<Frontier> {
  const size = await readLogSize(town)
  const edge = nodesOfRoot(size)
  if (edge.length === 0) return { size, hashes: [] }
  const nodes = await readNodes(town, edge, ({ level, index }) => {
    throw new Error(`the log has lost the subtree ${String(index)} of level ${String(level)}`)
  })
  return { size, hashes: edge.map(nodes) }
}

async function append(town: Town, log: Frontier, prepared: readonly Prepared[]): Promise<Frontier> {
  const { db, tenantId } = town
  const leaves = prepared.map(({ kind, subject, leaf, salts, at }, offset) => {
    const content = encodeLeaf(leaf)
    const hash = leafHash(content, sha256)
    return { tenantId, leafIndex: log.size + offset, kind, subject, content, hash, at, salts }
  })
  const { frontier, made } = growTree(
    log,
    leaves.map(({ hash }) => hash),
    sha256,
  )
  await db.insert(logLeaf).values(leaves.map(({ salts: _salts, ...leaf }) => leaf))
  const openings = leaves.flatMap(({ leafIndex, salts }) =>
    salts === null ? [] : [{ tenantId, leafIndex, salts }],
  )
  if (openings.length > 0) await db.insert(logOpening).values(openings)
  await insertNodes(town, made)
  return frontier
}

async function insertNodes({ db, tenantId }: Town, made: readonly MadeNode[]): Promise<void> {
  if (made.length === 0) return
  await db
    .insert(logNode)
    .values(made.map(({ level, index, hash }) => ({ tenantId, level, nodeIndex: index, hash })))
}

function headOf(log: Frontier): LogHead {
  return { size: log.size, root: toHex(frontierRoot(log, sha256)) }
}
