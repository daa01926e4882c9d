import { and, eq, gte, lte, max, sql } from 'drizzle-orm'
import type { LedgerStore } from '../commands/ledger-store.ts'
import { decodeLedgerRow, encodeLedgerRow } from '../domain/ledger/canonical-encoding.ts'
import { entryIdOf, type LedgerRow } from '../domain/ledger/ledger-row.ts'
import { localDate, yearOf, yearSpan } from '../domain/primitives/local-date.ts'
import { countEntries } from './entry-counts.ts'
import { selectPage } from './entry-page.ts'
import { selectEntries } from './entry-rows.ts'
import { appendLeaves } from './log-leaves.ts'
import { ledgerRow } from './schema.ts'
import type { Town } from './town-transaction.ts'

/** The town's append-only log, and the entries it says there are. */
export function ledgerStore(town: Town): LedgerStore {
  const { tenantId, db } = town
  return {
    lastPosition: async () => {
      const [last] = await db
        .select({ position: max(ledgerRow.position) })
        .from(ledgerRow)
        .where(eq(ledgerRow.tenantId, tenantId))
      return last?.position ?? 0
    },
    append: async (rows) => {
      await appendLeaves(
        town,
        rows.map((row) => ({ kind: 'ledger-row', row })),
      )
      // Few parameters at a time: PostgreSQL takes 65,535 in one statement.
      for (let start = 0; start < rows.length; start += 1000)
        await db.insert(ledgerRow).values(rows.slice(start, start + 1000).map(toColumns))
    },
    find: async (entryIds) => {
      if (entryIds.length === 0) return []
      const found = await selectEntries(town, sql`${ledgerRow.id} = any(${sql.param([...entryIds])}::uuid[])`)
      const byId = new Map(found.map((entry) => [entry.id, entry]))
      return entryIds.flatMap((id) => byId.get(id) ?? [])
    },
    rowOf: async (id) => {
      const [row] = await db
        .select({ canonical: ledgerRow.canonical })
        .from(ledgerRow)
        .where(and(eq(ledgerRow.tenantId, tenantId), eq(ledgerRow.id, id)))
      return row === undefined ? null : decodeLedgerRow(row.canonical)
    },
    ofYear: (year, staffNumber) => {
      const { first, last } = yearSpan(year)
      const ofPerson = staffNumber === undefined ? undefined : eq(ledgerRow.staffNumber, staffNumber)
      return selectEntries(town, and(gte(ledgerRow.occurredOn, first), lte(ledgerRow.occurredOn, last), ofPerson))
    },
    page: (filter, slice) => selectPage(town, filter, slice),
    latestYear: async () => {
      const [latest] = await db
        .select({ day: max(ledgerRow.occurredOn) })
        .from(ledgerRow)
        .where(eq(ledgerRow.tenantId, tenantId))
      const day = latest?.day ?? null
      return day === null ? null : yearOf(localDate(day))
    },
    countByState: () => countEntries(town),
  }
}

function toColumns(row: LedgerRow): typeof ledgerRow.$inferInsert {
  const { tenantId, position, id, kind, recordedBy, idempotencyKey } = row
  return {
    tenantId,
    position,
    id,
    kind,
    entryId: entryIdOf(row),
    canonical: encodeLedgerRow(row),
    body: row.kind === 'recording' ? row.recording : row.kind === 'reversal' ? { reason: row.reason } : {},
    staffNumber: row.kind === 'recording' ? row.recording.staffNumber : null,
    occurredOn: row.kind === 'recording' ? row.recording.occurredOn : null,
    recordedAt: new Date(row.recordedAt),
    recordedBy,
    idempotencyKey,
  }
}
