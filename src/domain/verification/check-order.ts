import { leafPlace, type KnownLeaf } from './check-leaves.ts'
import type { CheckList } from './check-list.ts'
import { rowLeaves, type KnownRow } from './logged-entries.ts'
import type { Manifest } from './proof-file.ts'

/** Clocks are set right by minutes; nobody's is set back by an hour. */
const tolerance = 3_600_000

/** The steps of the log in their order: positions without a gap, each step after the one it is about, once. */
export function checkOrder(known: readonly KnownLeaf[], { scope }: Manifest, checks: CheckList): void {
  const rows = rowLeaves(known)
  checkPositions(rows, scope === 'full', checks)
  if (scope !== 'full') {
    checks.gap('order', 'not-in-scope')
    return
  }
  checkSteps(rows, checks)
  const before = checkEarlier(known, checks)
  checkTimes(known.slice(before), checks)
}

function checkPositions(rows: readonly KnownRow[], isWhole: boolean, checks: CheckList): void {
  let last = 0
  for (const { index, leaf } of rows) {
    checks.counted('order')
    const isNext = isWhole ? leaf.position === last + 1 : leaf.position > last
    if (!isNext)
      checks.broken('order', {
        code: 'position-gap',
        place: leafPlace(index, leaf),
        said: String(leaf.position),
        found: String(last + 1),
      })
    last = leaf.position
  }
}

function checkSteps(rows: readonly KnownRow[], checks: CheckList): void {
  const recorders = new Map<string, string | null | undefined>()
  const done = new Set<string>()
  for (const { index, leaf, opened } of rows) {
    const place = leafPlace(index, leaf)
    if (leaf.kind === 'recording') {
      if (recorders.has(leaf.id)) checks.broken('order', { code: 'twice', place })
      recorders.set(leaf.id, opened.get('recordedBy'))
      continue
    }
    const step = `${leaf.kind} ${leaf.entryId}`
    if (!recorders.has(leaf.entryId)) checks.broken('order', { code: 'entry-unknown', place })
    if (done.has(step) || done.has(`reversal ${leaf.entryId}`)) checks.broken('order', { code: 'twice', place })
    done.add(step)
    const [hand, recorder] = [opened.get('recordedBy'), recorders.get(leaf.entryId)]
    if (leaf.kind === 'confirmation' && typeof hand === 'string' && hand === recorder)
      checks.broken('order', { code: 'same-hand', place, said: hand })
  }
}

/** What was there before the log stands first, and is as much as its leaf says; answers how many leaves that makes. */
function checkEarlier(known: readonly KnownLeaf[], checks: CheckList): number {
  for (const { index, leaf } of known)
    if (leaf.kind === 'earlier' && index > 0)
      checks.broken('order', { code: 'earlier-counts', place: leafPlace(index, leaf) })
  const first = known[0]
  if (first?.leaf.kind !== 'earlier') return 0
  const { versions, ledgerRows } = first.leaf
  const entered = known.slice(1, 1 + versions + ledgerRows)
  const adoptions = entered.filter(({ leaf }) => leaf.kind === 'adoption').length
  const rows = rowLeaves(entered).length
  if (adoptions !== versions || rows !== ledgerRows)
    checks.broken('order', {
      code: 'earlier-counts',
      place: leafPlace(first.index, first.leaf),
      said: `${String(versions)} + ${String(ledgerRows)}`,
      found: `${String(adoptions)} + ${String(rows)}`,
    })
  return 1 + versions + ledgerRows
}

function checkTimes(known: readonly KnownLeaf[], checks: CheckList): void {
  let latest = 0
  for (const { index, leaf } of known) {
    const at = Date.parse('at' in leaf ? leaf.at : leaf.recordedAt)
    if (at + tolerance < latest) checks.broken('order', { code: 'time-backwards', place: leafPlace(index, leaf) })
    latest = Math.max(latest, at)
  }
}
