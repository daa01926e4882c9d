import type { SignInAuditStore } from '../../commands/audit-store.ts'
import { auditRow, installationEvent } from '../schema.ts'
import type { Db } from '../town-transaction.ts'

export function auditPart(db: Db) {
  return {
    appendAudit: async (tenantId, row) => {
      await db.insert(auditRow).values({ ...row, tenantId, roles: row.roles.join(',') })
    },
    addInstallationEvent: async (event) => {
      await db.insert(installationEvent).values(event)
    },
  } satisfies SignInAuditStore
}
