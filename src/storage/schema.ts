import { sql } from 'drizzle-orm'
import {
  boolean,
  check,
  date,
  foreignKey,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  unique,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core'
import { bytes, instant, position } from './column-types.ts'

export * from './schema-oversight.ts'
export * from './schema-periods.ts'
export * from './schema-proof.ts'
export * from './schema-registers.ts'
export * from './schema-reminders.ts'
export * from './schema-review.ts'
export * from './schema-sign-in.ts'

/**
 * Every table of Gongdao. A town's table carries `tenant_id` first in each key, so that Citus can spread towns over
 * machines (HOUSE); foreign keys therefore stay within one town. Sign-in tables (schema-sign-in) are shared by all towns.
 * Roles, rights and row-level security are in the hand-written parts of the migrations
 * `0001_rights.sql`, `0005_people_and_walls.sql` and `0006_periods_and_proof.sql`.
 */

// ---- regulation and scheme ----

export const regulation = pgTable(
  'regulation',
  {
    tenantId: uuid('tenant_id').notNull(),
    id: uuid().notNull(),
    title: text().notNull(),
    fileName: text('file_name'),
    /** Verbatim; citations are UTF-16 offsets into it. */
    text: text().notNull(),
    sha256: text().notNull(),
    receivedAt: instant('received_at').notNull(),
    receivedBy: text('received_by').notNull(),
  },
  (table) => [primaryKey({ columns: [table.tenantId, table.id] })],
)

export const schemeDraft = pgTable(
  'scheme_draft',
  {
    tenantId: uuid('tenant_id').notNull(),
    id: uuid().notNull(),
    regulationId: uuid('regulation_id'),
    title: text().notNull(),
    /** The adopted version it is a copy of (scheme), or whose worked examples it began with. */
    baseVersion: integer('base_version'),
    basePart: text('base_part', { enum: ['scheme', 'examples'] }),
    /** Rises with every step; a step against an older revision is refused. */
    revision: integer().notNull(),
    state: text({ enum: ['open', 'adopted', 'discarded'] }).notNull(),
    createdAt: instant('created_at').notNull(),
    createdBy: text('created_by').notNull(),
    closedAt: instant('closed_at'),
    closedBy: text('closed_by'),
  },
  (table) => [
    primaryKey({ columns: [table.tenantId, table.id] }),
    foreignKey({
      columns: [table.tenantId, table.regulationId],
      foreignColumns: [regulation.tenantId, regulation.id],
    }),
    foreignKey({
      name: 'scheme_draft_base',
      columns: [table.tenantId, table.baseVersion],
      foreignColumns: [schemeVersion.tenantId, schemeVersion.version],
    }),
    check('scheme_draft_base_part', sql`base_part in ('scheme', 'examples')`),
    check('scheme_draft_base_whole', sql`(base_version is null) = (base_part is null)`),
    uniqueIndex('scheme_draft_one_open')
      .on(table.tenantId)
      .where(sql`state = 'open'`),
    check('scheme_draft_state', sql`state in ('open', 'adopted', 'discarded')`),
  ],
)

export const draftStep = pgTable(
  'draft_step',
  {
    tenantId: uuid('tenant_id').notNull(),
    draftId: uuid('draft_id').notNull(),
    position: integer().notNull(),
    id: uuid().notNull(),
    at: instant('at').notNull(),
    by: text().notNull(),
    kind: text({ enum: ['interpretation', 'edit'] }).notNull(),
    body: jsonb().notNull(),
    undone: boolean().notNull().default(false),
  },
  (table) => [
    primaryKey({ columns: [table.tenantId, table.draftId, table.position] }),
    foreignKey({
      columns: [table.tenantId, table.draftId],
      foreignColumns: [schemeDraft.tenantId, schemeDraft.id],
    }),
    check('draft_step_kind', sql`kind in ('interpretation', 'edit')`),
  ],
)

/** Adopted schemes: never changed, only followed by the next version. */
export const schemeVersion = pgTable(
  'scheme_version',
  {
    tenantId: uuid('tenant_id').notNull(),
    version: integer().notNull(),
    /** The scheme file (gongdao-scheme/1), plain numbers. */
    scheme: jsonb().notNull(),
    regulationId: uuid('regulation_id'),
    effectiveFrom: date('effective_from', { mode: 'string' }).notNull(),
    adoptedAt: instant('adopted_at').notNull(),
    adoptedBy: text('adopted_by').notNull(),
    basis: text().notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.tenantId, table.version] }),
    foreignKey({
      columns: [table.tenantId, table.regulationId],
      foreignColumns: [regulation.tenantId, regulation.id],
    }),
    check('scheme_version_number', sql`version >= 1`),
  ],
)

// ---- people ----

export const person = pgTable(
  'person',
  {
    tenantId: uuid('tenant_id').notNull(),
    /** 工号 is text: 001 stays 001. */
    staffNumber: text('staff_number').notNull(),
    name: text().notNull(),
    pinyin: text().notNull(),
    initials: text().notNull(),
    /** Order in the roster. */
    position: integer().notNull(),
  },
  (table) => [primaryKey({ columns: [table.tenantId, table.staffNumber] })],
)

/** One dated row of the roster; a mover has several. */
export const assignment = pgTable(
  'assignment',
  {
    tenantId: uuid('tenant_id').notNull(),
    id: uuid().notNull(),
    staffNumber: text('staff_number').notNull(),
    office: text().notNull(),
    post: text().notNull(),
    inChargeOf: text('in_charge_of').array().notNull(),
    employment: text(),
    fromOn: date('from_on', { mode: 'string' }),
    toOn: date('to_on', { mode: 'string' }),
    /** Order in the roster. */
    position: integer().notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.tenantId, table.id] }),
    foreignKey({
      columns: [table.tenantId, table.staffNumber],
      foreignColumns: [person.tenantId, person.staffNumber],
    }),
    index('assignment_of_person').on(table.tenantId, table.staffNumber),
  ],
)

// ---- the ledger ----

/**
 * The append-only log of a town. `canonical` is the truth (domain/ledger/canonical-encoding); `body` and the columns
 * after it say the same for SQL. A recording is an entry and its own `entry_id`; confirmations and reversals
 * point at it, at most one of each.
 */
export const ledgerRow = pgTable(
  'ledger_row',
  {
    tenantId: uuid('tenant_id').notNull(),
    /** 1, 2, 3 … without a gap in each town. */
    position: position('position').notNull(),
    id: uuid().notNull(),
    kind: text({ enum: ['recording', 'confirmation', 'reversal'] }).notNull(),
    entryId: uuid('entry_id').notNull(),
    canonical: bytes('canonical').notNull(),
    body: jsonb().notNull(),
    /** Of a recording; null otherwise. */
    staffNumber: text('staff_number'),
    occurredOn: date('occurred_on', { mode: 'string' }),
    recordedAt: instant('recorded_at').notNull(),
    recordedBy: text('recorded_by').notNull(),
    idempotencyKey: text('idempotency_key'),
  },
  (table) => [
    primaryKey({ columns: [table.tenantId, table.position] }),
    unique('ledger_row_id').on(table.tenantId, table.id),
    // The kind before the entry: what was confirmed or reversed then stands together, and is counted from the index.
    unique('ledger_row_once_per_entry').on(table.tenantId, table.kind, table.entryId),
    foreignKey({
      name: 'ledger_row_of_entry',
      columns: [table.tenantId, table.entryId],
      foreignColumns: [table.tenantId, table.id],
    }),
    index('ledger_row_of_person').on(table.tenantId, table.staffNumber, table.occurredOn),
    index('ledger_row_by_day').on(table.tenantId, table.occurredOn, table.position),
    check('ledger_row_kind', sql`kind in ('recording', 'confirmation', 'reversal')`),
    check('ledger_row_position', sql`position >= 1`),
    check(
      'ledger_row_recording',
      sql`(kind = 'recording') = (entry_id = id) and (kind = 'recording') = (staff_number is not null and occurred_on is not null)`,
    ),
  ],
)

// ---- ratings and registers ----

export const ratingMark = pgTable(
  'rating_mark',
  {
    tenantId: uuid('tenant_id').notNull(),
    id: uuid().notNull(),
    year: integer().notNull(),
    staffNumber: text('staff_number').notNull(),
    categoryId: text('category_id').notNull(),
    /** null: the person's whole mark. */
    raterGroup: text('rater_group'),
    markHundredths: integer('mark_hundredths').notNull(),
    source: text().notNull(),
    at: instant('at').notNull(),
    by: text().notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.tenantId, table.id] }),
    index('rating_mark_of_year').on(table.tenantId, table.year, table.staffNumber),
    check('rating_mark_bounds', sql`mark_hundredths between 0 and 10000`),
  ],
)

export const ratingWithdrawal = pgTable(
  'rating_withdrawal',
  {
    tenantId: uuid('tenant_id').notNull(),
    markId: uuid('mark_id').notNull(),
    at: instant('at').notNull(),
    by: text().notNull(),
    reason: text().notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.tenantId, table.markId] }),
    foreignKey({
      columns: [table.tenantId, table.markId],
      foreignColumns: [ratingMark.tenantId, ratingMark.id],
    }),
  ],
)

/** The office's word on a register nobody kept; a later decision on the same rule and window replaces the earlier. */
export const registerDecision = pgTable(
  'register_decision',
  {
    tenantId: uuid('tenant_id').notNull(),
    id: uuid().notNull(),
    ruleId: text('rule_id').notNull(),
    firstOn: date('first_on', { mode: 'string' }).notNull(),
    lastOn: date('last_on', { mode: 'string' }).notNull(),
    kind: text({ enum: ['checked', 'waived'] }).notNull(),
    reason: text().notNull(),
    at: instant('at').notNull(),
    by: text().notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.tenantId, table.id] }),
    index('register_decision_of_rule').on(table.tenantId, table.ruleId, table.firstOn),
    check('register_decision_kind', sql`kind in ('checked', 'waived')`),
  ],
)

// ---- once only ----

/** The answer given under an idempotency key, stored in the transaction that did the work. */
export const idempotency = pgTable(
  'idempotency',
  {
    tenantId: uuid('tenant_id').notNull(),
    key: text().notNull(),
    operation: text().notNull(),
    bodyHash: text('body_hash').notNull(),
    answer: jsonb().notNull(),
    at: instant('at').notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.tenantId, table.key] }),
    index('idempotency_by_age').on(table.tenantId, table.at),
  ],
)
