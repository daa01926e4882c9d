import { and, asc, eq, gt, isNull, lte, sql } from 'drizzle-orm'
import type { AccountStore } from '../commands/account-store.ts'
import { account, membership, session, setUpToken, tenant } from './schema.ts'
import type { Db } from './town-transaction.ts'

/** Any constant; see the migration lock for the other one. */
const setUpLockKey = 4_680_002

export function accountStore(db: Db): AccountStore {
  return { ...setUpPart(db), ...accountPart(db), ...townPart(db), ...sessionPart(db) }
}

function setUpPart(db: Db) {
  return {
    lockSetUp: async () => {
      await db.execute(sql`select pg_advisory_xact_lock(${setUpLockKey})`)
    },
    hasAccounts: async () => (await db.select({ id: account.id }).from(account).limit(1)).length > 0,
    addSetUpToken: async ({ hash, createdAt, expiresAt }) => {
      await db.delete(setUpToken).where(lte(setUpToken.expiresAt, createdAt))
      await db.insert(setUpToken).values({ tokenHash: hash, createdAt, expiresAt })
    },
    isSetUpTokenValid: async (hash, at) => {
      const found = await db
        .select({ expiresAt: setUpToken.expiresAt })
        .from(setUpToken)
        .where(and(eq(setUpToken.tokenHash, hash), gt(setUpToken.expiresAt, at)))
      return found.length > 0
    },
    removeSetUpTokens: async () => {
      await db.delete(setUpToken)
    },
  } satisfies Partial<AccountStore>
}

function accountPart(db: Db) {
  return {
    addAccount: async (added) => {
      await db.insert(account).values(added)
    },
    findAccount: async (userNameKey) => {
      const [found] = await db
        .select({ id: account.id, userName: account.userName, passwordHash: account.passwordHash })
        .from(account)
        .where(eq(account.userNameKey, userNameKey))
      return found ?? null
    },
  } satisfies Partial<AccountStore>
}

function townPart(db: Db) {
  return {
    addTown: async (added) => {
      await db.insert(tenant).values(added)
    },
    addMembership: async (added) => {
      await db.insert(membership).values(added)
    },
    townsOf: async (accountId) =>
      db
        .select({ id: tenant.id, name: tenant.name, isSample: tenant.isSample, role: membership.role })
        .from(membership)
        .innerJoin(tenant, eq(tenant.id, membership.tenantId))
        .where(eq(membership.accountId, accountId))
        .orderBy(asc(tenant.isSample), asc(membership.createdAt), asc(tenant.id)),
    ownerlessSamples: async () => {
      const rows = await db
        .select({ id: tenant.id })
        .from(tenant)
        .leftJoin(membership, eq(membership.tenantId, tenant.id))
        .where(and(tenant.isSample, isNull(membership.accountId)))
      return rows.map(({ id }) => id)
    },
    removeSampleTown: async (tenantId) => {
      await db.execute(sql`select remove_sample_town(${tenantId})`)
    },
  } satisfies Partial<AccountStore>
}

function sessionPart(db: Db) {
  return {
    addSession: async (added) => {
      await db.insert(session).values({ ...added, lastSeenAt: added.createdAt })
    },
    findSession: async (tokenHash) => {
      const [found] = await db
        .select({
          accountId: session.accountId,
          userName: account.userName,
          tenantId: session.tenantId,
          role: membership.role,
          createdAt: session.createdAt,
          lastSeenAt: session.lastSeenAt,
          expiresAt: session.expiresAt,
        })
        .from(session)
        .innerJoin(account, eq(account.id, session.accountId))
        .innerJoin(
          membership,
          and(eq(membership.accountId, session.accountId), eq(membership.tenantId, session.tenantId)),
        )
        .where(eq(session.tokenHash, tokenHash))
      return found ?? null
    },
    touchSession: async (tokenHash, at) => {
      await db.update(session).set({ lastSeenAt: at }).where(eq(session.tokenHash, tokenHash))
    },
    moveSession: async (tokenHash, tenantId) => {
      await db.update(session).set({ tenantId }).where(eq(session.tokenHash, tokenHash))
    },
    removeSession: async (tokenHash) => {
      await db.delete(session).where(eq(session.tokenHash, tokenHash))
    },
    removeExpiredSessions: async (at) => {
      await db.delete(session).where(lte(session.expiresAt, at))
    },
  } satisfies Partial<AccountStore>
}
