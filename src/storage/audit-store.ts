import type { AuditStore } from '../commands/audit-store.ts'
import { auditRow } from './schema.ts'
import type { Town } from './town-transaction.ts'

export function auditStore({ tenantId, db }: Town): AuditStore {
  return {
    append: async (rows) => {
      if (rows.length === 0) return
      await db.insert(auditRow).values(rows.map((row) => ({ ...row, tenantId, roles: row.roles.join(',') })))
    },
  }
}
