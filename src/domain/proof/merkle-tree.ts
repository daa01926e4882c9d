import type { Sha256 } from '../primitives/canonical-json.ts'
import { assert } from '../primitives/result.ts'

/**
 * The Merkle tree of RFC 6962 §2.1: over leaves 0 … n−1, split at the largest power of two below n. A leaf hashes as
 * SHA-256(0x00 ‖ bytes), a node as SHA-256(0x01 ‖ left ‖ right), the empty tree as SHA-256 of nothing.
 *
 * A *whole* subtree covers 2^level leaves from a multiple of 2^level on; it never changes once its leaves are there. Any
 * range a tree or a proof asks for is a few whole subtrees, so with these kept a root or a proof is O(log n).
 */

/** A whole subtree: leaves index × 2^level up to (index + 1) × 2^level. Level 0 is the leaves' own hashes. */
export type NodeAt = { readonly level: number; readonly index: number }
export type NodeHash = (node: NodeAt) => Uint8Array

type Range = { readonly start: number; readonly end: number }

export function leafHash(bytes: Uint8Array, sha256: Sha256): Uint8Array {
  const framed = new Uint8Array(bytes.length + 1)
  framed.set(bytes, 1)
  return sha256(framed)
}

export function nodeHash(left: Uint8Array, right: Uint8Array, sha256: Sha256): Uint8Array {
  const framed = new Uint8Array(1 + left.length + right.length)
  framed[0] = 1
  framed.set(left, 1)
  framed.set(right, 1 + left.length)
  return sha256(framed)
}

/** The root over the first `size` leaves. */
export function treeRoot(size: number, nodes: NodeHash, sha256: Sha256): Uint8Array {
  return size === 0 ? sha256(new Uint8Array(0)) : rangeHash({ start: 0, end: size }, nodes, sha256)
}

/** What shows that leaf `index` is in the tree of `size`: the siblings on its way up, lowest first (§2.1.1). */
export function inclusionProof(
  index: number,
  size: number,
  nodes: NodeHash,
  sha256: Sha256,
): readonly Uint8Array[] {
  return inclusionRanges(index, size).map((range) => rangeHash(range, nodes, sha256))
}

/** What shows that the tree of `size` goes on from the one of `earlier` (§2.1.2); empty when they are one, or from 0. */
export function consistencyProof(
  earlier: number,
  size: number,
  nodes: NodeHash,
  sha256: Sha256,
): readonly Uint8Array[] {
  return consistencyRanges(earlier, size).map((range) => rangeHash(range, nodes, sha256))
}

/** The whole subtrees each of these reads, so that they can be fetched at once. */
export function nodesOfRoot(size: number): readonly NodeAt[] {
  return size === 0 ? [] : wholeSubtrees({ start: 0, end: size })
}
export function nodesOfInclusion(index: number, size: number): readonly NodeAt[] {
  return inclusionRanges(index, size).flatMap(wholeSubtrees)
}
export function nodesOfConsistency(earlier: number, size: number): readonly NodeAt[] {
  return consistencyRanges(earlier, size).flatMap(wholeSubtrees)
}

/** The subtrees that become whole when leaf `index` enters, lowest first, the leaf itself not among them. */
export function wholeWith(index: number): readonly NodeAt[] {
  const made: NodeAt[] = []
  for (let level = 1, count = index + 1; count % 2 === 0; level += 1) {
    count /= 2
    made.push({ level, index: count - 1 })
  }
  return made
}

function inclusionRanges(index: number, size: number): readonly Range[] {
  assert(Number.isInteger(index) && index >= 0 && index < size, 'the leaf is in the tree')
  const ranges: Range[] = []
  let { start, end }: Range = { start: 0, end: size }
  while (end - start > 1) {
    const middle = start + splitOf(end - start)
    if (index < middle) {
      ranges.push({ start: middle, end })
      end = middle
    } else {
      ranges.push({ start, end: middle })
      start = middle
    }
  }
  return ranges.toReversed()
}

function consistencyRanges(earlier: number, size: number): readonly Range[] {
  assert(Number.isInteger(earlier) && earlier >= 0 && earlier <= size, 'the earlier tree is no larger')
  if (earlier === 0 || earlier === size) return []
  const ranges: Range[] = []
  let { start, end }: Range = { start: 0, end: size }
  // Down to the part where the earlier tree ends; where that is a whole range the verifier knows it already.
  while (end !== earlier) {
    const middle = start + splitOf(end - start)
    if (earlier <= middle) {
      ranges.push({ start: middle, end })
      end = middle
    } else {
      ranges.push({ start, end: middle })
      start = middle
    }
  }
  if (start > 0) ranges.push({ start, end })
  return ranges.toReversed()
}

/** The largest power of two below a count of at least two. */
function splitOf(count: number): number {
  let power = 1
  while (power * 2 < count) power *= 2
  return power
}

/** From the left, each as large as fits; the start of a range the tree asks for is a multiple of its first. */
function wholeSubtrees({ start, end }: Range): readonly NodeAt[] {
  const nodes: NodeAt[] = []
  let at = start
  while (at < end) {
    let [level, width] = [0, 1]
    while (at % (width * 2) === 0 && at + width * 2 <= end) [level, width] = [level + 1, width * 2]
    nodes.push({ level, index: at / width })
    at += width
  }
  return nodes
}

function rangeHash(range: Range, nodes: NodeHash, sha256: Sha256): Uint8Array {
  const hashes = wholeSubtrees(range).map(nodes)
  const last = hashes.at(-1)
  assert(last !== undefined, 'a range has leaves')
  return hashes.slice(0, -1).reduceRight((right, left) => nodeHash(left, right, sha256), last)
}
