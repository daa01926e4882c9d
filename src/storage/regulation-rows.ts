import { and, eq } from 'drizzle-orm'
import type { StoredRegulation } from '../commands/draft-store.ts'
import { assert } from '../domain/primitives/result.ts'
import { regulation } from './schema.ts'
import type { Town } from './town-transaction.ts'

/** The regulation a draft or version of this town names; it is never removed, so it must be there. */
export async function readRegulation({ db, tenantId }: Town, id: string): Promise<StoredRegulation> {
  const [row] = await db
    .select()
    .from(regulation)
    .where(and(eq(regulation.tenantId, tenantId), eq(regulation.id, id)))
  assert(row !== undefined, `regulation ${id} is on record`)
  return { id: row.id, title: row.title, fileName: row.fileName, text: row.text, receivedAt: row.receivedAt }
}
