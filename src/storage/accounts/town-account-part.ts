import { and, asc, eq, inArray, sql } from 'drizzle-orm'
import type { TownAccountStore } from '../../commands/town-account-store.ts'
import { groupBy } from '../../domain/primitives/group-by.ts'
import { account, activation, membership, roleGrant, session, totp } from '../schema-sign-in.ts'
import type { Db } from '../town-transaction.ts'
import { isActivated } from './is-activated.ts'

/** Few parameters at a time: PostgreSQL takes 65,535 in one statement. */
const batchSize = 1000

export function townAccountPart(db: Db) {
  return {
    townAccounts: (tenantId) => readTownAccounts(db, tenantId),
    addTownAccounts: async (tenantId, added, { at, by }) => {
      for (const batch of inBatches(added)) {
        await db.insert(account).values(
          batch.map(({ id, userName, userNameKey }) => ({
            id,
            homeTenantId: tenantId,
            userName,
            userNameKey,
            passwordHash: null,
            createdAt: at,
            createdBy: by,
          })),
        )
        await db
          .insert(membership)
          .values(batch.map(({ id, staffNumber }) => ({ accountId: id, tenantId, staffNumber, createdAt: at })))
        const grants = batch.flatMap(({ id, roles }) =>
          roles.map((role) => ({ accountId: id, tenantId, role, grantedAt: at, grantedBy: by })),
        )
        if (grants.length > 0) await db.insert(roleGrant).values(grants)
      }
    },
    keepSetUpCodes: async (codes) => {
      for (const batch of inBatches(codes))
        await db
          .insert(activation)
          .values([...batch])
          .onConflictDoUpdate({
            target: activation.accountId,
            set: {
              codeHash: sql`excluded.code_hash`,
              createdAt: sql`excluded.created_at`,
              createdBy: sql`excluded.created_by`,
              expiresAt: sql`excluded.expires_at`,
            },
          })
    },
    removeSetUpCode: async (accountId) => {
      await db.delete(activation).where(eq(activation.accountId, accountId))
    },
    removeGrants: async (accountId, tenantId, roles) => {
      await db
        .delete(roleGrant)
        .where(
          and(
            eq(roleGrant.accountId, accountId),
            eq(roleGrant.tenantId, tenantId),
            inArray(roleGrant.role, [...roles]),
          ),
        )
    },
    suspendAccount: async (accountId, at) => {
      await db.update(account).set({ suspendedAt: at }).where(eq(account.id, accountId))
    },
    linkPerson: async (accountId, tenantId, staffNumber) => {
      await db
        .update(membership)
        .set({ staffNumber })
        .where(and(eq(membership.accountId, accountId), eq(membership.tenantId, tenantId)))
    },
  } satisfies TownAccountStore
}

async function readTownAccounts(db: Db, tenantId: string) {
  const rows = await db
    .select({
      id: account.id,
      userName: account.userName,
      userNameKey: account.userNameKey,
      isActivated,
      suspendedAt: account.suspendedAt,
      createdAt: account.createdAt,
      createdBy: account.createdBy,
      staffNumber: membership.staffNumber,
      hasSecondFactor: sql<boolean>`${totp.confirmedAt} is not null`,
      codeExpiresAt: activation.expiresAt,
    })
    .from(account)
    .innerJoin(membership, and(eq(membership.accountId, account.id), eq(membership.tenantId, tenantId)))
    .leftJoin(totp, eq(totp.accountId, account.id))
    .leftJoin(activation, eq(activation.accountId, account.id))
    .where(eq(account.homeTenantId, tenantId))
    .orderBy(asc(account.createdAt), asc(account.userNameKey))
  const grants = await db
    .select({ accountId: roleGrant.accountId, role: roleGrant.role })
    .from(roleGrant)
    .where(eq(roleGrant.tenantId, tenantId))
    .orderBy(asc(roleGrant.grantedAt), asc(roleGrant.role))
  const seen = await db
    .select({ accountId: session.accountId, at: sql`max(${session.lastSeenAt})`.mapWith(session.lastSeenAt) })
    .from(session)
    .innerJoin(account, eq(account.id, session.accountId))
    .where(eq(account.homeTenantId, tenantId))
    .groupBy(session.accountId)
  const seenBy = new Map(seen.map(({ accountId, at }) => [accountId, at]))
  const grantsOf = groupBy(grants, ({ accountId }) => accountId)
  return rows.map((row) => ({
    ...row,
    granted: (grantsOf.get(row.id) ?? []).map(({ role }) => role),
    lastSeenAt: seenBy.get(row.id) ?? null,
  }))
}

function* inBatches<Row>(rows: readonly Row[]): Generator<readonly Row[]> {
  for (let start = 0; start < rows.length; start += batchSize) yield rows.slice(start, start + batchSize)
}
