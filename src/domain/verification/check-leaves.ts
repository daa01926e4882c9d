import { toHex, type Sha256 } from '../primitives/canonical-json.ts'
import { hiddenNames, opens, type Opening } from '../proof/commitments.ts'
import { encodeLeaf, type Leaf } from '../proof/leaf.ts'
import { leafHash } from '../proof/merkle-tree.ts'
import type { ProofTree } from './proof-tree.ts'
import type { CheckList } from './check-list.ts'
import type { Place } from './finding.ts'
import type { Manifest, ShownLeaf } from './proof-file.ts'

/** A leaf that is what the log's hash says, with the values of its commitments that are opened and hold. */
export type KnownLeaf = {
  readonly index: number
  readonly leaf: Leaf
  /** A field that is absent was not shown, or was erased. */
  readonly opened: ReadonlyMap<string, string | null>
}

/** The leaves that hold against their hashes, in order; every one that does not is named and left out. */
export function checkLeaves(
  shown: readonly ShownLeaf[],
  given: { readonly manifest: Manifest; readonly tree: ProofTree; readonly sha256: Sha256 },
  checks: CheckList,
): readonly KnownLeaf[] {
  const known: KnownLeaf[] = []
  let last = -1
  for (const { index, leaf, openings } of shown) {
    checks.counted('leaves')
    const place = leafPlace(index, leaf)
    if (index <= last || index >= given.tree.size) {
      checks.broken('leaves', { code: 'leaf-order', place })
      continue
    }
    last = index
    const hash = hashOf(leaf, given.sha256)
    if (hash !== given.tree.hashAt(index)) {
      checks.broken('leaves', { code: 'leaf-differs', place })
      continue
    }
    if (leaf.tenantId !== given.manifest.tenantId) checks.broken('leaves', { code: 'other-town', place })
    known.push({ index, leaf, opened: openedOf(leaf, openings, place, given.sha256, checks) })
  }
  if (given.manifest.scope === 'full') findMissing(known, given.tree.size, checks)
  return known
}

function hashOf(leaf: Leaf, sha256: Sha256): string | null {
  try {
    return toHex(leafHash(encodeLeaf(leaf), sha256))
  } catch {
    // Half a pair of characters: no leaf can say it.
    return null
  }
}

function openedOf(
  leaf: Leaf,
  openings: readonly Opening[],
  place: Place,
  sha256: Sha256,
  checks: CheckList,
): ReadonlyMap<string, string | null> {
  const opened = new Map<string, string | null>()
  for (const opening of openings)
    if (!opened.has(opening.name) && isOpening(leaf, opening, sha256)) opened.set(opening.name, opening.value)
    else
      checks.broken('leaves', {
        code: 'opening-differs',
        place,
        said: `${opening.name}：${opening.value ?? '—'}`,
      })
  return opened
}

function isOpening(leaf: Leaf, opening: Opening, sha256: Sha256): boolean {
  try {
    return opens(leaf, opening, sha256)
  } catch {
    return false
  }
}

/** A full file shows every leaf, with everything that opens it but what was erased. */
function findMissing(known: readonly KnownLeaf[], size: number, checks: CheckList): void {
  const there = new Set(known.map(({ index }) => index))
  for (let index = 0; index < size; index += 1)
    if (!there.has(index) && !checks.hasBroken('form'))
      checks.broken('leaves', { code: 'leaf-missing', place: leafPlace(index, null) })
  const closed = known.filter(({ leaf, opened }) => hiddenNames(leaf.kind).some((name) => !opened.has(name)))
  if (closed.length > 0) checks.gap('leaves', 'openings-erased', closed.length)
}

/** The leaf by what it is of: a row by its position, a version by its number, a month. */
export function leafPlace(index: number, leaf: Leaf | null): Place {
  return { kind: 'leaf', index, leafKind: leaf?.kind ?? null, of: leaf === null ? null : subjectOf(leaf) }
}

function subjectOf(leaf: Leaf): string | null {
  switch (leaf.kind) {
    case 'recording':
    case 'confirmation':
    case 'reversal':
      return String(leaf.position)
    case 'adoption':
      return String(leaf.version)
    case 'close':
      return leaf.month
    case 'publication':
      return `${leaf.period} ${String(leaf.number)}`
    default:
      return null
  }
}
