import type { Sha256 } from '../primitives/canonical-json.ts'
import { openCheckpoint } from '../proof/checkpoint.ts'
import { fromHex } from '../proof/hash-bytes.ts'
import type { LogHead } from '../proof/log-entry.ts'
import { fingerprint, keyId, type PublicKey, type VerifySignature } from '../proof/public-key.ts'
import type { CheckList } from './check-list.ts'
import { signedText, type Manifest, type ProofSignature } from './proof-file.ts'
import type { ProofTree } from './proof-tree.ts'

export type Crypto = { readonly sha256: Sha256; readonly verify: VerifySignature }

/** The file itself, signed by one of its keys. */
export function checkManifest(
  manifest: Manifest,
  signature: ProofSignature,
  keys: readonly PublicKey[],
  { sha256, verify }: Crypto,
  checks: CheckList,
): void {
  checks.counted('signatures')
  const place = { kind: 'path', path: ['signature'] } as const
  const key = signingKey(manifest, signature, keys, sha256)
  if (key === null) checks.broken('signatures', { code: 'signature-by-other-key', place })
  else if (!verify(key, signedText(manifest, sha256), fromHex(signature.signature)))
    checks.broken('signatures', { code: 'signature-wrong', place })
}

/** The key of the file that its signature names; null: none of them. */
export function signingKey(
  { origin }: Manifest,
  { keyId: named }: ProofSignature,
  keys: readonly PublicKey[],
  sha256: Sha256,
): PublicKey | null {
  return keys.find((one) => keyId(origin, one, sha256) === named) ?? null
}

/** Every signed head: of this log, by a key of the file, ascending, and what the leaves come to. */
export function checkCheckpoints(
  notes: readonly string[],
  given: {
    readonly manifest: Manifest
    readonly keys: readonly PublicKey[]
    readonly tree: ProofTree
    readonly cryptography: Crypto
  },
  checks: CheckList,
): void {
  const { manifest, keys, tree } = given
  let last: LogHead | null = null
  for (const [index, note] of notes.entries()) {
    checks.counted('signatures')
    const place = { kind: 'path', path: ['checkpoints', index] } as const
    const opened = openCheckpoint(note, manifest.origin, keys, given.cryptography)
    if (!opened.ok) {
      const code = {
        'checkpoint-malformed': 'checkpoint-unreadable',
        'checkpoint-of-other-log': 'other-origin',
        'checkpoint-key-unknown': 'signature-by-other-key',
        'checkpoint-signature-wrong': 'signature-wrong',
      } as const
      checks.broken('signatures', { code: code[opened.refusal.code], place })
      continue
    }
    const { head } = opened.value
    if (last !== null && head.size <= last.size) checks.broken('roots', { code: 'checkpoint-order', place })
    compareRoot(head, tree, checks)
    last = head
  }
  compareRoot(manifest.head, tree, checks)
  if (manifest.head.size !== tree.size)
    checks.broken('roots', {
      code: 'leaf-count',
      place: { kind: 'path', path: ['hashes'] },
      said: String(tree.size),
      found: String(manifest.head.size),
    })
  if (last === null || last.size !== manifest.head.size)
    checks.broken('roots', { code: 'head-unsigned', place: { kind: 'head', size: manifest.head.size } })
}

function compareRoot({ size, root }: LogHead, tree: ProofTree, checks: CheckList): void {
  checks.counted('roots')
  const place = { kind: 'head', size } as const
  const found = tree.rootAt(size)
  if (found === null) checks.broken('roots', { code: 'head-beyond', place, said: String(tree.size) })
  else if (found !== root) checks.broken('roots', { code: 'root-differs', place, said: root, found })
}

/**
 * The key that signed the file against the one somebody was given on paper, by its fingerprint or the beginning of it. A
 * key that the file merely names proves nothing: anybody can write a town's public key beside his own.
 */
export function checkKey(
  signedWith: PublicKey | null,
  given: string | null,
  { sha256 }: Crypto,
  checks: CheckList,
): void {
  if (given === null) {
    checks.gap('key', 'no-key-given')
    return
  }
  checks.counted('key')
  const typed = given
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(/[\s:·-]/g, '')
  // Eighty bits at the least: fewer could be found by trying.
  const found = signedWith === null ? '' : fingerprint(signedWith, sha256)
  const isKnown = /^[0-9a-f]{20,64}$/.test(typed) && found.startsWith(typed)
  if (!isKnown)
    checks.broken('key', {
      code: 'key-differs',
      place: { kind: 'given', label: given },
      found,
    })
}
