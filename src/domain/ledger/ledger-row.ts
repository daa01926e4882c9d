import type { Centipoints } from '../primitives/centipoints.ts'
import type { LocalDate } from '../primitives/local-date.ts'
import type { Quantity } from '../primitives/quantity.ts'

/** What was found about one person: what `LedgerEntry` says of it for good. */
export type Recording = {
  readonly staffNumber: string
  readonly schemeVersion: number
  readonly ruleId: string
  /** The clause as it was when recorded, so that a row can be read without the scheme. */
  readonly clause: string
  readonly quantity: Quantity
  readonly occurredOn: LocalDate
  readonly level: string | null
  readonly matter: string | null
  readonly discretion: Centipoints | null
  readonly place: string | null
  readonly note: string | null
  readonly basis: string | null
}

/** One row of a town's append-only log. An entry is known by the id of its recording. */
export type LedgerRow = {
  readonly tenantId: string
  /** 1, 2, 3 … without a gap in each town. */
  readonly position: number
  /** Random, so that a row's hash in a published proof gives nothing away to who guesses at its content. */
  readonly id: string
  /** An instant as 2026-03-09T01:02:03.004Z. */
  readonly recordedAt: string
  readonly recordedBy: string
  readonly idempotencyKey: string | null
} & LedgerRowContent

export type LedgerRowContent =
  | { readonly kind: 'recording'; readonly recording: Recording }
  | { readonly kind: 'confirmation'; readonly entryId: string }
  | { readonly kind: 'reversal'; readonly entryId: string; readonly reason: string }

/** The entry a row is about. */
export function entryIdOf(row: LedgerRow): string {
  return row.kind === 'recording' ? row.id : row.entryId
}
