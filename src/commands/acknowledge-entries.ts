import { accept, refuse, type Result } from '../domain/primitives/result.ts'
import type { Subject } from '../policies/permit.ts'
import type { Act } from './draft-store.ts'
import type { LedgerStore } from './ledger-store.ts'
import type { AcknowledgementStore } from './period-store.ts'

/** Not all of them are entries about who asks. */
export type AcknowledgeRefusal = { readonly code: 'own-entries-unknown'; readonly count: number }

/**
 * 签收: who asks says that he has been told of entries about himself; answers how many he had not acknowledged before.
 * It is no agreement, and it is not taken back: his days for an objection run from the first word.
 */
export async function acknowledgeEntries(
  stores: { readonly ledger: Pick<LedgerStore, 'find'>; readonly acknowledgements: AcknowledgementStore },
  act: Act,
  { staffNumber }: Subject,
  entryIds: readonly string[],
): Promise<Result<number, AcknowledgeRefusal>> {
  const ids = [...new Set(entryIds)]
  const own = (await stores.ledger.find(ids)).filter((entry) => entry.staffNumber === staffNumber)
  if (staffNumber === null || own.length < ids.length)
    return refuse({ code: 'own-entries-unknown', count: ids.length - own.length })
  const known = await stores.acknowledgements.daysOf(ids)
  const added = ids.filter((id) => !known.has(id))
  await stores.acknowledgements.add(added.map((entryId) => ({ entryId, staffNumber, at: act.at, by: act.by })))
  return accept(added.length)
}
