import { leafPlace, type KnownLeaf } from './check-leaves.ts'
import type { CheckList } from './check-list.ts'
import type { Published } from './check-publications.ts'
import { rowLeaves } from './logged-entries.ts'
import type { Manifest } from './proof-file.ts'

/** Months closed once, each with the bulletin of its own figures; no bulletin looks at rows that were not there yet. */
export function checkCloses(
  published: readonly Published[],
  known: readonly KnownLeaf[],
  { scope }: Manifest,
  checks: CheckList,
): void {
  const byId = new Map(published.map((one) => [one.leaf.bulletinId, one.leaf]))
  const closed = new Set<string>()
  for (const { leaf } of known) {
    if (leaf.kind !== 'close') continue
    checks.counted('closes')
    const place = { kind: 'month', month: leaf.month } as const
    if (closed.has(leaf.month)) checks.broken('closes', { code: 'twice', place })
    closed.add(leaf.month)
    const of = byId.get(leaf.bulletinId)
    if (of === undefined && scope !== 'full') checks.gap('closes', 'withheld', 1, leaf.month)
    else if (
      of === undefined ||
      of.bulletinKind !== 'monthly' ||
      of.period !== leaf.month ||
      of.ledgerPosition !== leaf.ledgerPosition
    )
      checks.broken('closes', { code: 'close-differs', place })
  }
  if (closed.size === 0) checks.gap('closes', 'nothing-there')
  if (scope === 'full') checkPositions(known, checks)
}

function checkPositions(known: readonly KnownLeaf[], checks: CheckList): void {
  const rows = rowLeaves(known)
  let before = 0
  let next = 0
  for (const { index, leaf } of known) {
    while ((rows[next]?.index ?? Infinity) < index) {
      before = Math.max(before, rows[next]?.leaf.position ?? 0)
      next += 1
    }
    if ((leaf.kind === 'publication' || leaf.kind === 'close') && leaf.ledgerPosition > before)
      checks.broken('publications', {
        code: 'position-beyond',
        place: leafPlace(index, leaf),
        said: String(leaf.ledgerPosition),
        found: String(before),
      })
  }
}
