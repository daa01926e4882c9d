import { eq } from 'drizzle-orm'
import { assert } from '../domain/primitives/result.ts'
import { tenant } from './schema.ts'
import type { Town } from './town-transaction.ts'

export async function readTownName({ db, tenantId }: Town): Promise<string> {
  const [row] = await db.select({ name: tenant.name }).from(tenant).where(eq(tenant.id, tenantId))
  assert(row !== undefined, `town ${tenantId} is on record`)
  return row.name
}

/** The short name by which the town is known across the installation: qingyuan. */
export async function readTownCode({ db, tenantId }: Town): Promise<string> {
  const [row] = await db.select({ code: tenant.code }).from(tenant).where(eq(tenant.id, tenantId))
  assert(row !== undefined, `town ${tenantId} is on record`)
  return row.code
}
