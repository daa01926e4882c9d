import { and, asc, eq, inArray, lt } from 'drizzle-orm'
import { idempotency } from './schema.ts'
import type { Town } from './town-transaction.ts'

/** After this nobody asks again; the database lets go of nothing younger. */
const keptDays = 30
/** Few at a time, so that no one save waits for a long clean-up; each save brings one and takes up to these away. */
const removedAtOnce = 20

/** The answers given under idempotency keys; the port is http/idempotency's AnswerStore. */
export function answerStore({ tenantId, db }: Town) {
  const removeOld = async (now: Date) => {
    const old = db
      .select({ key: idempotency.key })
      .from(idempotency)
      .where(
        and(
          eq(idempotency.tenantId, tenantId),
          lt(idempotency.at, new Date(now.getTime() - keptDays * 86_400_000)),
        ),
      )
      .orderBy(asc(idempotency.at))
      .limit(removedAtOnce)
    await db.delete(idempotency).where(and(eq(idempotency.tenantId, tenantId), inArray(idempotency.key, old)))
  }
  return {
    find: async (key: string) => {
      const [found] = await db
        .select({ operation: idempotency.operation, bodyHash: idempotency.bodyHash, answer: idempotency.answer })
        .from(idempotency)
        .where(and(eq(idempotency.tenantId, tenantId), eq(idempotency.key, key)))
      return found ?? null
    },
    keep: async (given: { key: string; operation: string; bodyHash: string; answer: unknown; at: Date }) => {
      await db.insert(idempotency).values({ tenantId, ...given })
      await removeOld(given.at)
    },
  }
}
