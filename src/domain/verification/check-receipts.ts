import type { CheckList } from './check-list.ts'
import type { GivenContext, GivenFile } from './check-given.ts'

/** Receipts that were handed out: what each promised must stand in this log, at its place. */
export function checkReceipts(receipts: readonly GivenFile[], _context: GivenContext, checks: CheckList): void {
  if (receipts.length === 0) checks.gap('receipts', 'no-receipt-given')
}
