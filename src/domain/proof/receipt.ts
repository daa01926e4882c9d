import { z } from 'zod'
import type { Sha256 } from '../primitives/canonical-json.ts'
import { accept, refuse, type Result } from '../primitives/result.ts'
import { openCheckpoint, originOf, type CheckpointRefusal } from './checkpoint.ts'
import { opens } from './commitments.ts'
import { fromHex } from './hash-bytes.ts'
import { encodeLeaf, leafSchema, type Leaf } from './leaf.ts'
import type { LogHead } from './log-entry.ts'
import { leafHash } from './merkle-tree.ts'
import { publicKeySchema, type PublicKey, type VerifySignature } from './public-key.ts'
import { isIncluded } from './verify-tree.ts'

const digest = z.string().regex(/^[0-9a-f]{64}$/)

/**
 * What who recorded an entry, and whom it is about, may take away: `gongdao-receipt/1`. It shows by itself that the
 * entry stood in the town's log when the checkpoint was signed, and what was said in it.
 */
export const receiptSchema = z.strictObject({
  format: z.literal('gongdao-receipt/1'),
  town: z.string(),
  tenantId: z.string(),
  issuedAt: z.iso.datetime({ precision: 3 }),
  /** Of the recording, with all that opens it; as long as it has not been erased. */
  leaf: leafSchema,
  index: z.int().min(0),
  openings: z.array(z.strictObject({ name: z.string(), salt: z.string(), value: z.string().nullable() })),
  /** Siblings from the leaf up to the checkpoint's root, lowest first. */
  inclusion: z.array(digest).max(64),
  /** The signed head, as checkpoint.ts says. */
  checkpoint: z.string(),
  /** What the log has signed with so far; a reader compares its fingerprint with one he knows. */
  keys: z.array(publicKeySchema).min(1),
})
export type Receipt = z.infer<typeof receiptSchema>

export type ReceiptRefusal =
  | CheckpointRefusal
  | { readonly code: 'receipt-not-included' }
  /** A value that the leaf did not commit to. */
  | { readonly code: 'receipt-opening-wrong'; readonly name: string }

/**
 * What a receipt shows: its leaf, the words that open it, by name, and the head it is in. `keys` are those the reader
 * trusts; with the receipt's own it proves only that it is of one piece.
 */
export function openReceipt(
  receipt: Receipt,
  keys: readonly PublicKey[],
  checks: { readonly sha256: Sha256; readonly verify: VerifySignature },
): Result<
  { readonly leaf: Leaf; readonly said: ReadonlyMap<string, string | null>; readonly head: LogHead },
  ReceiptRefusal
> {
  const { tenantId, leaf, index, openings, inclusion } = receipt
  const opened = openCheckpoint(receipt.checkpoint, originOf(tenantId), keys, checks)
  if (!opened.ok) return opened
  const { head } = opened.value
  const { sha256 } = checks
  const placed = { hash: leafHash(encodeLeaf(leaf), sha256), index }
  const tree = { size: head.size, root: fromHex(head.root) }
  if (leaf.tenantId !== tenantId || !isIncluded(placed, tree, inclusion.map(fromHex), sha256))
    return refuse({ code: 'receipt-not-included' })
  const wrong = openings.find((opening) => !opens(leaf, opening, sha256))
  if (wrong !== undefined) return refuse({ code: 'receipt-opening-wrong', name: wrong.name })
  return accept({ leaf, said: new Map(openings.map(({ name, value }) => [name, value])), head })
}
