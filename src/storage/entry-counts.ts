import { and, eq, exists, sql, type SQL } from 'drizzle-orm'
import { alias } from 'drizzle-orm/pg-core'
import type { EntryState } from '../domain/ledger/entry.ts'
import { ledgerRow } from './schema.ts'
import type { Town } from './town-transaction.ts'

const other = alias(ledgerRow, 'other')

/**
 * How many entries are in each state, from the index of steps alone. Positions have no gaps, so the last one counts
 * all rows; what is no confirmation and no reversal is an entry.
 */
export async function countEntries(town: Town): Promise<Readonly<Record<EntryState, number>>> {
  const { db, tenantId } = town
  const isKind = (kind: 'confirmation' | 'reversal') =>
    and(eq(ledgerRow.tenantId, tenantId), eq(ledgerRow.kind, kind))
  const wasConfirmed = exists(
    db
      .select({ one: sql`1` })
      .from(other)
      .where(
        and(eq(other.tenantId, tenantId), eq(other.kind, 'confirmation'), eq(other.entryId, ledgerRow.entryId)),
      ),
  )
  const count = async (condition: SQL | undefined, counted = sql`count(*)`): Promise<number> => {
    const [found] = await db
      .select({ count: sql<number>`${counted}`.mapWith(Number) })
      .from(ledgerRow)
      .where(condition)
    return found?.count ?? 0
  }
  const rows = await count(eq(ledgerRow.tenantId, tenantId), sql`coalesce(max(${ledgerRow.position}), 0)`)
  const confirmations = await count(isKind('confirmation'))
  const reversed = await count(isKind('reversal'))
  const confirmedThenReversed = await count(and(isKind('reversal'), wasConfirmed))
  const entries = rows - confirmations - reversed
  const confirmed = confirmations - confirmedThenReversed
  return { recorded: entries - confirmed - reversed, confirmed, reversed }
}
