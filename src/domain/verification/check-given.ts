import { openCheckpoint } from '../proof/checkpoint.ts'
import type { PublicKey } from '../proof/public-key.ts'
import { fingerprint } from '../proof/public-key.ts'
import { readShortHex } from '../proof/short-hex.ts'
import { decodeUtf8 } from '../primitives/utf8.ts'
import { createCheckList, type CheckList } from './check-list.ts'
import type { Crypto } from './check-signatures.ts'
import type { Finding } from './finding.ts'
import type { Manifest } from './proof-file.ts'
import type { ProofTree } from './proof-tree.ts'
import { openProof } from './read-proof.ts'

/** What somebody has kept, with the name it goes by in the report. */
export type GivenFile = { readonly label: string; readonly bytes: Uint8Array }

export type GivenContext = {
  readonly manifest: Manifest
  readonly keys: readonly PublicKey[]
  readonly tree: ProofTree
  readonly cryptography: Crypto
}

/**
 * A head as somebody has it: how many leaves, then 20 or all 64 hex digits of the root; as it is printed
 * (台账校验码：共 41 条，3f2a …), or what the QR code beside it holds.
 */
export function readHead(typed: string): { readonly size: number; readonly digits: string } | null {
  const text = typed.normalize('NFKC').trim()
  const [, coded, root] = /^gongdao-head\/1 \S+ (\d{1,15}) ([0-9a-f]{64})(?: [0-9a-f]+)?$/.exec(text) ?? []
  if (coded !== undefined && root !== undefined) return { size: Number(coded), digits: root }
  const [, size, rest] = /^(?:台账校验码:?)?\s*共?\s*(\d{1,15})\s*条?[\s:,、/]\s*(.+)$/s.exec(text) ?? []
  if (size === undefined || rest === undefined) return null
  const whole = rest.toLowerCase().replaceAll(/[\s\-–—·]/g, '')
  const digits = /^[0-9a-f]{64}$/.test(whole) ? whole : readShortHex(rest)
  return digits === null ? null : { size: Number(size), digits }
}

/** Heads that were printed on a bulletin or written down, against the tree of this file. */
export function checkHeads(heads: readonly string[], { tree }: GivenContext, checks: CheckList): void {
  if (heads.length === 0) checks.gap('heads', 'no-head-given')
  for (const typed of heads) {
    checks.counted('heads')
    const finding = compareTyped(typed, tree)
    if (finding !== null) checks.broken('heads', finding)
  }
}

function compareTyped(typed: string, tree: ProofTree): Finding | null {
  const head = readHead(typed)
  if (head === null) return { code: 'given-unreadable', place: { kind: 'given', label: typed } }
  const place = { kind: 'head', size: head.size } as const
  const root = tree.rootAt(head.size)
  if (root === null) return { code: 'head-beyond', place, said: String(tree.size) }
  if (root.startsWith(head.digits)) return null
  return { code: 'root-differs', place, said: head.digits, found: root.slice(0, head.digits.length) }
}

/** Files, signed heads and heads from before: this log must go on from every one of them. */
export function checkEarlierGiven(earlier: readonly GivenFile[], context: GivenContext, checks: CheckList): void {
  if (earlier.length === 0) checks.gap('earlier', 'no-earlier-given')
  for (const file of earlier) {
    checks.counted('earlier')
    for (const finding of compareEarlier(file, context)) checks.broken('earlier', finding)
  }
}

function compareEarlier({ label, bytes }: GivenFile, context: GivenContext): readonly Finding[] {
  const place = { kind: 'given', label } as const
  // A brace begins a file of ours; a note or a typed head does not.
  if (bytes[0] === 0x7b) return compareFile({ label, bytes }, context)
  const text = readText(bytes)
  if (text === null) return [{ code: 'given-unreadable', place }]
  if (!text.includes('\n\n')) {
    const finding = compareTyped(text, context.tree)
    return finding === null ? [] : [finding]
  }
  const note = openCheckpoint(text, context.manifest.origin, context.keys, context.cryptography)
  if (!note.ok) {
    const { code } = note.refusal
    return [
      {
        code:
          code === 'checkpoint-of-other-log'
            ? 'other-origin'
            : code === 'checkpoint-malformed'
              ? 'given-unreadable'
              : 'signature-wrong',
        place,
      },
    ]
  }
  const { size, root } = note.value.head
  const finding = compareTyped(`${String(size)} ${root}`, context.tree)
  return finding === null ? [] : [finding]
}

function compareFile(
  { label, bytes }: GivenFile,
  { manifest, keys, tree, cryptography }: GivenContext,
): readonly Finding[] {
  const place = { kind: 'given', label } as const
  const own = createCheckList()
  const before = openProof(bytes, cryptography.sha256, own)
  const hashes = before?.parts.hashes ?? null
  if (before === null || before.manifest === null || hashes === null || own.hasBroken('digests'))
    return [{ code: 'given-unreadable', place }]
  if (before.manifest.origin !== manifest.origin) return [{ code: 'other-origin', place }]
  if (hashes.length > tree.size)
    return [{ code: 'head-beyond', place: { kind: 'head', size: hashes.length }, said: String(tree.size) }]
  const findings: Finding[] = []
  const index = hashes.findIndex((hash, at) => hash !== tree.hashAt(at))
  if (index !== -1)
    findings.push({ code: 'leaf-differs', place: { kind: 'leaf', index, leafKind: null, of: null }, said: label })
  const now = new Set(keys.map((key) => fingerprint(key, cryptography.sha256)))
  for (const key of before.keys ?? [])
    if (!now.has(fingerprint(key, cryptography.sha256)))
      findings.push({ code: 'key-differs', place, found: [...now].join(' / ') })
  return findings
}

function readText(bytes: Uint8Array): string | null {
  try {
    return decodeUtf8(bytes)
  } catch {
    return null
  }
}
