import type { LedgerEntry, EntryState } from '../domain/ledger/entry.ts'
import type { LedgerRow } from '../domain/ledger/ledger-row.ts'
import type { LocalDate } from '../domain/primitives/local-date.ts'

/** An entry with its whole history: what was recorded, and what later rows made of it. */
export type StoredEntry = LedgerEntry & {
  readonly schemeVersion: number
  readonly clause: string
  readonly recordedAt: Date
  readonly recordedBy: string
  readonly confirmation: Step | null
  readonly reversal: (Step & { readonly reason: string }) | null
}

/** A later row about an entry, with its own place in the ledger. */
type Step = { readonly position: number; readonly at: Date; readonly by: string }

export type EntryFilter = {
  readonly state: EntryState | null
  readonly office: string | null
  readonly staffNumber: string | null
  readonly from: LocalDate | null
  readonly to: LocalDate | null
  /** Found in name, 工号, clause, matter, place, note or basis. */
  readonly words: string | null
  /** Only entries about this person, or about who stood in one of these offices on their day; null: everyone's. */
  readonly within: { readonly staffNumber: string | null; readonly offices: readonly string[] } | null
  /** Rules the words speak of: entries under them are found too. */
  readonly ruleKeys: readonly RuleKey[]
}

/** A rule within the version an entry was recorded under. */
export type RuleKey = { readonly schemeVersion: number; readonly ruleId: string }

export type LedgerStore = {
  /** Position of the last row; 0 in an empty ledger. Holds until the end of a writing transaction. */
  readonly lastPosition: () => Promise<number>
  /** Rows in the order of their positions, which follow the last one without a gap. */
  readonly append: (rows: readonly LedgerRow[]) => Promise<void>
  /** In the order asked for; unknown ids are left out. */
  readonly find: (entryIds: readonly string[]) => Promise<readonly StoredEntry[]>
  /** The row of this id as it was appended; null: there is none. */
  readonly rowOf: (id: string) => Promise<LedgerRow | null>
  /** Every entry of a year (or of one person in it), in the order of positions. */
  readonly ofYear: (year: number, staffNumber?: string) => Promise<readonly StoredEntry[]>
  /** Latest recorded first; offset and limit count entries. */
  readonly page: (
    filter: EntryFilter,
    slice: { readonly offset: number; readonly limit: number },
  ) => Promise<{ readonly entries: readonly StoredEntry[]; readonly total: number }>
  /** Year of the latest day anything occurred on; null in an empty ledger. */
  readonly latestYear: () => Promise<number | null>
  readonly countByState: () => Promise<Readonly<Record<EntryState, number>>>
}
