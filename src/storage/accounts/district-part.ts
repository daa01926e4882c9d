import { and, desc, eq } from 'drizzle-orm'
import type { DistrictStore } from '../../commands/district-store.ts'
import { account, installationEvent } from '../schema-sign-in.ts'
import type { Db } from '../town-transaction.ts'
import { isHome } from './is-home.ts'

export function districtPart(db: Db) {
  return {
    installationEvents: async (most) =>
      db
        .select({
          at: installationEvent.at,
          by: installationEvent.by,
          operation: installationEvent.operation,
          what: installationEvent.what,
          address: installationEvent.address,
        })
        .from(installationEvent)
        .orderBy(desc(installationEvent.at), desc(installationEvent.id))
        .limit(most),
    isDistrictNameTaken: async (userNameKey) => {
      const found = await db
        .select({ id: account.id })
        .from(account)
        .where(and(eq(account.userNameKey, userNameKey), isHome(null)))
      return found.length > 0
    },
  } satisfies DistrictStore
}
