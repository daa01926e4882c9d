import { canBecome } from '../domain/ledger/entry-steps.ts'
import { accept, refuse, type Result } from '../domain/primitives/result.ts'
import { appendToLedger, type LedgerAct } from './append-to-ledger.ts'
import type { LedgerStore } from './ledger-store.ts'

export type ConfirmEntriesRefusal =
  | { readonly code: 'entries-unknown'; readonly count: number }
  | { readonly code: 'entries-reversed'; readonly count: number }

/**
 * Confirms the entries, all or none, and answers how many were not confirmed before. One that a colleague has just
 * confirmed is as it should be; one that was reversed meanwhile is refused.
 */
export async function confirmEntries(
  ledger: LedgerStore,
  act: LedgerAct,
  entryIds: readonly string[],
): Promise<Result<number, ConfirmEntriesRefusal>> {
  const ids = [...new Set(entryIds)]
  const entries = await ledger.find(ids)
  if (entries.length < ids.length) return refuse({ code: 'entries-unknown', count: ids.length - entries.length })
  const open = entries.filter(({ state }) => state !== 'confirmed')
  const reversed = open.filter(({ state }) => !canBecome(state, 'confirmed'))
  if (reversed.length > 0) return refuse({ code: 'entries-reversed', count: reversed.length })
  await appendToLedger(
    ledger,
    act,
    open.map(({ id }) => ({ kind: 'confirmation', entryId: id })),
  )
  return accept(open.length)
}
