import { createHash } from 'node:crypto'
import type { OfYear, Proposal } from '../commands/proposal-store.ts'
import { payChanges, type FinalPayList } from '../domain/pay/final-pay-list.ts'
import { resultChanges, type FinalResult } from '../domain/standing/final-result.ts'
import type { OwnPay, PayListProposal, ResultProposal } from './contract/final-results.ts'
import { toProposalHead } from './proposal-answers.ts'

/** Frozen figures as the contract has them. */

export type StoredResult = Proposal<OfYear, FinalResult>
export type StoredPayList = Proposal<OfYear, FinalPayList>

/**
 * Names the figures that are looked at. Neither the ledger's length, which an entry of another year moves, nor the
 * program's version makes them other figures.
 */
export function digestOf(snapshot: FinalResult | FinalPayList): string {
  const figures: object = { ...snapshot, ledgerPosition: 0, engineVersion: '' }
  return createHash('sha256').update(JSON.stringify(figures, sortedKeys)).digest('hex')
}

/** The database keeps the fields of JSON in an order of its own. */
function sortedKeys(_key: string, value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value
  return Object.fromEntries(Object.entries(value).toSorted(([one], [other]) => (one < other ? -1 : 1)))
}

export function isApproved({ decision }: Proposal<unknown, unknown>): boolean {
  return decision?.state === 'approved'
}

/** With what it changes of the one approved before it. */
export function toResultProposal(stored: StoredResult, all: readonly StoredResult[]): ResultProposal {
  const before = predecessorOf(stored, all)
  const changes = before === null ? null : resultChanges(before, stored.snapshot)
  return { ...toProposalHead(stored), result: stored.snapshot, changes }
}

export function toPayListProposal(stored: StoredPayList, all: readonly StoredPayList[]): PayListProposal {
  const before = predecessorOf(stored, all)
  const changes = before === null ? null : payChanges(before, stored.snapshot)
  return { ...toProposalHead(stored), payList: stored.snapshot, changes }
}

/** The approved figures of the same year with the number before. */
function predecessorOf<Snapshot>(
  { subject }: Proposal<OfYear, Snapshot>,
  all: readonly Proposal<OfYear, Snapshot>[],
): Snapshot | null {
  const found = all.find(
    (one) => isApproved(one) && one.subject.year === subject.year && one.subject.number === subject.number - 1,
  )
  return found?.snapshot ?? null
}

/** One person's line of each approved list, the latest first. */
export function ownPayOf(staffNumber: string | null, approved: readonly StoredPayList[]): readonly OwnPay[] {
  return approved.flatMap(({ subject, snapshot, decision }): OwnPay[] => {
    const line = snapshot.lines.find((one) => one.staffNumber === staffNumber)
    if (line === undefined || decision === null) return []
    const { perPersonFen, unitValue } = snapshot
    return [{ ...subject, approvedAt: decision.at.toISOString(), perPersonFen, unitValue, line }]
  })
}
