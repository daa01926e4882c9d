import { and, asc, desc, eq, gt, gte, isNotNull, isNull, lt, lte, ne, or, sql } from 'drizzle-orm'
import { alias } from 'drizzle-orm/pg-core'
import type { LiveSessions, SessionStore, StoredSession } from '../../commands/session-store.ts'
import { account, membership, session, tenant, totp } from '../schema-sign-in.ts'
import type { Db } from '../town-transaction.ts'
import { grantedRoles } from './granted-roles.ts'
import { hasAdministrators } from './has-administrators.ts'

/** In a sample town the person acted as; else the account itself. */
const acting = alias(account, 'acting')

export function sessionPart(db: Db) {
  return {
    addSession: async (added) => {
      await db.insert(session).values({ ...added, lastSeenAt: added.createdAt })
    },
    findSession: (tokenHash) => findSession(db, tokenHash),
    touchSession: async (tokenHash, at) => {
      await db.update(session).set({ lastSeenAt: at }).where(eq(session.tokenHash, tokenHash))
    },
    moveSession: async (tokenHash, tenantId, actingAs) => {
      await db.update(session).set({ tenantId, actingAs }).where(eq(session.tokenHash, tokenHash))
    },
    rotateSession: async (tokenHash, { newHash, id, secondFactorAt }) => {
      const rotated = await db
        .update(session)
        .set({ tokenHash: newHash, id, secondFactorAt })
        .where(eq(session.tokenHash, tokenHash))
        .returning({ id: session.id })
      return rotated.length > 0
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
  } satisfies SessionStore
}

async function findSession(db: Db, tokenHash: Uint8Array): Promise<StoredSession | null> {
  const actingId = sql`coalesce(${session.actingAs}, ${session.accountId})`
  const [found] = await db
    .select({
      id: session.id,
      accountId: session.accountId,
      actingId: acting.id,
      ownUserName: account.userName,
      homeTenantId: account.homeTenantId,
      userName: acting.userName,
      tenantId: session.tenantId,
      isSample: sql<boolean>`coalesce(${tenant.isSample}, false)`,
      staffNumber: membership.staffNumber,
      hasSecondFactor: sql<boolean>`${totp.confirmedAt} is not null`,
      secondFactorAt: session.secondFactorAt,
      createdAt: session.createdAt,
      lastSeenAt: session.lastSeenAt,
      expiresAt: session.expiresAt,
    })
    .from(session)
    .innerJoin(account, eq(account.id, session.accountId))
    .innerJoin(acting, eq(acting.id, actingId))
    .leftJoin(tenant, eq(tenant.id, session.tenantId))
    .leftJoin(membership, and(eq(membership.accountId, acting.id), eq(membership.tenantId, session.tenantId)))
    .leftJoin(totp, eq(totp.accountId, session.accountId))
    .where(
      and(
        eq(session.tokenHash, tokenHash),
        isNull(account.suspendedAt),
        // The district works in no town; everyone else only where he belongs.
        or(isNull(session.tenantId), isNotNull(membership.accountId)),
      ),
    )
  if (found === undefined) return null
  const { actingId: whose, ...stored } = found
  const granted = await grantedRoles(db, whose, stored.tenantId)
  // Only a founder's power hangs on it.
  const asksFor = granted.includes('founder') ? stored.tenantId : null
  const isAdministrated = asksFor !== null && (await hasAdministrators(db, asksFor))
  return { ...stored, granted, isAdministrated }
}

export function isLive({ at, idleSince }: LiveSessions) {
  return and(gt(session.expiresAt, at), gte(session.lastSeenAt, idleSince))
}
