import { and, asc, eq, inArray, lt } from 'drizzle-orm'
import type { ProofStore } from '../commands/proof-store.ts'
import type { LedgerRow } from '../domain/ledger/ledger-row.ts'
import { toHex } from '../domain/primitives/canonical-json.ts'
import { recordingBody, reversalBody } from './entry-rows.ts'
import { ledgerRow, logLeaf } from './schema.ts'
import type { Town } from './town-transaction.ts'

export function proofStore({ db, tenantId }: Town): ProofStore {
  return {
    leafHashes: async (size) => {
      const rows = await db
        .select({ hash: logLeaf.hash })
        .from(logLeaf)
        .where(and(eq(logLeaf.tenantId, tenantId), lt(logLeaf.leafIndex, size)))
        .orderBy(asc(logLeaf.leafIndex))
      return rows.map(({ hash }) => toHex(hash))
    },
    ledgerRows: async (staffNumber) => {
      const own = db
        .select({ id: ledgerRow.id })
        .from(ledgerRow)
        .where(and(eq(ledgerRow.tenantId, tenantId), eq(ledgerRow.staffNumber, staffNumber ?? '')))
      const rows = await db
        .select()
        .from(ledgerRow)
        .where(
          and(
            eq(ledgerRow.tenantId, tenantId),
            staffNumber === undefined ? undefined : inArray(ledgerRow.entryId, own),
          ),
        )
        .orderBy(asc(ledgerRow.position))
      return rows.map(toRow)
    },
  }
}

/** Made from what pages are made from, not from the bytes put down beside it: a proof is of what people see. */
function toRow(row: typeof ledgerRow.$inferSelect): LedgerRow {
  const { tenantId, position, id, recordedBy, idempotencyKey, kind, entryId } = row
  const head = { tenantId, position, id, recordedAt: row.recordedAt.toISOString(), recordedBy, idempotencyKey }
  if (kind === 'recording') return { ...head, kind, recording: recordingBody.parse(row.body) }
  if (kind === 'confirmation') return { ...head, kind, entryId }
  return { ...head, kind, entryId, reason: reversalBody.parse(row.body).reason }
}
