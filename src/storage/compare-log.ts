import { and, asc, eq, gt, gte, inArray } from 'drizzle-orm'
import { z } from 'zod'
import type { LogComparison, LogProblem } from '../commands/log-store.ts'
import type { Signer } from '../commands/signer.ts'
import { decodeLedgerRow } from '../domain/ledger/canonical-encoding.ts'
import { canonicalJson, toHex } from '../domain/primitives/canonical-json.ts'
import { openCheckpoint, originOf } from '../domain/proof/checkpoint.ts'
import { opens } from '../domain/proof/commitments.ts'
import { isLeafOf } from '../domain/proof/compare-leaf.ts'
import { frontierRoot, growTree, type Frontier } from '../domain/proof/frontier.ts'
import { decodeLeaf, type Leaf } from '../domain/proof/leaf.ts'
import type { Salts } from '../domain/proof/leaf-of.ts'
import type { LogEntry } from '../domain/proof/log-entry.ts'
import { leafHash, nodesOfRoot, treeRoot } from '../domain/proof/merkle-tree.ts'
import { readAdoptions } from './earlier-entries.ts'
import { hexSha256 } from './hex-sha256.ts'
import { readNodes } from './log-nodes.ts'
import { bulletin, checkpoint, keptHead, ledgerRow, logLeaf, logOpening } from './schema.ts'
import { sha256 } from './sha256.ts'
import type { Town } from './town-transaction.ts'

const atOnce = 1000
const mostProblems = 100

/** Reckons the town's log anew from what is stored, and says what does not fit. */
export async function compareLog(town: Town, signer: Pick<Signer, 'keys' | 'verify'>): Promise<LogComparison> {
  const found: LogProblem[] = []
  const report = (problem: LogProblem) => void (found.length < mostProblems && found.push(problem))
  const promises = await readPromises(town)
  const subjects = await openSubjects(town)
  const wanted = new Set(promises.map(({ size }) => size))
  const roots = new Map<number, string>()
  let [log, erased, next]: [Frontier, number, number] = [{ size: 0, hashes: [] }, 0, 0]
  for (;;) {
    const leaves = await readLeaves(town, next)
    if (leaves.length === 0) break
    await subjects.load(leaves)
    for (const { leaf, salts } of leaves) {
      if (leaf.leafIndex !== next) report({ kind: 'leaf-missing', index: next, subject: '', of: 'tree' })
      next = leaf.leafIndex + 1
      if (salts === null && leaf.kind !== 'earlier') erased += 1
      const problem = problemOf(leaf, salts, subjects)
      if (problem !== null) report(about(problem, leaf.leafIndex, leaf))
      log = growTree(log, [leafHash(leaf.content, sha256)], sha256).frontier
      if (wanted.has(log.size)) roots.set(log.size, toHex(frontierRoot(log, sha256)))
    }
    if (leaves.length < atOnce) break
  }
  for (const problem of await subjects.unlogged()) report(problem)
  const head = { size: log.size, root: toHex(frontierRoot(log, sha256)) }
  if ((await storedRoot(town, log.size)) !== head.root)
    report({ kind: 'root-differs', index: log.size, subject: '', of: 'tree' })
  for (const { size, root, note, of } of promises) {
    if ((roots.get(size) ?? null) !== root) report({ kind: 'root-differs', index: size, subject: root, of })
    const opened = openCheckpoint(note, originOf(town.tenantId), signer.keys, { sha256, verify: signer.verify })
    if (!opened.ok || opened.value.head.root !== root || opened.value.head.size !== size)
      report({ kind: 'signature-wrong', index: size, subject: root, of })
  }
  return { head, ledgerRows: subjects.ledgerRows(), erased, heads: promises.length, problems: found }
}

type StoredLeafRow = typeof logLeaf.$inferSelect

function about(kind: LogProblem['kind'], index: number, leaf: StoredLeafRow): LogProblem {
  return { kind, index, subject: leaf.subject, of: leaf.kind }
}

function problemOf(stored: StoredLeafRow, salts: Salts | null, subjects: Subjects): LogProblem['kind'] | null {
  if (toHex(leafHash(stored.content, sha256)) !== toHex(stored.hash)) return 'leaf-changed'
  let leaf: Leaf
  try {
    leaf = decodeLeaf(stored.content)
  } catch {
    return 'leaf-changed'
  }
  return subjects.problemOf(leaf, salts)
}

/** Heads somebody holds: they must come out again. */
async function readPromises({ db, tenantId }: Town) {
  const signed = await db.select().from(checkpoint).where(eq(checkpoint.tenantId, tenantId))
  const kept = await db.select().from(keptHead).where(eq(keptHead.tenantId, tenantId))
  return [
    ...signed.map(({ size, root, note }) => ({ size, root, note, of: 'checkpoint' as const })),
    ...kept.map(({ size, root, note }) => ({ size, root, note, of: 'kept-head' as const })),
  ]
}

async function storedRoot(town: Town, size: number): Promise<string> {
  return toHex(treeRoot(size, await readNodes(town, nodesOfRoot(size)), sha256))
}

const saltsSchema = z.record(z.string(), z.string())

async function readLeaves({ db, tenantId }: Town, from: number) {
  const rows = await db
    .select({ leaf: logLeaf, salts: logOpening.salts })
    .from(logLeaf)
    .leftJoin(
      logOpening,
      and(eq(logOpening.tenantId, logLeaf.tenantId), eq(logOpening.leafIndex, logLeaf.leafIndex)),
    )
    .where(and(eq(logLeaf.tenantId, tenantId), gte(logLeaf.leafIndex, from)))
    .orderBy(asc(logLeaf.leafIndex))
    .limit(atOnce)
  return rows.map(({ leaf, salts }) => ({ leaf, salts: salts === null ? null : saltsSchema.parse(salts) }))
}

type Subjects = Awaited<ReturnType<typeof openSubjects>>

/** What leaves stand for, a batch of ledger rows at a time. */
async function openSubjects(town: Town) {
  const { db, tenantId } = town
  const adoptions = new Map((await readAdoptions(town)).map((one) => [one.version, one]))
  const bulletins = new Map(
    (
      await db
        .select({ id: bulletin.id, content: bulletin.content })
        .from(bulletin)
        .where(eq(bulletin.tenantId, tenantId))
    ).map(({ id, content }) => [id, hexSha256(canonicalJson(content))]),
  )
  let rows = new Map<string, LogEntry | null>()
  let [lastPosition, count] = [0, 0]
  const loggedVersions = new Set<number>()
  const loggedBulletins = new Set<string>()

  const load = async (leaves: readonly { readonly leaf: StoredLeafRow }[]) => {
    const ids = leaves.flatMap(({ leaf }) => (leaf.kind === 'ledger-row' ? [leaf.subject] : []))
    const found = await db
      .select({ id: ledgerRow.id, canonical: ledgerRow.canonical, row: ledgerRow })
      .from(ledgerRow)
      .where(and(eq(ledgerRow.tenantId, tenantId), inArray(ledgerRow.id, ids)))
    rows = new Map(found.map(({ row }) => [row.id, entryOf(row)]))
  }
  const problemOf = (leaf: Leaf, salts: Salts | null): LogProblem['kind'] | null => {
    if (leaf.kind === 'earlier' || leaf.kind === 'close' || leaf.kind === 'finalisation') return null
    if (leaf.kind === 'publication') {
      loggedBulletins.add(leaf.bulletinId)
      const value = bulletins.get(leaf.bulletinId)
      if (value === undefined) return 'subject-missing'
      const salt = salts?.['contentDigest']
      if (salt === undefined || opens(leaf, { name: 'contentDigest', salt, value }, sha256)) return null
      return 'subject-changed'
    }
    if (leaf.kind === 'adoption') loggedVersions.add(leaf.version)
    else [lastPosition, count] = [Math.max(lastPosition, leaf.position), count + 1]
    const entry = leaf.kind === 'adoption' ? adoptions.get(leaf.version) : rows.get(leaf.id)
    if (entry === undefined) return 'subject-missing'
    return entry !== null && isLeafOf(leaf, entry, salts, sha256) ? null : 'subject-changed'
  }
  const unlogged = async (): Promise<readonly LogProblem[]> => {
    const after = await db
      .select({ id: ledgerRow.id })
      .from(ledgerRow)
      .where(and(eq(ledgerRow.tenantId, tenantId), gt(ledgerRow.position, lastPosition)))
      .limit(mostProblems)
    const none =
      (of: LogProblem['of']) =>
      (subject: string): LogProblem => ({
        kind: 'not-logged',
        index: null,
        subject,
        of,
      })
    return [
      ...after.map(({ id }) => id).map(none('ledger-row')),
      ...[...adoptions.keys()]
        .filter((version) => !loggedVersions.has(version))
        .map(String)
        .map(none('adoption')),
      ...[...bulletins.keys()].filter((id) => !loggedBulletins.has(id)).map(none('publication')),
    ]
  }
  return { load, problemOf, unlogged, ledgerRows: () => count }
}

/** The row as an entry; null when its columns say otherwise than its own encoding. */
function entryOf(row: typeof ledgerRow.$inferSelect): LogEntry | null {
  try {
    const decoded = decodeLedgerRow(row.canonical)
    const body =
      decoded.kind === 'recording'
        ? decoded.recording
        : decoded.kind === 'reversal'
          ? { reason: decoded.reason }
          : {}
    const isSame =
      decoded.id === row.id &&
      decoded.kind === row.kind &&
      decoded.position === row.position &&
      decoded.recordedBy === row.recordedBy &&
      decoded.idempotencyKey === row.idempotencyKey &&
      decoded.recordedAt === row.recordedAt.toISOString() &&
      (decoded.kind === 'recording' ? decoded.id : decoded.entryId) === row.entryId &&
      (decoded.kind !== 'recording' ||
        (decoded.recording.staffNumber === row.staffNumber && decoded.recording.occurredOn === row.occurredOn)) &&
      canonicalJson(body) === canonicalJson(row.body)
    return isSame ? { kind: 'ledger-row', row: decoded } : null
  } catch {
    return null
  }
}
