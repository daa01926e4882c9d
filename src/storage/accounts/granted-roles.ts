import { and, asc, eq, isNull } from 'drizzle-orm'
import { roleGrant } from '../schema-sign-in.ts'
import type { Db } from '../town-transaction.ts'

/** Names of the roles given to an account in a town, or by the district where there is none. */
export async function grantedRoles(
  db: Db,
  accountId: string,
  tenantId: string | null,
): Promise<readonly string[]> {
  const inTown = tenantId === null ? isNull(roleGrant.tenantId) : eq(roleGrant.tenantId, tenantId)
  const rows = await db
    .select({ role: roleGrant.role })
    .from(roleGrant)
    .where(and(eq(roleGrant.accountId, accountId), inTown))
    .orderBy(asc(roleGrant.grantedAt), asc(roleGrant.role))
  return rows.map(({ role }) => role)
}
