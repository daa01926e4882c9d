import { and, asc, desc, eq, gte, lt } from 'drizzle-orm'
import { z } from 'zod'
import type { Checkpoint, LogStore } from '../commands/log-store.ts'
import type { Signer } from '../commands/signer.ts'
import { toHex } from '../domain/primitives/canonical-json.ts'
import { originOf, signCheckpoint } from '../domain/proof/checkpoint.ts'
import type { LogHead } from '../domain/proof/log-entry.ts'
import {
  consistencyProof,
  inclusionProof,
  nodesOfConsistency,
  nodesOfInclusion,
  nodesOfRoot,
  treeRoot,
} from '../domain/proof/merkle-tree.ts'
import { compareLog } from './compare-log.ts'
import { readLogSize, readNodes } from './log-nodes.ts'
import { checkpoint, keptHead, logLeaf, logOpening } from './schema.ts'
import { sha256 } from './sha256.ts'
import type { Town } from './town-transaction.ts'

/** The town's log. `keepCheckpoint` puts a signed head on record: now, or after a transaction that may not write. */
export function logStore(
  town: Town,
  signer: Signer,
  keepCheckpoint: (signed: Checkpoint) => Promise<void>,
): LogStore {
  const { db, tenantId } = town
  const headAt = async (size: number): Promise<LogHead> => {
    const nodes = await readNodes(town, nodesOfRoot(size))
    return { size, root: toHex(treeRoot(size, nodes, sha256)) }
  }
  const head = async () => headAt(await readLogSize(town))
  const checkpoints = (most: number) =>
    db
      .select()
      .from(checkpoint)
      .where(eq(checkpoint.tenantId, tenantId))
      .orderBy(desc(checkpoint.size))
      .limit(most)
  return {
    head,
    headAt: async (size) => (size > (await readLogSize(town)) ? null : headAt(size)),
    leafOf: async (kind, subject) => {
      const [found] = await selectLeaves(
        town,
        and(eq(logLeaf.tenantId, tenantId), eq(logLeaf.kind, kind), eq(logLeaf.subject, subject)),
      )
      return found ?? null
    },
    leavesBetween: (start, end) =>
      selectLeaves(
        town,
        and(eq(logLeaf.tenantId, tenantId), gte(logLeaf.leafIndex, start), lt(logLeaf.leafIndex, end)),
      ),
    inclusionProof: async (index, size) => {
      const nodes = await readNodes(town, nodesOfInclusion(index, size))
      return inclusionProof(index, size, nodes, sha256).map(toHex)
    },
    consistencyProof: async (earlier, size) => {
      const nodes = await readNodes(town, nodesOfConsistency(earlier, size))
      return consistencyProof(earlier, size, nodes, sha256).map(toHex)
    },
    checkpoint: async (at) => {
      const now = await head()
      if (now.size === 0) return null
      const [latest] = await checkpoints(1)
      if (latest !== undefined && latest.size === now.size && latest.root === now.root) return latest
      const signed = { ...now, note: signCheckpoint(originOf(tenantId), now, signer, sha256), at }
      await keepCheckpoint(signed)
      return signed
    },
    checkpoints,
    keptHeads: (most) =>
      db
        .select()
        .from(keptHead)
        .where(eq(keptHead.tenantId, tenantId))
        .orderBy(desc(keptHead.at), desc(keptHead.size))
        .limit(most),
    keep: async (kept) => {
      await db.insert(keptHead).values({ tenantId, ...kept })
    },
    compare: () => compareLog(town, signer),
  }
}

/** Once: the same head may be handed out by two at the same time. */
export async function insertCheckpoint({ db, tenantId }: Town, signed: Checkpoint): Promise<void> {
  await db
    .insert(checkpoint)
    .values({ tenantId, ...signed })
    .onConflictDoNothing()
}

const saltsSchema = z.record(z.string(), z.string())

async function selectLeaves({ db }: Town, condition: ReturnType<typeof and>) {
  const rows = await db
    .select({ leaf: logLeaf, salts: logOpening.salts })
    .from(logLeaf)
    .leftJoin(
      logOpening,
      and(eq(logOpening.tenantId, logLeaf.tenantId), eq(logOpening.leafIndex, logLeaf.leafIndex)),
    )
    .where(condition)
    .orderBy(asc(logLeaf.leafIndex))
  return rows.map(({ leaf: { leafIndex, kind, subject, content, at }, salts }) => ({
    index: leafIndex,
    kind,
    subject,
    content,
    salts: salts === null ? null : saltsSchema.parse(salts),
    at,
  }))
}
