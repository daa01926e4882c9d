import type { Sha256 } from '../primitives/canonical-json.ts'
import { assert } from '../primitives/result.ts'
import { nodeHash, nodesOfRoot, treeRoot, wholeWith, type NodeAt } from './merkle-tree.ts'

/** All a tree needs to grow: its size and the hashes of its `nodesOfRoot(size)`, in that order. */
export type Frontier = { readonly size: number; readonly hashes: readonly Uint8Array[] }

export type MadeNode = NodeAt & { readonly hash: Uint8Array }

/** The tree with these leaves behind, and the subtrees above level 0 that became whole on the way. */
export function growTree(
  { size, hashes }: Frontier,
  leafHashes: readonly Uint8Array[],
  sha256: Sha256,
): { readonly frontier: Frontier; readonly made: readonly MadeNode[] } {
  const [edge, made]: [Uint8Array[], MadeNode[]] = [[...hashes], []]
  for (const [offset, leaf] of leafHashes.entries()) {
    edge.push(leaf)
    for (const node of wholeWith(size + offset)) {
      const [right, left] = [edge.pop(), edge.pop()]
      assert(left !== undefined && right !== undefined, 'a whole subtree has two halves')
      const hash = nodeHash(left, right, sha256)
      edge.push(hash)
      made.push({ ...node, hash })
    }
  }
  return { frontier: { size: size + leafHashes.length, hashes: edge }, made }
}

export function frontierRoot({ size, hashes }: Frontier, sha256: Sha256): Uint8Array {
  const at = new Map(nodesOfRoot(size).map(({ level }, place) => [level, hashes[place]]))
  return treeRoot(
    size,
    ({ level }) => {
      const hash = at.get(level)
      assert(hash !== undefined, 'the edge of a tree has at most one subtree of a level')
      return hash
    },
    sha256,
  )
}
