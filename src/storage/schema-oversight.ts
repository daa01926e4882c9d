import { sql } from 'drizzle-orm'
import { check, date, index, jsonb, pgTable, primaryKey, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core'
import { instant } from './column-types.ts'

/** A town's tables for what is watched over and decided by two: each keyed by `tenant_id` first (schema.ts). */

/** Days on which somebody of the roster is away for good reason and not appraised (SPEC §4.5). */
export const absence = pgTable(
  'absence',
  {
    tenantId: uuid('tenant_id').notNull(),
    id: uuid().notNull(),
    staffNumber: text('staff_number').notNull(),
    kind: text({ enum: ['secondment', 'long-leave'] }).notNull(),
    fromOn: date('from_on', { mode: 'string' }).notNull(),
    /** null: until further notice. */
    toOn: date('to_on', { mode: 'string' }),
    note: text().notNull(),
    at: instant('at').notNull(),
    by: text().notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.tenantId, table.id] }),
    index('absence_of_person').on(table.tenantId, table.staffNumber),
    check('absence_kind', sql`kind in ('secondment', 'long-leave')`),
    check('absence_days', sql`to_on is null or to_on >= from_on`),
  ],
)

/**
 * What one proposes and another decides (SPEC §1): the adoption of a scheme, the annual result, the pay list. The
 * proposal itself never changes; only its decision is written, once.
 */
export const proposal = pgTable(
  'proposal',
  {
    tenantId: uuid('tenant_id').notNull(),
    id: uuid().notNull(),
    kind: text({ enum: ['adoption', 'annual-result', 'pay-list'] }).notNull(),
    /** What it is about, e.g. the draft and its revision, or the year. */
    subject: jsonb().notNull(),
    /** The figures as they were proposed, and as they stand for good once approved; null for an adoption. */
    snapshot: jsonb(),
    note: text().notNull(),
    proposedAt: instant('proposed_at').notNull(),
    proposedBy: text('proposed_by').notNull(),
    state: text({ enum: ['open', 'approved', 'rejected', 'withdrawn'] }).notNull(),
    decidedAt: instant('decided_at'),
    decidedBy: text('decided_by'),
    /** Minutes of the meeting, or the reason. */
    reason: text(),
  },
  (table) => [
    primaryKey({ columns: [table.tenantId, table.id] }),
    uniqueIndex('proposal_one_open')
      .on(table.tenantId, table.kind)
      .where(sql`state = 'open'`),
    index('proposal_by_kind').on(table.tenantId, table.kind, table.proposedAt),
    check('proposal_kind', sql`kind in ('adoption', 'annual-result', 'pay-list')`),
    check('proposal_state', sql`state in ('open', 'approved', 'rejected', 'withdrawn')`),
    check(
      'proposal_decided',
      sql`(state = 'open') = (decided_at is null) and (state = 'open') = (decided_by is null)`,
    ),
    check('proposal_by_two', sql`state not in ('approved', 'rejected') or decided_by <> proposed_by`),
  ],
)

/** 个人信息更正申请: what somebody asks to be put right about himself, and the office's answer. */
export const correctionRequest = pgTable(
  'correction_request',
  {
    tenantId: uuid('tenant_id').notNull(),
    id: uuid().notNull(),
    staffNumber: text('staff_number').notNull(),
    at: instant('at').notNull(),
    by: text().notNull(),
    /** What is wrong, and what it should be, in the person's words. */
    words: text().notNull(),
    state: text({ enum: ['open', 'done', 'declined'] }).notNull(),
    answer: text(),
    answeredAt: instant('answered_at'),
    answeredBy: text('answered_by'),
  },
  (table) => [
    primaryKey({ columns: [table.tenantId, table.id] }),
    index('correction_request_of_person').on(table.tenantId, table.staffNumber),
    check('correction_request_state', sql`state in ('open', 'done', 'declined')`),
  ],
)

/** 审计: who did or saw what, when, from where and why. Added to, never changed. */
export const auditRow = pgTable(
  'audit_row',
  {
    tenantId: uuid('tenant_id').notNull(),
    id: uuid().notNull(),
    at: instant('at').notNull(),
    /** User name; null where nobody was signed in. */
    by: text(),
    /** The roles it was done in, parted by commas; empty outside any. */
    roles: text().notNull(),
    /** The endpoint's name (http/contract), e.g. recordEntry. */
    operation: text().notNull(),
    /** write: something changed; sign-in; export: a file left; look: pay or another's scores were seen. */
    kind: text({ enum: ['write', 'sign-in', 'export', 'look'] }).notNull(),
    outcome: text({ enum: ['done', 'refused'] }).notNull(),
    /** What it is about: {kind, id, label}. */
    object: jsonb(),
    before: jsonb(),
    after: jsonb(),
    reason: text(),
    address: text().notNull(),
    userAgent: text('user_agent').notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.tenantId, table.id] }),
    index('audit_row_by_time').on(table.tenantId, table.at, table.id),
    check('audit_row_kind', sql`kind in ('write', 'sign-in', 'export', 'look')`),
    check('audit_row_outcome', sql`outcome in ('done', 'refused')`),
  ],
)
