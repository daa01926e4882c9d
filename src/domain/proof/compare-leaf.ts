import type { Sha256 } from '../primitives/canonical-json.ts'
import { hiddenNames, opens } from './commitments.ts'
import type { Leaf } from './leaf.ts'
import { leafKindOf, leafOf, openingsOf, type Salts } from './leaf-of.ts'
import type { LogEntry } from './log-entry.ts'

/**
 * Whether a leaf is this entry's: its open fields say the same and, while there are salts, its commitments open with
 * the entry's words. Salts that are short of a field open nothing.
 */
export function isLeafOf(leaf: Leaf, entry: LogEntry, salts: Salts | null, sha256: Sha256): boolean {
  const hidden = hiddenNames(leafKindOf(entry))
  if (leaf.kind !== leafKindOf(entry)) return false
  const blank = Object.fromEntries(hidden.map((name) => [name, '']))
  const open = (one: Leaf) => Object.entries(one).filter(([name]) => !hidden.includes(name))
  const [says, should] = [open(leaf), open(leafOf(entry, leaf.tenantId, blank, sha256))]
  if (JSON.stringify(says) !== JSON.stringify(should)) return false
  if (salts === null) return true
  if (!hidden.every((name) => Object.hasOwn(salts, name))) return false
  return openingsOf(entry, salts).every((opening) => opens(leaf, opening, sha256))
}
