import { and, countDistinct, eq, inArray } from 'drizzle-orm'
import { account, roleGrant } from '../schema-sign-in.ts'
import type { Db } from '../town-transaction.ts'
import { isActivated } from './is-activated.ts'

/** The two of policies/administrators.ts, by the names they are stored under. */
const lookAfterAccounts = ['systemAdmin', 'securityAdmin']

/** Whether a system and a security administrator have come in, suspended or not (policies/administrators.ts). */
export async function hasAdministrators(db: Db, tenantId: string): Promise<boolean> {
  const [counted] = await db
    .select({ roles: countDistinct(roleGrant.role) })
    .from(roleGrant)
    .innerJoin(account, eq(account.id, roleGrant.accountId))
    .where(and(eq(roleGrant.tenantId, tenantId), inArray(roleGrant.role, lookAfterAccounts), isActivated))
  return counted?.roles === lookAfterAccounts.length
}
