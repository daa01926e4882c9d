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
import { instant, position } from './column-types.ts'

const bulletinKinds = [
  'inspection',
  'monthly',
  'quarterly',
  'annual',
  'payroll',
  'objection-answer',
  'review-decision',
] as const

/** A town's tables for the clock of the year and what it publishes: each keyed by `tenant_id` first (schema.ts). */

/** A day on which the town works, or does not, otherwise than the national calendar says. */
export const workingDayChange = pgTable(
  'working_day_change',
  {
    tenantId: uuid('tenant_id').notNull(),
    day: date({ mode: 'string' }).notNull(),
    kind: text({ enum: ['working', 'off'] }).notNull(),
    note: text().notNull(),
    at: instant('at').notNull(),
    by: text().notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.tenantId, table.day] }),
    check('working_day_change_kind', sql`kind in ('working', 'off')`),
  ],
)

/** 督查: who goes where in a week. It ends once, and its report is a bulletin. */
export const inspectionRound = pgTable(
  'inspection_round',
  {
    tenantId: uuid('tenant_id').notNull(),
    id: uuid().notNull(),
    year: integer().notNull(),
    /** 第N次, within the year. */
    number: integer().notNull(),
    title: text().notNull(),
    fromOn: date('from_on', { mode: 'string' }).notNull(),
    toOn: date('to_on', { mode: 'string' }).notNull(),
    offices: text().array().notNull(),
    /** User names. */
    inspectors: text().array().notNull(),
    openedAt: instant('opened_at').notNull(),
    openedBy: text('opened_by').notNull(),
    endedAt: instant('ended_at'),
    endedBy: text('ended_by'),
    bulletinId: uuid('bulletin_id'),
  },
  (table) => [
    primaryKey({ columns: [table.tenantId, table.id] }),
    uniqueIndex('inspection_round_number').on(table.tenantId, table.year, table.number),
    check('inspection_round_days', sql`to_on >= from_on`),
    check('inspection_round_ended', sql`(ended_at is null) = (ended_by is null)`),
  ],
)

/** An office looked at within a round: what was found, or nothing. Added to, never changed. */
export const inspectionVisit = pgTable(
  'inspection_visit',
  {
    tenantId: uuid('tenant_id').notNull(),
    id: uuid().notNull(),
    roundId: uuid('round_id').notNull(),
    office: text().notNull(),
    outcome: text({ enum: ['nothing', 'findings'] }).notNull(),
    /** Of the ledger: what was recorded on the spot. */
    entryIds: uuid('entry_ids').array().notNull(),
    words: text().notNull(),
    at: instant('at').notNull(),
    by: text().notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.tenantId, table.id] }),
    index('inspection_visit_of_round').on(table.tenantId, table.roundId),
    check('inspection_visit_outcome', sql`outcome in ('nothing', 'findings')`),
  ],
)

/** 月考核: a month that is closed, once. Entries of its days recorded later are late. */
export const periodClose = pgTable(
  'period_close',
  {
    tenantId: uuid('tenant_id').notNull(),
    /** 2026-03. */
    month: text().notNull(),
    closedAt: instant('closed_at').notNull(),
    closedBy: text('closed_by').notNull(),
    /** Of the last row of the ledger that the frozen figures follow from. */
    ledgerPosition: position('ledger_position').notNull(),
    /** What was open when it was closed all the same, and why. */
    checklist: jsonb().notNull(),
    bulletinId: uuid('bulletin_id').notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.tenantId, table.month] }),
    check('period_close_month', sql`month ~ '^\\d{4}-(0[1-9]|1[0-2])$'`),
  ],
)

/** An entry's subject says that he has been told of it: from then his days for an objection run. */
export const acknowledgement = pgTable(
  'acknowledgement',
  {
    tenantId: uuid('tenant_id').notNull(),
    entryId: uuid('entry_id').notNull(),
    staffNumber: text('staff_number').notNull(),
    at: instant('at').notNull(),
    by: text().notNull(),
  },
  (table) => [primaryKey({ columns: [table.tenantId, table.entryId] })],
)

/** A bulletin in the making: nothing is frozen yet, its figures are those of the day it is looked at. */
export const bulletinDraft = pgTable(
  'bulletin_draft',
  {
    tenantId: uuid('tenant_id').notNull(),
    id: uuid().notNull(),
    kind: text({ enum: bulletinKinds }).notNull(),
    period: text().notNull(),
    title: text().notNull(),
    /** Days, contact and scope of the notice, and what is withheld: the office's choices (domain/bulletin). */
    terms: jsonb().notNull(),
    /** The published one it corrects. */
    corrects: uuid(),
    at: instant('at').notNull(),
    by: text().notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.tenantId, table.id] }),
    uniqueIndex('bulletin_draft_one').on(table.tenantId, table.kind, table.period),
  ],
)

/**
 * 通报 and every other document the town issues by number (domain/bulletin), from its publication on. What was published
 * is frozen: afterwards only its notice ends (final) or is called off (withdrawn); what was wrong is corrected by another
 * with a number of its own.
 */
export const bulletin = pgTable(
  'bulletin',
  {
    tenantId: uuid('tenant_id').notNull(),
    id: uuid().notNull(),
    kind: text({ enum: bulletinKinds }).notNull(),
    /** 2026, 2026-Q1, 2026-03; of other kinds the id of what it is about. */
    period: text().notNull(),
    year: integer().notNull(),
    /** 1, 2, 3 … per kind and year. */
    number: integer().notNull(),
    title: text().notNull(),
    state: text({ enum: ['notice', 'final', 'withdrawn'] }).notNull(),
    /** Who may read it: everyone of the town, those who may see pay, or one person (and those who issue). */
    audience: text({ enum: ['town', 'pay', 'person'] }).notNull(),
    staffNumber: text('staff_number'),
    corrects: uuid(),
    /** What it says otherwise than the one it corrects, and of whom. */
    changes: jsonb(),
    terms: jsonb().notNull(),
    /** What it shows. */
    content: jsonb().notNull(),
    /** What its figures follow from, with everything withheld from the public; null where there are none. */
    backing: jsonb(),
    contentDigest: text('content_digest').notNull(),
    backingDigest: text('backing_digest'),
    publishedAt: instant('published_at').notNull(),
    publishedBy: text('published_by').notNull(),
    /** First and last day of the notice; null without one. */
    noticeFrom: date('notice_from', { mode: 'string' }),
    noticeTo: date('notice_to', { mode: 'string' }),
    /** Of the last row of the ledger its figures follow from. */
    ledgerPosition: position('ledger_position').notNull(),
    /** The log's head with the publication as its last leaf. */
    headSize: position('head_size').notNull(),
    headRoot: text('head_root').notNull(),
    finalAt: instant('final_at'),
    finalBy: text('final_by'),
    withdrawnAt: instant('withdrawn_at'),
    withdrawnBy: text('withdrawn_by'),
    withdrawnReason: text('withdrawn_reason'),
  },
  (table) => [
    primaryKey({ columns: [table.tenantId, table.id] }),
    uniqueIndex('bulletin_number').on(table.tenantId, table.kind, table.year, table.number),
    index('bulletin_by_time').on(table.tenantId, table.publishedAt),
    index('bulletin_of_person').on(table.tenantId, table.staffNumber),
    check('bulletin_state', sql`state in ('notice', 'final', 'withdrawn')`),
    check('bulletin_audience', sql`audience in ('town', 'pay', 'person')`),
    check('bulletin_person', sql`(audience = 'person') = (staff_number is not null)`),
    check('bulletin_final', sql`(state = 'final') = (final_at is not null)`),
    check('bulletin_notice', sql`(notice_from is null) = (notice_to is null)`),
  ],
)
