import type { LedgerStore, StoredEntry } from '../commands/ledger-store.ts'
import type { LogStore } from '../commands/log-store.ts'
import type { Signer } from '../commands/signer.ts'
import { accept, assert, refuse, type Result } from '../domain/primitives/result.ts'
import { decodeLeaf } from '../domain/proof/leaf.ts'
import { openingsOf } from '../domain/proof/leaf-of.ts'
import type { Receipt } from '../domain/proof/receipt.ts'
import type { Subject } from '../policies/permit.ts'

export type ReceiptRefusal =
  | { readonly code: 'entry-unknown' }
  /** It is given to who recorded the entry and to whom it is about. */
  | { readonly code: 'receipt-of-others' }

type Stores = {
  readonly ledger: Pick<LedgerStore, 'find' | 'rowOf'>
  readonly log: LogStore
  readonly readTownName: () => Promise<string>
}

/** The receipt of an entry, against the log's head of now. */
export async function readReceipt(
  { ledger, log, readTownName }: Stores,
  entryId: string,
  subject: Subject,
  at: Date,
  signer: Signer,
): Promise<Result<{ readonly receipt: Receipt; readonly entry: StoredEntry }, ReceiptRefusal>> {
  const [entry] = await ledger.find([entryId])
  if (entry === undefined) return refuse({ code: 'entry-unknown' })
  if (entry.recordedBy !== subject.by && entry.staffNumber !== subject.staffNumber)
    return refuse({ code: 'receipt-of-others' })
  const row = await ledger.rowOf(entryId)
  const stored = await log.leafOf('ledger-row', entryId)
  const signed = await log.checkpoint(at)
  assert(row !== null && stored !== null && signed !== null, 'a recorded entry is in the log')
  const { index, content, salts } = stored
  return accept({
    entry,
    receipt: {
      format: 'gongdao-receipt/1',
      town: await readTownName(),
      tenantId: row.tenantId,
      issuedAt: at.toISOString(),
      leaf: decodeLeaf(content),
      index,
      openings: salts === null ? [] : [...openingsOf({ kind: 'ledger-row', row }, salts)],
      inclusion: [...(await log.inclusionProof(index, signed.size))],
      checkpoint: signed.note,
      keys: [...signer.keys],
    },
  })
}
