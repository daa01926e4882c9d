import { sql } from 'drizzle-orm'
import { z } from 'zod'
import type { NodeAt, NodeHash } from '../domain/proof/merkle-tree.ts'
import type { Town } from './town-transaction.ts'

/** How many leaves the town's log has. */
export async function readLogSize({ db, tenantId }: Town): Promise<number> {
  const { rows } = await db.execute(
    sql`select coalesce(max(leaf_index) + 1, 0)::text as size from log_leaf where tenant_id = ${tenantId}`,
  )
  return Number(z.tuple([z.object({ size: z.string() })]).parse(rows)[0].size)
}

const rowsSchema = z.array(
  z.object({ level: z.number(), index: z.string().transform(Number), hash: z.instanceof(Buffer) }),
)
/** Stands for a node that is gone: nothing can be shown with it. */
const nothing = new Uint8Array(32)

/** The whole subtrees asked for, in one question; what is gone from the database answers `missing`. */
export async function readNodes(
  { db, tenantId }: Town,
  wanted: readonly NodeAt[],
  missing = (_node: NodeAt): Uint8Array => nothing,
): Promise<NodeHash> {
  const leaves = wanted.filter(({ level }) => level === 0).map(({ index }) => index)
  const above = wanted.filter(({ level }) => level > 0)
  const [levels, indexes] = [above.map(({ level }) => level), above.map(({ index }) => index)]
  const { rows } = await db.execute(sql`
    select 0 as level, leaf_index::text as index, hash from log_leaf
      where tenant_id = ${tenantId} and leaf_index = any(${sql.param(leaves)}::bigint[])
    union all
    select node.level, node.node_index::text, node.hash from log_node node
      join unnest(${sql.param(levels)}::int[], ${sql.param(indexes)}::bigint[]) as wanted (level, node_index)
        on node.level = wanted.level and node.node_index = wanted.node_index
      where node.tenant_id = ${tenantId}`)
  const found = new Map(rowsSchema.parse(rows).map(({ level, index, hash }) => [keyOf({ level, index }), hash]))
  return (node) => {
    const hash = found.get(keyOf(node))
    return hash === undefined ? missing(node) : new Uint8Array(hash)
  }
}

function keyOf({ level, index }: NodeAt): string {
  return `${String(level)}/${String(index)}`
}
