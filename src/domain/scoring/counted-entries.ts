import type { LocalDate } from '../primitives/local-date.ts'
import type { LedgerEntry } from '../ledger/entry.ts'

/** Whether the entry counts in an assessment made as of that day: confirmed, and not after it. */
export function isCounted(entry: LedgerEntry, asOf: LocalDate): boolean {
  return entry.state === 'confirmed' && entry.occurredOn <= asOf
}

/** Occurrence first, recording second: the order of every sheet's lines (SPEC §4.1). */
export function compareEntries(left: LedgerEntry, right: LedgerEntry): number {
  if (left.occurredOn !== right.occurredOn) return left.occurredOn < right.occurredOn ? -1 : 1
  return left.position - right.position
}
