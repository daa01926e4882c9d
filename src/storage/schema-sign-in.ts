import { sql } from 'drizzle-orm'
import {
  bigint,
  boolean,
  check,
  index,
  integer,
  pgTable,
  primaryKey,
  text,
  unique,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core'
import { bytes, instant } from './column-types.ts'

/**
 * Towns, accounts and how one gets in: shared by all towns, and open to the role gongdao_sign_in alone. The
 * application's role sees of it only the row of the town it works in.
 */

export const tenant = pgTable('tenant', {
  id: uuid().primaryKey(),
  name: text().notNull(),
  /** Lower-case letters, digits and hyphens: what a user name carries where several towns share an installation. */
  code: text().notNull().unique(),
  isSample: boolean('is_sample').notNull(),
  createdAt: instant('created_at').notNull(),
})

export const account = pgTable(
  'account',
  {
    id: uuid().primaryKey(),
    /** The town whose account it is; null for the district's. */
    homeTenantId: uuid('home_tenant_id'),
    /** As typed; `userNameKey` (case folded) is what must be unique in its town. It never changes. */
    userName: text('user_name').notNull(),
    userNameKey: text('user_name_key').notNull(),
    /** null: not activated yet, or one of a sample town's people, whom nobody signs in as. */
    passwordHash: text('password_hash'),
    createdAt: instant('created_at').notNull(),
    /** User name of who made it; null for the first account of all. */
    createdBy: text('created_by'),
    suspendedAt: instant('suspended_at'),
  },
  (table) => [unique('account_user_name_in_town').on(table.homeTenantId, table.userNameKey).nullsNotDistinct()],
)

/** Which account may work in which town, and which person of that town's roster it belongs to. */
export const membership = pgTable(
  'membership',
  {
    accountId: uuid('account_id').notNull(),
    tenantId: uuid('tenant_id').notNull(),
    staffNumber: text('staff_number'),
    createdAt: instant('created_at').notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.accountId, table.tenantId] }),
    uniqueIndex('membership_of_person').on(table.tenantId, table.staffNumber),
  ],
)

/** Roles given to an account in a town (policies/roles); a role of the district has no town. */
export const roleGrant = pgTable(
  'role_grant',
  {
    accountId: uuid('account_id').notNull(),
    tenantId: uuid('tenant_id'),
    role: text().notNull(),
    grantedAt: instant('granted_at').notNull(),
    grantedBy: text('granted_by').notNull(),
  },
  (table) => [
    unique('role_grant_once').on(table.accountId, table.tenantId, table.role).nullsNotDistinct(),
    index('role_grant_of_town').on(table.tenantId),
  ],
)

export const session = pgTable(
  'session',
  {
    /** SHA-256 of the cookie's token: a stolen copy of this table opens nothing. */
    tokenHash: bytes('token_hash').primaryKey(),
    /** What its owner names it by on the list of sessions; opens nothing. */
    id: uuid().notNull().unique(),
    accountId: uuid('account_id').notNull(),
    /** The town the account is working in; null for the district's. */
    tenantId: uuid('tenant_id'),
    /** One of a sample town's people, as whom a visitor looks around there. */
    actingAs: uuid('acting_as'),
    /** When the second factor was shown; null: only the password. */
    secondFactorAt: instant('second_factor_at'),
    /** Where it was opened from; empty for what nobody noted. */
    address: text().notNull(),
    userAgent: text('user_agent').notNull(),
    createdAt: instant('created_at').notNull(),
    lastSeenAt: instant('last_seen_at').notNull(),
    expiresAt: instant('expires_at').notNull(),
  },
  (table) => [index('session_account').on(table.accountId)],
)

/** Attempts at a password that did not succeed, for an hour: who tries too often waits. */
export const failedAttempt = pgTable('failed_attempt', {
  /** SHA-256 of whom they are counted against: a password typed into the wrong field is not kept in plain. */
  keyHash: bytes('key_hash').primaryKey(),
  failures: integer().notNull(),
  lastAt: instant('last_at').notNull(),
})

/** One-time links printed at the start: for the first account of all, or for one of the district. */
export const setUpToken = pgTable(
  'set_up_token',
  {
    tokenHash: bytes('token_hash').primaryKey(),
    kind: text({ enum: ['first', 'district'] }).notNull(),
    createdAt: instant('created_at').notNull(),
    expiresAt: instant('expires_at').notNull(),
  },
  () => [check('set_up_token_kind', sql`kind in ('first', 'district')`)],
)

/** A code on a slip of paper with which an account gets its (first or next) password. One at a time per account. */
export const activation = pgTable('activation', {
  accountId: uuid('account_id').primaryKey(),
  codeHash: bytes('code_hash').notNull().unique(),
  createdAt: instant('created_at').notNull(),
  createdBy: text('created_by').notNull(),
  expiresAt: instant('expires_at').notNull(),
})

/** The secret of one-time codes, sealed by a key that lies outside the database. */
export const totp = pgTable('totp', {
  accountId: uuid('account_id').primaryKey(),
  sealedSecret: bytes('sealed_secret').notNull(),
  /** When its first code put it in force; null: not in force. */
  confirmedAt: instant('confirmed_at'),
  /** Number of the last 30-second step accepted: a code works once. */
  lastStep: bigint('last_step', { mode: 'number' }),
})

export const recoveryCode = pgTable(
  'recovery_code',
  {
    accountId: uuid('account_id').notNull(),
    codeHash: bytes('code_hash').notNull(),
    usedAt: instant('used_at'),
  },
  (table) => [primaryKey({ columns: [table.accountId, table.codeHash] })],
)

/** Who an account is at the OpenID provider. */
export const oidcIdentity = pgTable(
  'oidc_identity',
  {
    issuer: text().notNull(),
    subject: text().notNull(),
    accountId: uuid('account_id').notNull(),
    linkedAt: instant('linked_at').notNull(),
  },
  (table) => [primaryKey({ columns: [table.issuer, table.subject] }), unique('oidc_account').on(table.accountId)],
)

/** A sign-in under way at the OpenID provider. */
export const oidcAttempt = pgTable('oidc_attempt', {
  /** SHA-256 of `state`. */
  stateHash: bytes('state_hash').primaryKey(),
  nonce: text().notNull(),
  codeVerifier: text('code_verifier').notNull(),
  /** SHA-256 of a token in the browser that began: nobody else can finish. */
  browserHash: bytes('browser_hash').notNull(),
  /** Set when a signed-in account links itself; null for a sign-in. */
  accountId: uuid('account_id'),
  /** The town typed on the sign-in page, as it was typed. */
  town: text(),
  returnTo: text('return_to').notNull(),
  createdAt: instant('created_at').notNull(),
})

/** What happened on the installation outside any town: the district's acts, sign-ins nobody can be named for. */
export const installationEvent = pgTable(
  'installation_event',
  {
    id: uuid().primaryKey(),
    at: instant('at').notNull(),
    /** User name as the account has it; null where there is no such account: what was typed is not kept. */
    by: text(),
    operation: text().notNull(),
    what: text().notNull(),
    address: text().notNull(),
    userAgent: text('user_agent').notNull(),
  },
  (table) => [index('installation_event_by_time').on(table.at, table.id)],
)
