import { toHex, type Sha256 } from '../primitives/canonical-json.ts'
import { fromHex } from '../proof/hash-bytes.ts'
import { nodeHash, treeRoot, type NodeAt } from '../proof/merkle-tree.ts'

/** The tree over a file's leaf hashes: roots at any size, each reckoned once. */
export type ProofTree = {
  readonly size: number
  /** The leaf's hash in hex, or null beyond the end. */
  readonly hashAt: (index: number) => string | null
  /** The root over the first so many leaves; null when there are fewer. */
  readonly rootAt: (size: number) => string | null
}

export function proofTree(hashes: readonly string[], sha256: Sha256): ProofTree {
  const levels: Uint8Array[][] = [hashes.map(fromHex)]
  for (let below = levels[0] ?? []; below.length > 1; below = levels.at(-1) ?? []) {
    const whole: Uint8Array[] = []
    for (let index = 0; index + 1 < below.length; index += 2) {
      const [left, right] = [below[index], below[index + 1]]
      if (left !== undefined && right !== undefined) whole.push(nodeHash(left, right, sha256))
    }
    levels.push(whole)
  }
  const nodeAt = ({ level, index }: NodeAt): Uint8Array => levels[level]?.[index] ?? new Uint8Array(0)
  return {
    size: hashes.length,
    hashAt: (index) => hashes[index] ?? null,
    rootAt: (size) =>
      Number.isSafeInteger(size) && size >= 0 && size <= hashes.length
        ? toHex(treeRoot(size, nodeAt, sha256))
        : null,
  }
}
