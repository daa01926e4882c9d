import { sql } from 'drizzle-orm'
import { check, index, integer, jsonb, pgTable, primaryKey, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core'
import { instant } from './column-types.ts'

/** A town's tables for due process: each keyed by `tenant_id` first (schema.ts). */

/** An objection, or a deduction that the leading group has to decide: what became of it stands in its steps. */
export const proceeding = pgTable(
  'proceeding',
  {
    tenantId: uuid('tenant_id').notNull(),
    id: uuid().notNull(),
    kind: text({ enum: ['objection', 'discretion'] }).notNull(),
    year: integer().notNull(),
    /** Gapless per kind and year. */
    number: integer().notNull(),
    /** Whom it is about. */
    staffNumber: text('staff_number').notNull(),
    /** The entry or the figure objected to; or what is proposed (domain/review). */
    subject: jsonb().notNull(),
    openedAt: instant('opened_at').notNull(),
    openedBy: text('opened_by').notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.tenantId, table.id] }),
    uniqueIndex('proceeding_number').on(table.tenantId, table.kind, table.year, table.number),
    index('proceeding_of_person').on(table.tenantId, table.staffNumber),
    check('proceeding_kind', sql`kind in ('objection', 'discretion')`),
  ],
)

/** Added to, never changed: 1, 2, 3 … within its proceeding. */
export const proceedingStep = pgTable(
  'proceeding_step',
  {
    tenantId: uuid('tenant_id').notNull(),
    proceedingId: uuid('proceeding_id').notNull(),
    position: integer().notNull(),
    kind: text().notNull(),
    at: instant('at').notNull(),
    by: text().notNull(),
    /** The words, reasons and outcome of the step (domain/review). */
    body: jsonb().notNull(),
  },
  (table) => [primaryKey({ columns: [table.tenantId, table.proceedingId, table.position] })],
)

/** A file somebody handed in; its bytes lie in the data folder under their SHA-256. */
export const attachment = pgTable(
  'attachment',
  {
    tenantId: uuid('tenant_id').notNull(),
    id: uuid().notNull(),
    proceedingId: uuid('proceeding_id').notNull(),
    fileName: text('file_name').notNull(),
    mediaType: text('media_type').notNull(),
    size: integer().notNull(),
    sha256: text().notNull(),
    at: instant('at').notNull(),
    by: text().notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.tenantId, table.id] }),
    index('attachment_of_proceeding').on(table.tenantId, table.proceedingId),
    check('attachment_size', sql`size > 0`),
  ],
)
