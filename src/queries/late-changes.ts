import type { StoredEntry } from '../commands/ledger-store.ts'
import type { ClosedMonth } from '../commands/period-store.ts'
import type { LateChange } from '../domain/bulletin/monthly-blocks.ts'
import { monthOfDay } from '../domain/ledger/month-close.ts'
import { townDay } from '../domain/primitives/local-date.ts'
import type { Assignment } from '../domain/roster/assignment.ts'

/**
 * What became of entries of months before `month` after those months were closed, and no table has told of yet: recorded
 * late, confirmed afterwards, taken back. In the order of days. A table tells of what was before it about its own and
 * earlier months.
 */
export function lateChangesFor(
  month: string,
  {
    entries,
    closes,
    roster,
  }: {
    readonly entries: readonly StoredEntry[]
    readonly closes: readonly ClosedMonth[]
    readonly roster: readonly Assignment[]
  },
): readonly LateChange[] {
  const changes = entries.flatMap((entry) => {
    const own = closes.find((close) => close.month === monthOfDay(entry.occurredOn))
    if (own === undefined || own.month >= month) return []
    const isUntold = (position: number) =>
      position > own.ledgerPosition &&
      !closes.some((close) => close.month >= own.month && close.ledgerPosition >= position)
    return stepsOf(entry)
      .filter(({ position }) => isUntold(position))
      .map((step) => ({ entry, own, ...step }))
  })
  return changes
    .toSorted((left, right) => compare(left.entry, right.entry) || left.position - right.position)
    .map(({ entry, own, what, at }) => ({
      entryId: entry.id,
      ...placeOf(entry, roster),
      occurredOn: entry.occurredOn,
      clause: entry.clause,
      what,
      on: townDay(at.getTime()),
      closedOn: own.closedOn,
    }))
}

type Step = { readonly what: LateChange['what']; readonly position: number; readonly at: Date }

/** What happened to an entry, in its order. */
function stepsOf({ position, recordedAt, confirmation, reversal }: StoredEntry): readonly Step[] {
  const steps: Step[] = [{ what: 'recorded', position, at: recordedAt }]
  if (confirmation !== null) steps.push({ what: 'confirmed', ...confirmation })
  if (reversal !== null) steps.push({ what: 'reversed', ...reversal })
  return steps
}

function compare(left: StoredEntry, right: StoredEntry): number {
  return left.occurredOn === right.occurredOn
    ? left.position - right.position
    : left.occurredOn < right.occurredOn
      ? -1
      : 1
}

/** Name, and the office of the day. */
function placeOf({ staffNumber, occurredOn }: StoredEntry, roster: readonly Assignment[]) {
  const own = roster.filter((one) => one.staffNumber === staffNumber)
  const onDay = own.find(
    ({ from, to }) => (from === null || from <= occurredOn) && (to === null || to >= occurredOn),
  )
  return { name: own[0]?.name ?? staffNumber, office: onDay?.office ?? '' }
}
