import { and, asc, desc, eq, gt, gte, inArray, isNull, lt, lte, ne, or, sql } from 'drizzle-orm'
import type { AccountStore, LiveSessions } from '../commands/account-store.ts'
import { hexSha256 } from './hex-sha256.ts'
import { account, failedAttempt, membership, session, setUpToken, tenant } from './schema.ts'
import type { Db } from './town-transaction.ts'

/** Any constants; see the migration lock for the first one. */
const setUpLockKey = 4_680_002
const attemptLockKey = 4_680_003

export function accountStore(db: Db): AccountStore {
  return { ...setUpPart(db), ...accountPart(db), ...townPart(db), ...sessionPart(db), ...attemptPart(db) }
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
    holdPassword: async (accountId, passwordHash) => {
      const found = await db
        .select({ id: account.id })
        .from(account)
        .where(and(eq(account.id, accountId), eq(account.passwordHash, passwordHash)))
        .for('update')
      return found.length > 0
    },
    replacePassword: async (accountId, passwordHash) => {
      await db.update(account).set({ passwordHash }).where(eq(account.id, accountId))
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
          id: session.id,
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
    sessionsOf: async (accountId, live) =>
      db
        .select({
          id: session.id,
          address: session.address,
          userAgent: session.userAgent,
          createdAt: session.createdAt,
          lastSeenAt: session.lastSeenAt,
        })
        .from(session)
        .where(and(eq(session.accountId, accountId), isLive(live)))
        .orderBy(desc(session.lastSeenAt), asc(session.id)),
    removeSessionOf: async (accountId, sessionId) => {
      const removed = await db
        .delete(session)
        .where(and(eq(session.accountId, accountId), eq(session.id, sessionId)))
        .returning({ id: session.id })
      return removed.length > 0
    },
    removeSessionsOf: async (accountId, keptId) => {
      const others = keptId === null ? undefined : ne(session.id, keptId)
      const removed = await db
        .delete(session)
        .where(and(eq(session.accountId, accountId), others))
        .returning({ id: session.id })
      return removed.length
    },
    removeEndedSessions: async ({ at, idleSince }) => {
      await db.delete(session).where(or(lte(session.expiresAt, at), lt(session.lastSeenAt, idleSince)))
    },
  } satisfies Partial<AccountStore>
}

function isLive({ at, idleSince }: LiveSessions) {
  return and(gt(session.expiresAt, at), gte(session.lastSeenAt, idleSince))
}

function attemptPart(db: Db) {
  return {
    lockAttempts: async () => {
      await db.execute(sql`select pg_advisory_xact_lock(${attemptLockKey})`)
    },
    readFailures: async (keys) => {
      const keyOf = new Map(keys.map((key) => [hexSha256(key), key]))
      const rows = await db
        .select()
        .from(failedAttempt)
        .where(inArray(failedAttempt.keyHash, keys.map(hashOf)))
      return new Map(
        rows.map(({ keyHash, failures, lastAt }) => [
          keyOf.get(Buffer.from(keyHash).toString('hex')) ?? '',
          { failures, lastAt },
        ]),
      )
    },
    writeFailures: async (key, failures) => {
      await db
        .insert(failedAttempt)
        .values({ keyHash: hashOf(key), ...failures })
        .onConflictDoUpdate({ target: failedAttempt.keyHash, set: failures })
    },
    forgiveFailures: async (key, extent) => {
      const isKey = eq(failedAttempt.keyHash, hashOf(key))
      await db.delete(failedAttempt).where(extent === 'all' ? isKey : and(isKey, lte(failedAttempt.failures, 1)))
      await db
        .update(failedAttempt)
        .set({ failures: sql`${failedAttempt.failures} - 1` })
        .where(isKey)
    },
    trimFailures: async (before, most) => {
      await db.delete(failedAttempt).where(lt(failedAttempt.lastAt, before))
      const beyond = db
        .select({ keyHash: failedAttempt.keyHash })
        .from(failedAttempt)
        .orderBy(desc(failedAttempt.failures), desc(failedAttempt.lastAt))
        .offset(most)
      await db.delete(failedAttempt).where(inArray(failedAttempt.keyHash, beyond))
    },
    isAddressKnown: async (userNameKey, address, live) => {
      const found = await db
        .select({ id: session.id })
        .from(session)
        .innerJoin(account, eq(account.id, session.accountId))
        .where(and(eq(account.userNameKey, userNameKey), eq(session.address, address), isLive(live)))
        .limit(1)
      return found.length > 0
    },
  } satisfies Partial<AccountStore>
}

function hashOf(key: string): Uint8Array {
  return new Uint8Array(Buffer.from(hexSha256(key), 'hex'))
}
