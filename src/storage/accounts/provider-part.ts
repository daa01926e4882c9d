import { and, eq, lte, sql } from 'drizzle-orm'
import type { ProviderStore } from '../../commands/provider-store.ts'
import { account, oidcAttempt, oidcIdentity } from '../schema-sign-in.ts'
import type { Db } from '../town-transaction.ts'

export function providerPart(db: Db) {
  return {
    addVisit: async (visit, expired) => {
      await db.delete(oidcAttempt).where(lte(oidcAttempt.createdAt, expired))
      await db.insert(oidcAttempt).values(visit)
    },
    takeVisit: async (stateHash, browserHash) => {
      const [taken] = await db
        .delete(oidcAttempt)
        .where(and(eq(oidcAttempt.stateHash, stateHash), eq(oidcAttempt.browserHash, browserHash)))
        .returning({
          nonce: oidcAttempt.nonce,
          codeVerifier: oidcAttempt.codeVerifier,
          accountId: oidcAttempt.accountId,
          returnTo: oidcAttempt.returnTo,
          createdAt: oidcAttempt.createdAt,
        })
      return taken ?? null
    },
    findLinked: async (issuer, subject) => {
      const [found] = await db
        .select({
          id: account.id,
          homeTenantId: account.homeTenantId,
          userName: account.userName,
          passwordHash: account.passwordHash,
          isSuspended: sql<boolean>`${account.suspendedAt} is not null`,
        })
        .from(oidcIdentity)
        .innerJoin(account, eq(account.id, oidcIdentity.accountId))
        .where(and(eq(oidcIdentity.issuer, issuer), eq(oidcIdentity.subject, subject)))
      return found ?? null
    },
    linkedSince: async (accountId) => {
      const [found] = await db
        .select({ linkedAt: oidcIdentity.linkedAt })
        .from(oidcIdentity)
        .where(eq(oidcIdentity.accountId, accountId))
      return found?.linkedAt ?? null
    },
    addLink: async (link) => {
      const added = await db
        .insert(oidcIdentity)
        .values(link)
        .onConflictDoNothing()
        .returning({ accountId: oidcIdentity.accountId })
      return added.length > 0
    },
    removeLink: async (accountId) => {
      const removed = await db
        .delete(oidcIdentity)
        .where(eq(oidcIdentity.accountId, accountId))
        .returning({ accountId: oidcIdentity.accountId })
      return removed.length > 0
    },
  } satisfies ProviderStore
}
