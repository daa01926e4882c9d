import { createHash } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { toHex } from '../primitives/canonical-json.ts'
import { fromHex } from './hash-bytes.ts'
import {
  consistencyProof,
  inclusionProof,
  leafHash,
  nodeHash,
  nodesOfConsistency,
  nodesOfInclusion,
  nodesOfRoot,
  treeRoot,
  wholeWith,
  type NodeAt,
  type NodeHash,
} from './merkle-tree.ts'
import { isConsistent, isIncluded } from './verify-tree.ts'

const sha256 = (bytes: Uint8Array) => new Uint8Array(createHash('sha256').update(bytes).digest())

/** As RFC 6962 §2.1 defines them, word for word, on lists of leaf hashes. */
function naiveRoot(leaves: readonly Uint8Array[]): Uint8Array {
  const [only] = leaves
  if (only === undefined) return sha256(new Uint8Array(0))
  if (leaves.length === 1) return only
  const split = naiveSplit(leaves.length)
  return nodeHash(naiveRoot(leaves.slice(0, split)), naiveRoot(leaves.slice(split)), sha256)
}
function naivePath(index: number, leaves: readonly Uint8Array[]): readonly Uint8Array[] {
  if (leaves.length === 1) return []
  const split = naiveSplit(leaves.length)
  const [left, right] = [leaves.slice(0, split), leaves.slice(split)]
  return index < split
    ? [...naivePath(index, left), naiveRoot(right)]
    : [...naivePath(index - split, right), naiveRoot(left)]
}
function naiveSubproof(earlier: number, leaves: readonly Uint8Array[], isKnown: boolean): readonly Uint8Array[] {
  if (earlier === leaves.length) return isKnown ? [] : [naiveRoot(leaves)]
  const split = naiveSplit(leaves.length)
  const [left, right] = [leaves.slice(0, split), leaves.slice(split)]
  return earlier <= split
    ? [...naiveSubproof(earlier, left, isKnown), naiveRoot(right)]
    : [...naiveSubproof(earlier - split, right, false), naiveRoot(left)]
}
function naiveSplit(count: number): number {
  return 2 ** Math.floor(Math.log2(count - 1))
}

/** The nodes as the storage keeps them: each whole subtree, made once, when its last leaf enters. */
function keep(leaves: readonly Uint8Array[]): NodeHash {
  const kept = new Map<string, Uint8Array>()
  const at: NodeHash = ({ level, index }) => kept.get(`${String(level)}/${String(index)}`) ?? new Uint8Array(0)
  const put = ({ level, index }: NodeAt, hash: Uint8Array) => kept.set(`${String(level)}/${String(index)}`, hash)
  for (const [leafIndex, leaf] of leaves.entries()) {
    put({ level: 0, index: leafIndex }, leaf)
    for (const { level, index } of wholeWith(leafIndex)) {
      const [left, right] = [
        at({ level: level - 1, index: 2 * index }),
        at({ level: level - 1, index: 2 * index + 1 }),
      ]
      put({ level, index }, nodeHash(left, right, sha256))
    }
  }
  return at
}

const leavesOf = (count: number) =>
  Array.from({ length: count }, (_, index) => leafHash(Uint8Array.of(index), sha256))
const hex = (hashes: readonly Uint8Array[]) => hashes.map(toHex)

/** The known answers that implementations of Certificate Transparency share. */
const knownLeaves = [
  '',
  '00',
  '10',
  '2021',
  '3031',
  '40414243',
  '5051525354555657',
  '606162636465666768696a6b6c6d6e6f',
].map((input) => leafHash(fromHex(input), sha256))
const knownRoots = [
  'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855',
  '6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d',
  'fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125',
  'aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77',
  'd37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7',
  '4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4',
  '76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef',
  'ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c',
  '5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328',
]
const [pair23, leaf0, leaf1, leaf4] = [
  '5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e',
  '6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d',
  '96a296d224f285c67bee93c30f8a309157f0daa35dc5b87e410b78630a09cfc7',
  'bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b',
]
const [pair67, half47, half03] = [
  'ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0',
  '6b47aaf29ee3c2af9af889bc1fb9254dabd31177f16232dd6aab035ca39bf6e4',
  'd37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7',
]
const pair45 = '0ebc5d3437fbe2db158b9f126a1d118e308181031d0a949f8dededebc558ef6a'

describe('默克尔树与公认的答案', () => {
  const nodes = keep(knownLeaves)

  test.each(knownRoots.map((root, size) => ({ root, size })))('前 $size 片叶的根', ({ root, size }) => {
    expect(toHex(treeRoot(size, nodes, sha256))).toBe(root)
  })

  test.each([
    { index: 0, size: 1, proof: [] },
    { index: 0, size: 8, proof: [leaf1, pair23, half47] },
    { index: 5, size: 8, proof: [leaf4, pair67, half03] },
    { index: 2, size: 3, proof: [knownRoots[2]] },
    { index: 1, size: 5, proof: [leaf0, pair23, leaf4] },
  ])('第 $index 片在 $size 片之中的证明', ({ index, size, proof }) => {
    expect(hex(inclusionProof(index, size, nodes, sha256))).toEqual(proof)
  })

  test.each([
    { earlier: 1, size: 1, proof: [] },
    { earlier: 1, size: 8, proof: [leaf1, pair23, half47] },
    { earlier: 6, size: 8, proof: [pair45, pair67, half03] },
    { earlier: 2, size: 5, proof: [pair23, leaf4] },
  ])('从 $earlier 片续到 $size 片的证明', ({ earlier, size, proof }) => {
    expect(hex(consistencyProof(earlier, size, nodes, sha256))).toEqual(proof)
  })
})

describe('默克尔树与定义', () => {
  test('40 片以内的每个根、每条包含证明、每条续接证明都与定义一致，而且核对得过', () => {
    const all = leavesOf(40)
    const nodes = keep(all)
    for (let size = 1; size <= all.length; size += 1) {
      const leaves = all.slice(0, size)
      const root = naiveRoot(leaves)
      expect(treeRoot(size, nodes, sha256)).toEqual(root)
      for (const [index, hash] of leaves.entries()) {
        const proof = inclusionProof(index, size, nodes, sha256)
        expect(proof).toEqual(naivePath(index, leaves))
        expect(isIncluded({ hash, index }, { size, root }, proof, sha256)).toBe(true)
      }
      for (let earlier = 1; earlier <= size; earlier += 1) {
        const proof = consistencyProof(earlier, size, nodes, sha256)
        expect(proof).toEqual(naiveSubproof(earlier, leaves, true))
        const before = { size: earlier, root: naiveRoot(all.slice(0, earlier)) }
        expect(isConsistent(before, { size, root }, proof, sha256)).toBe(true)
      }
    }
  })

  test('要读的子树就是用到的那些，只有对数那么多', () => {
    const size = 100_003
    const asked: NodeAt[] = []
    const nodes: NodeHash = (node) => {
      asked.push(node)
      return new Uint8Array(32)
    }
    treeRoot(size, nodes, sha256)
    expect(asked.splice(0)).toEqual(nodesOfRoot(size))
    inclusionProof(77_777, size, nodes, sha256)
    expect(asked).toEqual(nodesOfInclusion(77_777, size))
    expect(asked.splice(0).length).toBeLessThan(40)
    consistencyProof(65_537, size, nodes, sha256)
    expect(asked).toEqual(nodesOfConsistency(65_537, size))
    expect(asked.length).toBeLessThan(40)
  })
})

describe('骗不过的核对', () => {
  const size = fc.integer({ min: 2, max: 40 })
  const place = fc.nat()

  test('换一片叶、换一个位置、换一个根、改动证明的任何一处，都不认', () => {
    fc.assert(
      fc.property(size, place, place, place, (count, at, where, bit) => {
        const leaves = leavesOf(count)
        const [nodes, root, index] = [keep(leaves), naiveRoot(leaves), at % count]
        const hash = leaves[index] ?? new Uint8Array(0)
        const proof = inclusionProof(index, count, nodes, sha256)
        const accepts = (changed: {
          hash?: Uint8Array
          index?: number
          root?: Uint8Array
          proof?: readonly Uint8Array[]
        }) =>
          isIncluded(
            { hash: changed.hash ?? hash, index: changed.index ?? index },
            { size: count, root: changed.root ?? root },
            changed.proof ?? proof,
            sha256,
          )
        expect(accepts({})).toBe(true)
        expect(accepts({ hash: flip(hash, bit) })).toBe(false)
        expect(accepts({ root: flip(root, bit) })).toBe(false)
        expect(accepts({ index: (index + 1 + (where % (count - 1))) % count })).toBe(false)
        expect(accepts({ proof: proof.slice(1) })).toBe(false)
        expect(accepts({ proof: [...proof, root] })).toBe(false)
        const broken = where % proof.length
        expect(accepts({ proof: proof.map((one, step) => (step === broken ? flip(one, bit) : one)) })).toBe(false)
      }),
    )
  })

  test('改过、换过、少了、重排过的历史，续接证明一律不认', () => {
    fc.assert(
      fc.property(size, place, place, (count, at, bit) => {
        const earlier = 1 + (at % (count - 1))
        const leaves = leavesOf(count)
        const before = { size: earlier, root: naiveRoot(leaves.slice(0, earlier)) }
        const changed = leaves.map((leaf, index) => (index === bit % earlier ? flip(leaf, bit) : leaf))
        for (const history of [changed, leaves.slice(1), leaves.toReversed()]) {
          if (history.length < earlier || toHex(naiveRoot(history.slice(0, earlier))) === toHex(before.root))
            continue
          const proof = consistencyProof(earlier, history.length, keep(history), sha256)
          const after = { size: history.length, root: naiveRoot(history) }
          expect(isConsistent(before, after, proof, sha256)).toBe(false)
        }
        const after = { size: count, root: naiveRoot(leaves) }
        expect(isConsistent(after, before, [], sha256)).toBe(false)
        expect(isConsistent(before, after, [], sha256)).toBe(false)
      }),
    )
  })

  test('什么都可以拿来问，不会出错，只会说不', () => {
    const hashes = fc.array(fc.uint8Array({ maxLength: 40 }), { maxLength: 9 })
    const number = fc.oneof(fc.integer({ min: -2, max: 40 }), fc.double(), fc.constant(2 ** 60))
    fc.assert(
      fc.property(number, number, hashes, fc.uint8Array({ maxLength: 33 }), (one, other, proof, root) => {
        expect(isIncluded({ hash: root, index: one }, { size: other, root: flip(root, 3) }, proof, sha256)).toBe(
          false,
        )
        expect(isConsistent({ size: one, root }, { size: other, root: flip(root, 3) }, proof, sha256)).toBe(false)
      }),
    )
  })
})

function flip(bytes: Uint8Array, bit: number): Uint8Array {
  const changed = bytes.slice()
  const at = bit % Math.max(1, bytes.length)
  changed[at] = (changed[at] ?? 0) ^ (1 << (bit % 8))
  return changed
}
