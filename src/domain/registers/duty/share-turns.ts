import { addDays, dayNumber, type LocalDate } from '../../primitives/local-date.ts'
import { assert } from '../../primitives/result.ts'
import type { ClassCounts, DayClass } from './day-class.ts'

/** A day with so many places to fill. */
export type DutyDay = { readonly day: LocalDate; readonly dayClass: DayClass; readonly places: number }

export type Candidate = {
  readonly staffNumber: string
  /** What he stands at already (starting-counts.ts). */
  readonly start: ClassCounts
  /** Days on which he cannot be put on: on leave, exempt, not here, or on duty there already. */
  readonly closed: ReadonlySet<LocalDate>
  /** Turns given before, around the days planned: two days running are looked for across the edges too. */
  readonly standing: ReadonlySet<LocalDate>
}

/** A sharing out while it is being made. */
export type Draft = {
  readonly days: readonly DutyDay[]
  readonly people: readonly Candidate[]
  readonly onDay: Map<LocalDate, Set<string>>
  /** The days before and after each, once reckoned. */
  readonly neighbours: ReadonlyMap<LocalDate, readonly [LocalDate, LocalDate]>
  /** What each comes to, by class. */
  readonly counts: Map<string, Record<DayClass, number>>
}

/**
 * Gives out the places of the days so that in each class the counts of all people, with what they started from, lie as
 * near together as they can: whenever some sharing keeps them within one of each other, this one does. Every place is
 * filled for which somebody is there. No chance in it: the same input gives the same roster.
 *
 * First each place goes to whoever stands lowest; then, as long as someone stands two above another, a turn is handed
 * over from the one to the other along the shortest chain of people who can take each other's days. When no chain is
 * left, no sharing is more even (the argument of shortest augmenting paths in semi-matchings).
 */
export function shareTurns(days: readonly DutyDay[], people: readonly Candidate[]): Draft {
  const draft: Draft = {
    days,
    people,
    onDay: new Map(days.map(({ day }) => [day, new Set<string>()])),
    neighbours: new Map(days.map(({ day }) => [day, [addDays(day, -1), addDays(day, 1)]])),
    counts: new Map(people.map(({ staffNumber, start }) => [staffNumber, { ...start }])),
  }
  const lastTurns = turnsBefore(days, people)
  for (const day of days) fillDay(draft, day, lastTurns)
  for (const dayClass of new Set(days.map((day) => day.dayClass))) level(draft, dayClass)
  return draft
}

export function countOf({ counts }: Draft, staffNumber: string, dayClass: DayClass): number {
  return counts.get(staffNumber)?.[dayClass] ?? 0
}

export function isOn({ onDay }: Draft, staffNumber: string, day: LocalDate): boolean {
  return onDay.get(day)?.has(staffNumber) === true
}

/** `from` gives the day to `to`, who was not on it. */
export function handOver(draft: Draft, { day, dayClass }: DutyDay, from: string, to: string): void {
  takeOff(draft, day, dayClass, from)
  putOn(draft, day, dayClass, to)
}

export function putOn({ onDay, counts }: Draft, day: LocalDate, dayClass: DayClass, staffNumber: string): void {
  const [names, count] = [onDay.get(day), counts.get(staffNumber)]
  assert(names !== undefined && count !== undefined && !names.has(staffNumber), 'one turn a day each')
  names.add(staffNumber)
  count[dayClass] += 1
}

export function takeOff({ onDay, counts }: Draft, day: LocalDate, dayClass: DayClass, staffNumber: string): void {
  const [names, count] = [onDay.get(day), counts.get(staffNumber)]
  assert(names !== undefined && count !== undefined && names.has(staffNumber), 'a turn that is there')
  names.delete(staffNumber)
  count[dayClass] -= 1
}

/** The last turn of each before the first of the days, as a day number. */
function turnsBefore(days: readonly DutyDay[], people: readonly Candidate[]): Map<string, number> {
  const [first] = days
  return new Map(
    people.map(({ staffNumber, standing }) => {
      const earlier = [...standing].filter((day) => first !== undefined && day < first.day).toSorted()
      const last = earlier.at(-1)
      return [staffNumber, last === undefined ? 0 : dayNumber(last)]
    }),
  )
}

/** Lowest in the class first, then lowest in all, then whose turn lies longest back, then as they stand on the roster. */
function fillDay(draft: Draft, { day, dayClass, places }: DutyDay, lastTurns: Map<string, number>): void {
  const today = dayNumber(day)
  for (const { staffNumber, standing } of draft.people) if (standing.has(day)) lastTurns.set(staffNumber, today)
  for (let place = 0; place < places; place += 1) {
    let [best, bestKey]: [Candidate | null, readonly number[]] = [null, []]
    for (const person of draft.people) {
      if (person.closed.has(day) || isOn(draft, person.staffNumber, day)) continue
      const count = draft.counts.get(person.staffNumber)
      assert(count !== undefined, 'every candidate is counted')
      const all = count.workday + count.weekend + count.holiday
      const key = [count[dayClass], all, lastTurns.get(person.staffNumber) ?? 0]
      if (best === null || isBefore(key, bestKey)) [best, bestKey] = [person, key]
    }
    if (best === null) return
    putOn(draft, day, dayClass, best.staffNumber)
    lastTurns.set(best.staffNumber, today)
  }
}

function isBefore(left: readonly number[], right: readonly number[]): boolean {
  const at = left.findIndex((value, place) => value !== right[place])
  return at !== -1 && (left[at] ?? 0) < (right[at] ?? 0)
}

/** Hands turns over until nobody stands two above anyone who could be reached. Each chain lowers the sum of squares. */
function level(draft: Draft, dayClass: DayClass): void {
  const days = draft.days.filter((day) => day.dayClass === dayClass)
  for (let moved = true; moved;) {
    moved = false
    const fromHighest = draft.people.toSorted(
      (left, right) => countOf(draft, right.staffNumber, dayClass) - countOf(draft, left.staffNumber, dayClass),
    )
    for (const { staffNumber } of fromHighest) {
      const chain = findChain(draft, days, staffNumber, dayClass)
      if (chain === null) continue
      for (const { day, from, to } of chain) handOver(draft, day, from, to)
      moved = true
      break
    }
  }
}

type Link = { readonly day: DutyDay; readonly from: string; readonly to: string }

/** The shortest chain of hand-overs from a person to one who stands at least two lower; null: there is none. */
function findChain(
  draft: Draft,
  days: readonly DutyDay[],
  start: string,
  dayClass: DayClass,
): readonly Link[] | null {
  const wanted = countOf(draft, start, dayClass) - 2
  if (!draft.people.some(({ staffNumber }) => countOf(draft, staffNumber, dayClass) <= wanted)) return null
  const reachedBy = new Map<string, Link | null>([[start, null]])
  for (const from of reachedBy.keys()) {
    for (const day of days) {
      if (!isOn(draft, from, day.day)) continue
      for (const { staffNumber: to, closed } of draft.people) {
        if (reachedBy.has(to) || closed.has(day.day) || isOn(draft, to, day.day)) continue
        reachedBy.set(to, { day, from, to })
        if (countOf(draft, to, dayClass) <= wanted) return chainTo(reachedBy, to)
      }
    }
  }
  return null
}

/** From the end of the chain to its start: each day is free for its taker when it is handed on. */
function chainTo(reachedBy: ReadonlyMap<string, Link | null>, end: string): readonly Link[] {
  const chain: Link[] = []
  for (let link = reachedBy.get(end) ?? null; link !== null; link = reachedBy.get(link.from) ?? null)
    chain.push(link)
  return chain
}
