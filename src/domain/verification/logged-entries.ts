import type { EntryState, LedgerEntry } from '../ledger/entry.ts'
import { centipoints } from '../primitives/centipoints.ts'
import { localDate, yearOf } from '../primitives/local-date.ts'
import { quantity } from '../primitives/quantity.ts'
import type { KnownLeaf } from './check-leaves.ts'

type RowLeaf = Extract<KnownLeaf['leaf'], { readonly position: number }>
export type KnownRow = Omit<KnownLeaf, 'leaf'> & { readonly leaf: RowLeaf }

/** The leaves that are rows of the ledger, in their order. */
export function rowLeaves(known: readonly KnownLeaf[]): readonly KnownRow[] {
  return known.flatMap(({ leaf, ...rest }) =>
    leaf.kind === 'recording' || leaf.kind === 'confirmation' || leaf.kind === 'reversal'
      ? [{ leaf, ...rest }]
      : [],
  )
}

export type EntriesAt = {
  readonly entries: readonly LedgerEntry[]
  /** Positions of recordings whose person or matter is no longer open to anyone. */
  readonly closed: readonly number[]
}

/** The year's entries as the log has them, with the rows up to the position and no later one. */
export function loggedEntries(rows: readonly KnownRow[], year: number, position: number): EntriesAt {
  const upTo = rows.filter(({ leaf }) => leaf.position <= position)
  const states = new Map<string, EntryState>()
  for (const { leaf } of upTo)
    if (leaf.kind === 'confirmation' && states.get(leaf.entryId) !== 'reversed')
      states.set(leaf.entryId, 'confirmed')
    else if (leaf.kind === 'reversal') states.set(leaf.entryId, 'reversed')
  const closed: number[] = []
  const entries = upTo.flatMap(({ leaf, opened }): LedgerEntry[] => {
    if (leaf.kind !== 'recording') return []
    const occurredOn = localDate(leaf.occurredOn)
    if (yearOf(occurredOn) !== year) return []
    const [staffNumber, matter] = [opened.get('staffNumber'), opened.get('matter')]
    if (typeof staffNumber !== 'string' || matter === undefined) {
      closed.push(leaf.position)
      return []
    }
    return [
      {
        id: leaf.id,
        position: leaf.position,
        staffNumber,
        ruleId: leaf.ruleId,
        schemeVersion: leaf.schemeVersion,
        quantity: quantity(leaf.quantity),
        occurredOn,
        state: states.get(leaf.id) ?? 'recorded',
        level: leaf.level,
        matter,
        discretion: leaf.discretion === null ? null : centipoints(leaf.discretion),
        place: opened.get('place') ?? null,
        note: opened.get('note') ?? null,
        basis: opened.get('basis') ?? null,
      },
    ]
  })
  return { entries, closed }
}
