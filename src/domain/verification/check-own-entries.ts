import { leafPlace, type KnownLeaf } from './check-leaves.ts'
import type { CheckList } from './check-list.ts'
import { rowLeaves } from './logged-entries.ts'
import type { Manifest } from './proof-file.ts'

/** A public file shows the entries about the one it was made for, each a leaf of the log, and nobody else's. */
export function checkOwnEntries(known: readonly KnownLeaf[], manifest: Manifest, checks: CheckList): void {
  if (manifest.scope === 'full') return
  const rows = rowLeaves(known)
  const own = new Set<string>()
  for (const { index, leaf, opened } of rows) {
    const isOwn =
      leaf.kind === 'recording'
        ? manifest.scope === 'public' && opened.get('staffNumber') === manifest.madeFor
        : own.has(leaf.entryId)
    if (!isOwn) checks.broken('own-entries', { code: 'scope-lie', place: leafPlace(index, leaf) })
    else if (leaf.kind === 'recording') {
      checks.counted('own-entries')
      own.add(leaf.id)
    }
  }
  if (own.size === 0) checks.gap('own-entries', 'no-own-entries')
}
