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
    const isUntold = (at: Date) =>
      at > own.closedAt && !closes.some((close) => close.month >= own.month && close.closedAt >= at)
    return stepsOf(entry)
      .filter(({ at }) => isUntold(at))
      .map(({ what, at }) => ({ entry, own, what, at }))
  })
  return changes
    .toSorted((left, right) => compare(left.entry, right.entry) || left.at.getTime() - right.at.getTime())
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

type Step = { readonly what: LateChange['what']; readonly at: Date }

/** Recorded and confirmed late is told once, as late; what was taken back again as taken back. */
function stepsOf({ recordedAt, confirmation, reversal }: StoredEntry): readonly Step[] {
  const steps: Step[] = [{ what: 'recorded', at: recordedAt }]
  if (confirmation !== null) steps.push({ what: 'confirmed', at: confirmation.at })
  if (reversal !== null) steps.push({ what: 'reversed', at: reversal.at })
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
