import { groupBy } from '../../primitives/group-by.ts'
import type { LocalDate } from '../../primitives/local-date.ts'
import { countsOf, noTurns, type ClassCounts, type DayClass } from './day-class.ts'

/** Somebody who takes turns, from the day he may be put on. */
export type TurnTaker = {
  readonly staffNumber: string
  /** First day of the present stay, where it began within the year: joined, or back from long away; null: all year. */
  readonly since: LocalDate | null
}

/** One person's one turn, with what its day weighs. */
export type Turn = { readonly staffNumber: string; readonly day: LocalDate; readonly dayClass: DayClass }

/**
 * What each stands at before places are given out: the turns of the year, and for who came later as many as the one who
 * had served least had on that day, so that newcomers begin level with their colleagues and make nothing up.
 *
 * `ahead`: places of the class in the days now planned that lie before somebody's first day; the others will have
 * served them, in equal parts, rounded down.
 */
export function startingCounts(
  people: readonly TurnTaker[],
  turns: readonly Turn[],
  ahead: (dayClass: DayClass, since: LocalDate) => number = () => 0,
): ReadonlyMap<string, ClassCounts> {
  const byPerson = groupBy(turns, ({ staffNumber }) => staffNumber)
  const turnsOf = (staffNumber: string) => byPerson.get(staffNumber) ?? []
  const credits = new Map<string, ClassCounts>()
  const inOrder = people.toSorted((left, right) =>
    (left.since ?? '') < (right.since ?? '') ? -1 : (left.since ?? '') > (right.since ?? '') ? 1 : 0,
  )
  for (const { staffNumber, since } of inOrder) {
    if (since === null) continue
    const before = inOrder.filter((one) => credits.has(one.staffNumber) || one.since === null)
    credits.set(
      staffNumber,
      countsOf((dayClass) => {
        if (before.length === 0) return 0
        const levels = before.map(
          (one) =>
            (credits.get(one.staffNumber)?.[dayClass] ?? 0) +
            countTurns(turnsOf(one.staffNumber), dayClass, since),
        )
        const own = countTurns(turnsOf(staffNumber), dayClass, since)
        const coming = Math.floor(ahead(dayClass, since) / before.length)
        return Math.max(0, Math.min(...levels) + coming - own)
      }),
    )
  }
  return new Map(
    people.map(({ staffNumber }) => [
      staffNumber,
      countsOf(
        (dayClass) =>
          (credits.get(staffNumber) ?? noTurns)[dayClass] + countTurns(turnsOf(staffNumber), dayClass, null),
      ),
    ]),
  )
}

function countTurns(turns: readonly Turn[], dayClass: DayClass, before: LocalDate | null): number {
  return turns.filter((turn) => turn.dayClass === dayClass && (before === null || turn.day < before)).length
}
