import type { Centipoints } from '../primitives/centipoints.ts'
import type { DaySpan, LocalDate } from '../primitives/local-date.ts'
import type { Quantity } from '../primitives/quantity.ts'

/** Only `confirmed` entries count (SPEC §3); states come from later ledger rows, never from an edit. */
export type EntryState = 'recorded' | 'confirmed' | 'reversed'

/** One line of the ledger as the scoring reads it: what was found about one person under one rule on one day. */
export type LedgerEntry = {
  readonly id: string
  /** Gapless place in the town's log; decides between entries of one day. */
  readonly position: number
  readonly staffNumber: string
  readonly ruleId: string
  /** The version its rule's id belongs to; absent: the one in force on its day. */
  readonly schemeVersion?: number
  /** Units of the rule; for a proportional rule completion in %; for a shortfall with a target what was achieved. */
  readonly quantity: Quantity
  readonly occurredOn: LocalDate
  readonly state: EntryState
  /** Rung chosen for a ladder rule: 区 市 省 国家. */
  readonly level: string | null
  /** One matter (事项) is charged once among rules that differ only in level. */
  readonly matter: string | null
  /** Points decided by the leading group under a discretionary rule, above 0. */
  readonly discretion: Centipoints | null
  readonly place: string | null
  readonly note: string | null
  readonly basis: string | null
}

/** A mark of 0–100 for one person in a rated category; raterGroup null: the person's whole mark. */
export type RatingMark = {
  readonly staffNumber: string
  readonly mark: Quantity
  readonly categoryId: string
  readonly raterGroup: string | null
}

/**
 * The office's word on a register nobody kept in a window: `checked` — who has no entry achieved 0;
 * `waived` — the rule is not applied in that window (SPEC §4.1).
 */
export type RegisterDecision = {
  readonly ruleId: string
  readonly span: DaySpan
  readonly kind: 'checked' | 'waived'
}
