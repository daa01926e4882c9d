import { canonicalJson } from '../primitives/canonical-json.ts'
import type { CheckList } from './check-list.ts'
import { rowLeaves, type KnownRow } from './logged-entries.ts'
import type { KnownLeaf } from './check-leaves.ts'
import type { Manifest, ShownRow } from './proof-file.ts'

/** The ledger as the town has it against the log, row by row and field by field. */
export function checkRows(
  rows: readonly ShownRow[],
  known: readonly KnownLeaf[],
  { scope }: Manifest,
  checks: CheckList,
): void {
  if (scope !== 'full') {
    checks.gap('rows', 'not-in-scope')
    if (rows.length > 0) checks.broken('rows', { code: 'scope-lie', place: { kind: 'path', path: ['rows'] } })
    return
  }
  const logged = new Map(rowLeaves(known).map((one) => [one.leaf.position, one]))
  let last = 0
  for (const row of rows) {
    checks.counted('rows')
    const place = { kind: 'row', position: row.position } as const
    if (row.position !== last + 1)
      checks.broken('rows', { code: 'position-gap', place, said: String(row.position), found: String(last + 1) })
    last = row.position
    const leaf = logged.get(row.position)
    logged.delete(row.position)
    if (leaf === undefined) checks.broken('rows', { code: 'row-extra', place })
    else compareRow(row, leaf, checks)
  }
  for (const position of logged.keys())
    checks.broken('rows', { code: 'row-missing', place: { kind: 'row', position } })
}

function compareRow(row: ShownRow, { leaf, opened }: KnownRow, checks: CheckList): void {
  const logged = new Map<string, unknown>([...Object.entries(leaf), ...opened])
  const { recording, ...head } = { recording: null, ...row }
  for (const [name, value] of Object.entries({ ...head, ...recording })) {
    const isSealed = isCommitted(leaf, name) && !opened.has(name)
    if (isSealed || logged.get(name) === value) continue
    checks.broken('rows', {
      code: 'row-differs',
      place: { kind: 'row', position: row.position },
      said: `${name}：${canonicalJson(value)}`,
      found: canonicalJson(logged.get(name) ?? null),
    })
  }
}

const committed = new Set([
  'recordedBy',
  'idempotencyKey',
  'staffNumber',
  'matter',
  'place',
  'note',
  'basis',
  'reason',
])

function isCommitted(leaf: KnownRow['leaf'], name: string): boolean {
  return committed.has(name) && name in leaf
}
