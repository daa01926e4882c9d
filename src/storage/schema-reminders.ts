import { sql } from 'drizzle-orm'
import {
  boolean,
  check,
  date,
  index,
  jsonb,
  pgTable,
  primaryKey,
  text,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core'
import { bytes, instant } from './column-types.ts'

/** A town's tables for reminders: each keyed by `tenant_id` first (schema.ts). */

/** What somebody was reminded of, once per `key`. */
export const reminder = pgTable(
  'reminder',
  {
    tenantId: uuid('tenant_id').notNull(),
    id: uuid().notNull(),
    /** What it is about, for whom and which time it is said: the same is never said twice. */
    key: text().notNull(),
    /** {role} or {userName}. */
    audience: jsonb().notNull(),
    title: text().notNull(),
    /** The page it leads to. */
    path: text().notNull(),
    dueOn: date('due_on', { mode: 'string' }),
    at: instant('at').notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.tenantId, table.id] }),
    uniqueIndex('reminder_once').on(table.tenantId, table.key),
    index('reminder_by_time').on(table.tenantId, table.at),
  ],
)

/** A reminder on its way out of the house: claimed before it is sent, so that it goes out at most once. */
export const delivery = pgTable(
  'delivery',
  {
    tenantId: uuid('tenant_id').notNull(),
    id: uuid().notNull(),
    reminderId: uuid('reminder_id').notNull(),
    /** `email`, or the id of a robot. */
    channel: text().notNull(),
    target: text().notNull(),
    state: text({ enum: ['waiting', 'claimed', 'sent', 'failed'] }).notNull(),
    at: instant('at').notNull(),
    settledAt: instant('settled_at'),
    problem: text(),
  },
  (table) => [
    primaryKey({ columns: [table.tenantId, table.id] }),
    uniqueIndex('delivery_once').on(table.tenantId, table.reminderId, table.channel, table.target),
    check('delivery_state', sql`state in ('waiting', 'claimed', 'sent', 'failed')`),
  ],
)

/** Where somebody wants to be reminded besides the pages. */
export const reminderAddress = pgTable(
  'reminder_address',
  {
    tenantId: uuid('tenant_id').notNull(),
    userName: text('user_name').notNull(),
    email: text().notNull(),
    isOn: boolean('is_on').notNull(),
    at: instant('at').notNull(),
  },
  (table) => [primaryKey({ columns: [table.tenantId, table.userName] })],
)

/** A group robot (企业微信, 钉钉) or another signed webhook that hears a role's reminders. Address and secret are sealed. */
export const reminderRobot = pgTable(
  'reminder_robot',
  {
    tenantId: uuid('tenant_id').notNull(),
    id: uuid().notNull(),
    kind: text({ enum: ['wecom', 'dingtalk', 'webhook'] }).notNull(),
    title: text().notNull(),
    sealedAddress: bytes('sealed_address').notNull(),
    sealedSecret: bytes('sealed_secret'),
    roles: text().array().notNull(),
    at: instant('at').notNull(),
    by: text().notNull(),
    removedAt: instant('removed_at'),
  },
  (table) => [
    primaryKey({ columns: [table.tenantId, table.id] }),
    check('reminder_robot_kind', sql`kind in ('wecom', 'dingtalk', 'webhook')`),
  ],
)
