import { sql } from 'drizzle-orm'
import {
  check,
  date,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core'
import { instant } from './column-types.ts'

/** A town's tables for the daily registers and what they propose: each keyed by `tenant_id` first (schema.ts). */

/** A line of a register as it stands; how it came to stand so is in its steps. */
export const registerRecord = pgTable(
  'register_record',
  {
    tenantId: uuid('tenant_id').notNull(),
    id: uuid().notNull(),
    register: text().notNull(),
    staffNumber: text('staff_number'),
    office: text(),
    fromOn: date('from_on', { mode: 'string' }).notNull(),
    toOn: date('to_on', { mode: 'string' }).notNull(),
    state: text().notNull(),
    naturalKey: text('natural_key'),
    /** Of the register's own shape (domain/registers). */
    body: jsonb().notNull(),
    revision: integer().notNull(),
    at: instant('at').notNull(),
    by: text().notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.tenantId, table.id] }),
    // One fact once: what was withdrawn no longer stands in the way.
    uniqueIndex('register_record_fact')
      .on(table.tenantId, table.register, table.naturalKey)
      .where(sql`state <> 'withdrawn'`),
    index('register_record_by_day').on(table.tenantId, table.register, table.fromOn),
    index('register_record_of_person').on(table.tenantId, table.staffNumber, table.fromOn),
    check('register_record_days', sql`to_on >= from_on`),
  ],
)

/** Added to, never changed. */
export const registerStep = pgTable(
  'register_step',
  {
    tenantId: uuid('tenant_id').notNull(),
    recordId: uuid('record_id').notNull(),
    position: integer().notNull(),
    step: text().notNull(),
    state: text().notNull(),
    at: instant('at').notNull(),
    by: text().notNull(),
    reason: text(),
    before: jsonb(),
  },
  (table) => [primaryKey({ columns: [table.tenantId, table.recordId, table.position] })],
)

/** Working hours, remembered column mappings, what is switched on: one value under its name. */
export const registerSetting = pgTable(
  'register_setting',
  {
    tenantId: uuid('tenant_id').notNull(),
    name: text().notNull(),
    value: jsonb().notNull(),
    at: instant('at').notNull(),
    by: text().notNull(),
  },
  (table) => [primaryKey({ columns: [table.tenantId, table.name] })],
)

/** Which rule of a version an observation falls under. */
export const ruleBinding = pgTable(
  'rule_binding',
  {
    tenantId: uuid('tenant_id').notNull(),
    version: integer().notNull(),
    kind: text().notNull(),
    /** '' where the kind has none. */
    variant: text().notNull(),
    /** null: the office has said that none does; nothing is proposed. */
    ruleId: text('rule_id'),
    at: instant('at').notNull(),
    by: text().notNull(),
  },
  (table) => [primaryKey({ columns: [table.tenantId, table.version, table.kind, table.variant] })],
)

/** 登记建议: what a register proposes to record, or to reverse. */
export const proposedEntry = pgTable(
  'proposed_entry',
  {
    tenantId: uuid('tenant_id').notNull(),
    id: uuid().notNull(),
    sort: text({ enum: ['entry', 'reversal'] }).notNull(),
    factKey: text('fact_key').notNull(),
    register: text().notNull(),
    staffNumber: text('staff_number').notNull(),
    occurredOn: date('occurred_on', { mode: 'string' }).notNull(),
    observation: jsonb().notNull(),
    state: text({ enum: ['open', 'adopted', 'dismissed', 'superseded'] }).notNull(),
    entryId: uuid('entry_id'),
    reason: text(),
    madeAt: instant('made_at').notNull(),
    decidedAt: instant('decided_at'),
    decidedBy: text('decided_by'),
  },
  (table) => [
    primaryKey({ columns: [table.tenantId, table.id] }),
    uniqueIndex('proposed_entry_open')
      .on(table.tenantId, table.factKey)
      .where(sql`state = 'open'`),
    index('proposed_entry_of_fact').on(table.tenantId, table.register, table.factKey),
    index('proposed_entry_by_day').on(table.tenantId, table.register, table.occurredOn),
    index('proposed_entry_of_person').on(table.tenantId, table.staffNumber),
    check('proposed_entry_sort', sql`sort in ('entry', 'reversal')`),
    check('proposed_entry_state', sql`state in ('open', 'adopted', 'dismissed', 'superseded')`),
    check('proposed_entry_decided', sql`(decided_at is null) = (decided_by is null)`),
  ],
)

/** 佐证: a file that belongs to an entry or to a line of a register; its bytes are kept by their SHA-256. */
export const evidence = pgTable(
  'evidence',
  {
    tenantId: uuid('tenant_id').notNull(),
    id: uuid().notNull(),
    subjectKind: text('subject_kind', { enum: ['entry', 'record'] }).notNull(),
    subjectId: uuid('subject_id').notNull(),
    fileName: text('file_name').notNull(),
    mediaType: text('media_type').notNull(),
    size: integer().notNull(),
    sha256: text().notNull(),
    /** Where and when a picture was taken, where the town wants it (domain/registers). */
    taken: jsonb(),
    at: instant('at').notNull(),
    by: text().notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.tenantId, table.id] }),
    uniqueIndex('evidence_once').on(table.tenantId, table.subjectKind, table.subjectId, table.sha256),
    check('evidence_subject', sql`subject_kind in ('entry', 'record')`),
    check('evidence_size', sql`size > 0`),
  ],
)
