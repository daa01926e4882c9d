import { canBecome } from '../domain/ledger/entry-steps.ts'
import { accept, assert, refuse, type Result } from '../domain/primitives/result.ts'
import { findReversalBar, type ReversalBar } from '../policies/entry-bars.ts'
import type { Subject } from '../policies/permit.ts'
import { appendToLedger, type LedgerAct } from './append-to-ledger.ts'
import type { LedgerStore, StoredEntry } from './ledger-store.ts'

export type ReverseEntryRefusal =
  | { readonly code: 'entry-unknown' }
  | { readonly code: 'entry-already-reversed'; readonly at: Date; readonly by: string }
  | { readonly code: 'reversal-barred'; readonly bar: ReversalBar }

/**
 * 更正（冲销）: a reversing row with its reason; what was recorded stays as it was, and no longer counts. Before it is
 * confirmed the office or its recorder takes it back; afterwards neither recorder nor confirmer may (SPEC §3).
 */
export async function reverseEntry(
  ledger: LedgerStore,
  act: LedgerAct,
  subject: Subject,
  { entryId, reason }: { readonly entryId: string; readonly reason: string },
): Promise<Result<StoredEntry, ReverseEntryRefusal>> {
  const [entry] = await ledger.find([entryId])
  if (entry === undefined) return refuse({ code: 'entry-unknown' })
  if (entry.reversal !== null)
    return refuse({ code: 'entry-already-reversed', at: entry.reversal.at, by: entry.reversal.by })
  assert(canBecome(entry.state, 'reversed'), 'an entry not yet reversed can be')
  const bar = findReversalBar(subject, { ...entry, confirmedBy: entry.confirmation?.by ?? null })
  if (bar !== null) return refuse({ code: 'reversal-barred', bar })
  await appendToLedger(ledger, act, [{ kind: 'reversal', entryId, reason }])
  const [reversed] = await ledger.find([entryId])
  assert(reversed !== undefined, 'an entry stays in the ledger')
  return accept(reversed)
}
