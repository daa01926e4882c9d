import { and, countDistinct, eq, inArray, isNull } from 'drizzle-orm'
import { account, roleGrant } from '../schema-sign-in.ts'
import type { Db } from '../town-transaction.ts'
import { isActivated } from './is-activated.ts'

/** Whether the town has a system and a security administrator who can sign in: from then on they look after accounts. */
export async function hasAdministrators(db: Db, tenantId: string): Promise<boolean> {
  const needed = ['systemAdmin', 'securityAdmin']
  const [counted] = await db
    .select({ roles: countDistinct(roleGrant.role) })
    .from(roleGrant)
    .innerJoin(account, eq(account.id, roleGrant.accountId))
    .where(
      and(
        eq(roleGrant.tenantId, tenantId),
        inArray(roleGrant.role, needed),
        isActivated,
        isNull(account.suspendedAt),
      ),
    )
  return counted?.roles === needed.length
}
