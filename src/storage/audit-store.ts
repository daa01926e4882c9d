import { and, eq, gte, isNull, sql } from 'drizzle-orm'
import type { AuditRow, AuditStore } from '../commands/audit-store.ts'
import { auditRow } from './schema.ts'
import type { Town } from './town-transaction.ts'

export function auditStore({ tenantId, db }: Town): AuditStore {
  const append = async (rows: readonly AuditRow[]) => {
    if (rows.length === 0) return
    await db.insert(auditRow).values(rows.map((row) => ({ ...row, tenantId, roles: row.roles.join(',') })))
  }
  const hasLooked = async ({ by, operation, object }: AuditRow, since: Date) => {
    const found = await db
      .select({ id: auditRow.id })
      .from(auditRow)
      .where(
        and(
          eq(auditRow.tenantId, tenantId),
          gte(auditRow.at, since),
          eq(auditRow.kind, 'look'),
          eq(auditRow.outcome, 'done'),
          eq(auditRow.operation, operation),
          by === null ? isNull(auditRow.by) : eq(auditRow.by, by),
          sql`${auditRow.object} is not distinct from ${object === null ? null : JSON.stringify(object)}::jsonb`,
        ),
      )
      .limit(1)
    return found.length > 0
  }
  return {
    append,
    appendLook: async (row, since) => {
      if (!(await hasLooked(row, since))) await append([row])
    },
  }
}
