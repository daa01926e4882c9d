import { backingDigest, backingShownSchema } from '../../src/domain/bulletin/backing.ts'
import { digestOf, toHex } from '../../src/domain/primitives/canonical-json.ts'
import { assert } from '../../src/domain/primitives/result.ts'
import { originOf, signCheckpoint } from '../../src/domain/proof/checkpoint.ts'
import { commitTo } from '../../src/domain/proof/commitments.ts'
import { encodeLeaf, leafSchema } from '../../src/domain/proof/leaf.ts'
import { leafHash } from '../../src/domain/proof/merkle-tree.ts'
import { proofTree } from '../../src/domain/verification/proof-tree.ts'
import { sealProof } from '../../src/domain/verification/seal-proof.ts'
import { sealingBy, sha256 } from './logged-town.ts'

/** A proof file as a forger has it before him: plain values to be changed at will. */
// oxlint-disable-next-line typescript/no-explicit-any -- a forger heeds no types
export type Forgery = any

export function openFile(bytes: Uint8Array): Forgery {
  return JSON.parse(new TextDecoder().decode(bytes))
}

/**
 * How far a forger goes. `parts`: the manifest's digests and the signature are made anew. `chain`: commitments, digests,
 * leaves, tree, printed heads and signed heads too, so that the file is of one piece.
 */
export type Depth = 'parts' | 'chain'

/** The file again after the change, signed by this key as if nothing had happened. */
export function sealAgain(file: Forgery, depth: Depth, signer: string): Uint8Array {
  const sealing = sealingBy(signer)
  if (depth === 'chain') chainAgain(file, sealing)
  const { bulletins, checkpoints, hashes, leaves, rows, schemes, manifest } = file
  const { parts: _parts, format: _format, ...head } = manifest
  return sealProof(head, { bulletins, checkpoints, hashes, leaves, rows, schemes }, sealing)
}

function chainAgain(file: Forgery, sealing: ReturnType<typeof sealingBy>): void {
  for (const shown of file.leaves) {
    if (shown.leaf.kind === 'publication') digestAgain(file, shown)
    for (const opening of shown.openings) shown.leaf[opening.name] = commitTo(opening, sha256)
    file.hashes[shown.index] = toHex(leafHash(encodeLeaf(leafSchema.parse(shown.leaf)), sha256))
  }
  const tree = proofTree(file.hashes, sha256)
  const sizes: number[] = file.checkpoints.map((note: string) => Number(note.split('\n')[1]))
  const kept = sizes.filter((size) => size < tree.size)
  const origin = originOf(file.manifest.tenantId)
  const headAt = (size: number) => ({ size, root: tree.rootAt(size) ?? '' })
  file.checkpoints = [...kept, tree.size].map((size) => signCheckpoint(origin, headAt(size), sealing, sha256))
  for (const bulletin of file.bulletins) {
    const shown = file.leaves.find((one: Forgery) => one.leaf.bulletinId === bulletin.id)
    if (shown !== undefined) bulletin.head = headAt(shown.index + 1)
  }
  file.manifest.head = headAt(tree.size)
}

/** The publication says what its bulletin now shows and rests on. */
function digestAgain(file: Forgery, shown: Forgery): void {
  const bulletin = file.bulletins.find((one: Forgery) => one.id === shown.leaf.bulletinId)
  if (bulletin === undefined || bulletin.content === null) return
  const opening = shown.openings.find(({ name }: Forgery) => name === 'contentDigest')
  if (opening !== undefined) opening.value = digestOf(bulletin.content, sha256)
  const { backing } = bulletin
  if (backing !== null) shown.leaf.backingDigest = backingDigest(backingShownSchema.parse(backing), sha256)
}

/** The leaf of a kind that fits; every lie has one to aim at. */
export function leafWhere(file: Forgery, fits: (leaf: Forgery) => boolean): Forgery {
  const found = file.leaves.find((one: Forgery) => fits(one.leaf))
  assert(found !== undefined, 'there is such a leaf')
  return found
}

export function bulletinOf(file: Forgery, kind: string, place = 0): Forgery {
  const found = file.bulletins.filter((one: Forgery) => one.kind === kind)[place]
  assert(found !== undefined, `there is a ${kind} bulletin`)
  return found
}

/** Changes an opened value, and the row of the ledger with it. */
export function reopen(file: Forgery, shown: Forgery, name: string, value: string | null): void {
  const opening = shown.openings.find((one: Forgery) => one.name === name)
  assert(opening !== undefined, `the leaf opens its ${name}`)
  opening.value = value
  const row = file.rows.find((one: Forgery) => one.position === shown.leaf.position)
  if (row === undefined) return
  if (name in row) row[name] = value
  else if (row.recording !== undefined) row.recording[name] = value
}

/** Takes a leaf out and closes the gap behind it. */
export function dropLeaf(file: Forgery, index: number): void {
  file.leaves = file.leaves.filter((one: Forgery) => one.index !== index)
  for (const one of file.leaves) if (one.index > index) one.index -= 1
  file.hashes.splice(index, 1)
}

/** Positions 1, 2, 3 … again after rows went or came, in the log and in the ledger. */
export function renumber(file: Forgery): void {
  const rowKinds = new Set(['recording', 'confirmation', 'reversal'])
  const rowLeaves = file.leaves.filter((one: Forgery) => rowKinds.has(one.leaf.kind))
  const rows = new Map(file.rows.map((row: Forgery) => [row.id, row]))
  file.rows = rowLeaves.flatMap(({ leaf }: Forgery, place: number) => {
    leaf.position = place + 1
    const row: Forgery = rows.get(leaf.id)
    return row === undefined ? [] : [{ ...row, position: place + 1 }]
  })
}

/** Puts a copy of a leaf at the end of the log, changed. */
export function addLeaf(file: Forgery, shown: Forgery, changes: Forgery): void {
  const index = file.hashes.length
  const copy = structuredClone(shown)
  file.leaves.push({ ...copy, index, leaf: { ...copy.leaf, ...changes } })
  file.hashes.push('00'.repeat(32))
}
