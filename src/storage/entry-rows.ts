import { and, asc, eq, type SQL } from 'drizzle-orm'
import { alias } from 'drizzle-orm/pg-core'
import { z } from 'zod'
import type { StoredEntry } from '../commands/ledger-store.ts'
import { centipoints } from '../domain/primitives/centipoints.ts'
import { localDate } from '../domain/primitives/local-date.ts'
import { quantity } from '../domain/primitives/quantity.ts'
import { ledgerRow } from './schema.ts'
import type { Town } from './town-transaction.ts'

const confirmation = alias(ledgerRow, 'confirmation')
const reversal = alias(ledgerRow, 'reversal')

export function ownRecordings({ tenantId }: Town): SQL | undefined {
  return and(eq(ledgerRow.tenantId, tenantId), eq(ledgerRow.kind, 'recording'))
}

/** Entries with what later rows made of them, in the order of positions. */
export async function selectEntries(town: Town, condition: SQL | undefined): Promise<readonly StoredEntry[]> {
  const rows = await town.db
    .select(entryColumns)
    .from(ledgerRow)
    .leftJoin(confirmation, confirmsEntry)
    .leftJoin(reversal, reversesEntry)
    .where(and(ownRecordings(town), condition))
    .orderBy(asc(ledgerRow.position))
  return rows.map(toEntry)
}

// A recording stands beside its confirmation and its reversal where there are any; at most one of each.
const confirmsEntry = and(
  eq(confirmation.tenantId, ledgerRow.tenantId),
  eq(confirmation.entryId, ledgerRow.id),
  eq(confirmation.kind, 'confirmation'),
)
const reversesEntry = and(
  eq(reversal.tenantId, ledgerRow.tenantId),
  eq(reversal.entryId, ledgerRow.id),
  eq(reversal.kind, 'reversal'),
)

/** What a recording says, as its row has it. */
export const recordingBody = z.object({
  staffNumber: z.string(),
  schemeVersion: z.int(),
  ruleId: z.string(),
  clause: z.string(),
  quantity: z.int().transform(quantity),
  occurredOn: z.string().transform(localDate),
  level: z.string().nullable(),
  matter: z.string().nullable(),
  discretion: z
    .int()
    .nullable()
    .transform((hundredths) => (hundredths === null ? null : centipoints(hundredths))),
  place: z.string().nullable(),
  note: z.string().nullable(),
  basis: z.string().nullable(),
})
export const reversalBody = z.object({ reason: z.string() })

const entryColumns = {
  id: ledgerRow.id,
  position: ledgerRow.position,
  body: ledgerRow.body,
  recordedAt: ledgerRow.recordedAt,
  recordedBy: ledgerRow.recordedBy,
  confirmedPosition: confirmation.position,
  confirmedAt: confirmation.recordedAt,
  confirmedBy: confirmation.recordedBy,
  reversedPosition: reversal.position,
  reversedAt: reversal.recordedAt,
  reversedBy: reversal.recordedBy,
  reversalBody: reversal.body,
}

type EntryColumns = {
  readonly id: string
  readonly position: number
  readonly body: unknown
  readonly recordedAt: Date
  readonly recordedBy: string
  readonly confirmedPosition: number | null
  readonly confirmedAt: Date | null
  readonly confirmedBy: string | null
  readonly reversedPosition: number | null
  readonly reversedAt: Date | null
  readonly reversedBy: string | null
  readonly reversalBody: unknown
}

function toEntry(row: EntryColumns): StoredEntry {
  const { id, position, recordedAt, recordedBy } = row
  const confirmed = stepOf(row.confirmedPosition, row.confirmedAt, row.confirmedBy)
  const reversed = stepOf(row.reversedPosition, row.reversedAt, row.reversedBy)
  return {
    id,
    position,
    ...recordingBody.parse(row.body),
    recordedAt,
    recordedBy,
    state: reversed !== null ? 'reversed' : confirmed !== null ? 'confirmed' : 'recorded',
    confirmation: confirmed,
    reversal: reversed === null ? null : { ...reversed, reason: reversalBody.parse(row.reversalBody).reason },
  }
}

function stepOf(position: number | null, at: Date | null, by: string | null) {
  return position === null || at === null || by === null ? null : { position, at, by }
}
