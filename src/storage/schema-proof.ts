import { sql } from 'drizzle-orm'
import { check, index, integer, jsonb, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core'
import { bytes, instant, position } from './column-types.ts'

/**
 * A town's tamper-evident log (domain/proof): each keyed by `tenant_id` first (schema.ts). Added to by the stores that
 * write what is logged, in the same transaction, and never changed.
 */

/** Leaf 0, 1, 2 … of the town's tree. `content` is what is hashed; personal fields are in it as commitments alone. */
export const logLeaf = pgTable(
  'log_leaf',
  {
    tenantId: uuid('tenant_id').notNull(),
    leafIndex: position('leaf_index').notNull(),
    kind: text({
      enum: ['earlier', 'ledger-row', 'adoption', 'close', 'publication', 'finalisation'],
    }).notNull(),
    /** Which row, version, month or bulletin it stands for. */
    subject: text().notNull(),
    content: bytes('content').notNull(),
    hash: bytes('hash').notNull(),
    at: instant('at').notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.tenantId, table.leafIndex] }),
    index('log_leaf_of_subject').on(table.tenantId, table.kind, table.subject),
    check('log_leaf_index', sql`leaf_index >= 0`),
  ],
)

/** The salts that open a leaf's commitments; without them its personal fields stay hidden and the log still holds. */
export const logOpening = pgTable(
  'log_opening',
  {
    tenantId: uuid('tenant_id').notNull(),
    leafIndex: position('leaf_index').notNull(),
    salts: jsonb().notNull(),
  },
  (table) => [primaryKey({ columns: [table.tenantId, table.leafIndex] })],
)

/** The whole subtrees of the tree: level 1 covers two leaves, level 2 four, … */
export const logNode = pgTable(
  'log_node',
  {
    tenantId: uuid('tenant_id').notNull(),
    level: integer().notNull(),
    nodeIndex: position('node_index').notNull(),
    hash: bytes('hash').notNull(),
  },
  (table) => [primaryKey({ columns: [table.tenantId, table.level, table.nodeIndex] })],
)

/** A signed head: what was promised of the log at that size. */
export const checkpoint = pgTable(
  'checkpoint',
  {
    tenantId: uuid('tenant_id').notNull(),
    size: position('size').notNull(),
    root: text().notNull(),
    /** The signed note, as it is handed out. */
    note: text().notNull(),
    at: instant('at').notNull(),
  },
  (table) => [primaryKey({ columns: [table.tenantId, table.size] })],
)

/** Heads that 纪检 and the district put aside, each found consistent with the one before. */
export const keptHead = pgTable(
  'kept_head',
  {
    tenantId: uuid('tenant_id').notNull(),
    id: uuid().notNull(),
    size: position('size').notNull(),
    root: text().notNull(),
    note: text().notNull(),
    at: instant('at').notNull(),
    by: text().notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.tenantId, table.id] }),
    index('kept_head_by_time').on(table.tenantId, table.at),
  ],
)
