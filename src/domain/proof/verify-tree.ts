import type { Sha256 } from '../primitives/canonical-json.ts'
import { isSameBytes } from './hash-bytes.ts'
import { nodeHash } from './merkle-tree.ts'

const hashLength = 32

/** Whether a proof shows the leaf's hash at `index` of the tree with this size and root; no input makes it throw. */
export function isIncluded(
  leaf: { readonly hash: Uint8Array; readonly index: number },
  tree: { readonly size: number; readonly root: Uint8Array },
  proof: readonly Uint8Array[],
  sha256: Sha256,
): boolean {
  if (!isCount(leaf.index) || !isCount(tree.size) || leaf.index >= tree.size) return false
  if (![leaf.hash, tree.root, ...proof].every(isHash)) return false
  let [node, last, hash] = [leaf.index, tree.size - 1, leaf.hash]
  for (const sibling of proof) {
    if (last === 0) return false
    const isRight = node % 2 === 1
    if (isRight || node === last) {
      hash = nodeHash(sibling, hash, sha256)
      // At the right edge the levels without a sibling are skipped.
      while (!isRight && node % 2 === 0 && node !== 0) [node, last] = [node / 2, half(last)]
    } else hash = nodeHash(hash, sibling, sha256)
    ;[node, last] = [half(node), half(last)]
  }
  return last === 0 && isSameBytes(hash, tree.root)
}

/** Whether a proof shows that the larger tree holds the smaller one's leaves, in place; no input makes it throw. */
export function isConsistent(
  earlier: { readonly size: number; readonly root: Uint8Array },
  later: { readonly size: number; readonly root: Uint8Array },
  proof: readonly Uint8Array[],
  sha256: Sha256,
): boolean {
  if (!isCount(earlier.size) || !isCount(later.size) || earlier.size > later.size) return false
  if (![earlier.root, later.root, ...proof].every(isHash)) return false
  if (earlier.size === later.size) return proof.length === 0 && isSameBytes(earlier.root, later.root)
  if (earlier.size === 0) return proof.length === 0 && isSameBytes(earlier.root, sha256(new Uint8Array(0)))
  let [node, last] = [earlier.size - 1, later.size - 1]
  while (node % 2 === 1) [node, last] = [half(node), half(last)]
  // A whole earlier tree is itself the first step.
  const steps = node === 0 ? [earlier.root, ...proof] : proof
  const [first, ...siblings] = steps
  if (first === undefined) return false
  let [before, after] = [first, first]
  for (const sibling of siblings) {
    if (last === 0) return false
    const isRight = node % 2 === 1
    if (isRight || node === last) {
      before = nodeHash(sibling, before, sha256)
      after = nodeHash(sibling, after, sha256)
      while (!isRight && node % 2 === 0 && node !== 0) [node, last] = [node / 2, half(last)]
    } else after = nodeHash(after, sibling, sha256)
    ;[node, last] = [half(node), half(last)]
  }
  return last === 0 && isSameBytes(before, earlier.root) && isSameBytes(after, later.root)
}

function isCount(count: number): boolean {
  return Number.isSafeInteger(count) && count >= 0
}

function isHash(bytes: Uint8Array): boolean {
  return bytes.length === hashLength
}

function half(count: number): number {
  return Math.floor(count / 2)
}
