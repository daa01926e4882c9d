import { canBecome } from '../domain/ledger/entry-steps.ts'
import { accept, refuse, type Result } from '../domain/primitives/result.ts'
import { findConfirmationBar } from '../policies/entry-bars.ts'
import type { Subject } from '../policies/permit.ts'
import { appendToLedger, type LedgerAct } from './append-to-ledger.ts'
import type { LedgerStore } from './ledger-store.ts'

export type ConfirmEntriesRefusal =
  | { readonly code: 'entries-unknown'; readonly count: number }
  | { readonly code: 'entries-reversed'; readonly count: number }
  /** Of so many the caller is the recorder, or the person himself: another decides. */
  | { readonly code: 'entries-own'; readonly recorded: number; readonly aboutOneself: number }

/**
 * Confirms the entries, all or none, and answers how many were not confirmed before. One that a colleague has just
 * confirmed is as it should be; one that was reversed meanwhile is refused, and so is one's own (SPEC §3: recorder ≠
 * confirmer; nobody decides about himself).
 */
export async function confirmEntries(
  ledger: LedgerStore,
  act: LedgerAct,
  subject: Subject,
  entryIds: readonly string[],
): Promise<Result<number, ConfirmEntriesRefusal>> {
  const ids = [...new Set(entryIds)]
  const entries = await ledger.find(ids)
  if (entries.length < ids.length) return refuse({ code: 'entries-unknown', count: ids.length - entries.length })
  const open = entries.filter(({ state }) => state !== 'confirmed')
  const reversed = open.filter(({ state }) => !canBecome(state, 'confirmed'))
  if (reversed.length > 0) return refuse({ code: 'entries-reversed', count: reversed.length })
  const bars = open.map((entry) => findConfirmationBar(subject, { ...entry, confirmedBy: null }))
  const [recorded, aboutOneself] = [countOf(bars, 'recorder'), countOf(bars, 'aboutOneself')]
  if (recorded + aboutOneself > 0) return refuse({ code: 'entries-own', recorded, aboutOneself })
  await appendToLedger(
    ledger,
    act,
    open.map(({ id }) => ({ kind: 'confirmation', entryId: id })),
  )
  return accept(open.length)
}

function countOf(bars: readonly (string | null)[], wanted: string): number {
  return bars.filter((bar) => bar === wanted).length
}
