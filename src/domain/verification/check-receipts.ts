import { toHex } from '../primitives/canonical-json.ts'
import { decodeUtf8 } from '../primitives/utf8.ts'
import { encodeLeaf } from '../proof/leaf.ts'
import { leafHash } from '../proof/merkle-tree.ts'
import { fingerprint } from '../proof/public-key.ts'
import { openReceipt, receiptSchema, type Receipt } from '../proof/receipt.ts'
import type { GivenContext, GivenFile } from './check-given.ts'
import { leafPlace } from './check-leaves.ts'
import type { CheckList } from './check-list.ts'
import type { Finding } from './finding.ts'

/** Receipts that were handed out: what each promised must stand in this log, at its place and under its head. */
export function checkReceipts(receipts: readonly GivenFile[], context: GivenContext, checks: CheckList): void {
  if (receipts.length === 0) checks.gap('receipts', 'no-receipt-given')
  for (const { label, bytes } of receipts) {
    checks.counted('receipts')
    const receipt = readReceipt(bytes)
    const findings: readonly Finding[] =
      receipt === null
        ? [{ code: 'given-unreadable', place: { kind: 'given', label } }]
        : compareReceipt(receipt, label, context)
    for (const finding of findings) checks.broken('receipts', finding)
  }
}

function readReceipt(bytes: Uint8Array): Receipt | null {
  try {
    return receiptSchema.parse(JSON.parse(decodeUtf8(bytes)))
  } catch {
    return null
  }
}

function compareReceipt(
  receipt: Receipt,
  label: string,
  { manifest, keys, tree, cryptography }: GivenContext,
): readonly Finding[] {
  const place = { kind: 'given', label } as const
  if (receipt.tenantId !== manifest.tenantId) return [{ code: 'other-origin', place }]
  const opened = openReceipt(receipt, receipt.keys, cryptography)
  if (!opened.ok) return [{ code: 'given-unreadable', place }]
  const { leaf, head } = opened.value
  const findings: Finding[] = []
  if (receipt.index >= tree.size)
    findings.push({ code: 'head-beyond', place: leafPlace(receipt.index, leaf), said: String(tree.size) })
  else if (tree.hashAt(receipt.index) !== toHex(leafHash(encodeLeaf(leaf), cryptography.sha256)))
    findings.push({ code: 'leaf-differs', place: leafPlace(receipt.index, leaf), said: label })
  const root = tree.rootAt(head.size)
  const at = { kind: 'head', size: head.size } as const
  if (root === null) findings.push({ code: 'head-beyond', place: at, said: String(tree.size) })
  else if (root !== head.root) findings.push({ code: 'root-differs', place: at, said: head.root, found: root })
  const known = new Set(keys.map((key) => fingerprint(key, cryptography.sha256)))
  if (!receipt.keys.some((key) => known.has(fingerprint(key, cryptography.sha256))))
    findings.push({ code: 'key-differs', place, found: [...known].join(' / ') })
  return findings
}
