import { eq, isNull, type SQL } from 'drizzle-orm'
import { account } from '../schema-sign-in.ts'

/** Whether an account's home is that town; null is the district. */
export function isHome(tenantId: string | null): SQL {
  return tenantId === null ? isNull(account.homeTenantId) : eq(account.homeTenantId, tenantId)
}
