import { and, desc, eq, inArray, lt, lte, sql } from 'drizzle-orm'
import type { AttemptStore } from '../../commands/attempt-store.ts'
import { hexSha256 } from '../hex-sha256.ts'
import { account, failedAttempt, session } from '../schema-sign-in.ts'
import type { Db } from '../town-transaction.ts'
import { isHome } from './is-home.ts'
import { isLive } from './session-part.ts'

/** Any constant; see the migration lock for the first one. */
const attemptLockKey = 4_680_003

export function attemptPart(db: Db) {
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
    isAddressKnown: async ({ userNameKey, tenantId }, address, live) => {
      const found = await db
        .select({ id: session.id })
        .from(session)
        .innerJoin(account, eq(account.id, session.accountId))
        .where(
          and(eq(account.userNameKey, userNameKey), isHome(tenantId), eq(session.address, address), isLive(live)),
        )
        .limit(1)
      return found.length > 0
    },
  } satisfies AttemptStore
}

function hashOf(key: string): Uint8Array {
  return new Uint8Array(Buffer.from(hexSha256(key), 'hex'))
}
