import { and, eq, max } from 'drizzle-orm'
import { auditRow } from './schema.ts'
import type { Town } from './town-transaction.ts'

/** When something was last changed in the town; null: never. */
export async function lastWriteAt({ db, tenantId }: Town): Promise<Date | null> {
  const [row] = await db
    .select({ at: max(auditRow.at) })
    .from(auditRow)
    .where(and(eq(auditRow.tenantId, tenantId), eq(auditRow.kind, 'write'), eq(auditRow.outcome, 'done')))
  return row?.at ?? null
}
