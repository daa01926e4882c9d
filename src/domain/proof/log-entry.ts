import type { LedgerRow } from '../ledger/ledger-row.ts'
import type { LocalDate } from '../primitives/local-date.ts'

/** What the town's log takes in (SPEC §3); each becomes one leaf. Digests are SHA-256 in lower-case hex. */
export type LogEntry =
  | { readonly kind: 'ledger-row'; readonly row: LedgerRow }
  | {
      readonly kind: 'adoption'
      readonly version: number
      /** Of the scheme file, canonical JSON. */
      readonly schemeDigest: string
      /** Of the regulation's stored text; null without one. */
      readonly regulationDigest: string | null
      readonly effectiveFrom: LocalDate
      readonly at: Date
      readonly by: string
    }
  | {
      readonly kind: 'close'
      /** 2026-03. */
      readonly month: string
      readonly ledgerPosition: number
      readonly bulletinId: string
      readonly at: Date
      readonly by: string
    }
  | {
      readonly kind: 'publication'
      readonly bulletinId: string
      readonly bulletinKind: string
      readonly period: string
      readonly number: number
      readonly contentDigest: string
      readonly backingDigest: string | null
      readonly corrects: string | null
      readonly ledgerPosition: number
      readonly at: Date
      readonly by: string
    }
  | { readonly kind: 'finalisation'; readonly bulletinId: string; readonly at: Date; readonly by: string }

/** The log at a size: how many leaves, and the root over them in lower-case hex. */
export type LogHead = { readonly size: number; readonly root: string }

/** What a leaf stands for, beside its kind: the row's id, the version's number, the month, the bulletin's id. */
export function subjectOf(entry: LogEntry): string {
  if (entry.kind === 'ledger-row') return entry.row.id
  if (entry.kind === 'adoption') return String(entry.version)
  return entry.kind === 'close' ? entry.month : entry.bulletinId
}
