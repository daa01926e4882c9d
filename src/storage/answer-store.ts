import { and, eq } from 'drizzle-orm'
import { idempotency } from './schema.ts'
import type { Town } from './town-transaction.ts'

/** The answers given under idempotency keys; the port is http/idempotency's AnswerStore. */
export function answerStore({ tenantId, db }: Town) {
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
    },
  }
}
