import { addDays, type LocalDate } from '../../primitives/local-date.ts'
import { dayClasses } from './day-class.ts'
import {
  countOf,
  handOver,
  isOn,
  putOn,
  takeOff,
  type Candidate,
  type Draft,
  type DutyDay,
} from './share-turns.ts'

/** Two days running of one person; `first` and the day after. */
export type RunningDays = { readonly staffNumber: string; readonly first: LocalDate }

/** So many placements are tried where exchanging does not help; small rosters are searched to the end. */
const mostTries = 20_000

/**
 * Moves turns so that nobody serves two days running, without making any class less even: exchanges between two people,
 * and turns given to one who stands just one lower. What is still running then is searched for outright, as far as
 * `mostTries` goes: for a handful of people and days that settles whether it can be helped at all.
 */
export function partRunningDays(draft: Draft): readonly RunningDays[] {
  while (improveOnce(draft));
  if (runningDays(draft).length > 0) searchThrough(draft)
  return runningDays(draft)
}

/** In order of people, then of days. */
export function runningDays(draft: Draft): readonly RunningDays[] {
  return draft.people.flatMap((person) =>
    turnDays(draft, person)
      .filter((day, place, days) => days[place + 1] === addDays(day, 1))
      .filter((day) => isOn(draft, person.staffNumber, day) || isOn(draft, person.staffNumber, addDays(day, 1)))
      .map((first) => ({ staffNumber: person.staffNumber, first })),
  )
}

function turnDays(draft: Draft, person: Candidate): readonly LocalDate[] {
  const planned = draft.days.flatMap(({ day }) => (isOn(draft, person.staffNumber, day) ? [day] : []))
  return [...new Set([...planned, ...person.standing])].toSorted()
}

/** How many of a person's turns lie right beside the day. */
function beside(draft: Draft, person: Candidate, day: LocalDate): number {
  const days = draft.neighbours.get(day) ?? []
  let count = 0
  for (const other of days) if (isOn(draft, person.staffNumber, other) || person.standing.has(other)) count += 1
  return count
}

/** Goes through all turns once and makes every move that betters the roster: fewer days running, or else totals nearer. */
function improveOnce(draft: Draft): boolean {
  let isBetter = false
  for (const day of draft.days)
    for (const person of draft.people)
      if (
        isOn(draft, person.staffNumber, day.day) &&
        (giveAway(draft, day, person) || exchange(draft, day, person))
      )
        isBetter = true
  return isBetter
}

function isFree(draft: Draft, { staffNumber, closed }: Candidate, day: LocalDate): boolean {
  return !closed.has(day) && !isOn(draft, staffNumber, day)
}

/** To one who stands one lower in the class: the two change places, and the class stays as even as it was. */
function giveAway(draft: Draft, day: DutyDay, from: Candidate): boolean {
  const count = countOf(draft, from.staffNumber, day.dayClass)
  const now = beside(draft, from, day.day)
  for (const to of draft.people) {
    if (countOf(draft, to.staffNumber, day.dayClass) !== count - 1 || !isFree(draft, to, day.day)) continue
    const after = beside(draft, to, day.day)
    const isEvener = total(draft, from) - total(draft, to) >= 2
    if (after > now || (after === now && !isEvener)) continue
    // Fewer running days come before even totals.
    handOver(draft, day, from.staffNumber, to.staffNumber)
    return true
  }
  return false
}

function total(draft: Draft, { staffNumber }: Candidate): number {
  return dayClasses.reduce((sum, dayClass) => sum + countOf(draft, staffNumber, dayClass), 0)
}

/** With another day of the same class: counts stay as they are. Only where it ends some running. */
function exchange(draft: Draft, day: DutyDay, one: Candidate): boolean {
  if (beside(draft, one, day.day) === 0) return false
  for (const other of draft.days) {
    if (other.dayClass !== day.dayClass || other.day === day.day || !isFree(draft, one, other.day)) continue
    for (const two of draft.people) {
      if (!isOn(draft, two.staffNumber, other.day) || !isFree(draft, two, day.day)) continue
      const before = beside(draft, one, day.day) + beside(draft, two, other.day)
      const swap = () => {
        handOver(draft, day, one.staffNumber, two.staffNumber)
        handOver(draft, other, two.staffNumber, one.staffNumber)
      }
      swap()
      if (beside(draft, two, day.day) + beside(draft, one, other.day) < before) return true
      handOver(draft, other, one.staffNumber, two.staffNumber)
      handOver(draft, day, two.staffNumber, one.staffNumber)
    }
  }
  return false
}

/**
 * Day by day, never one already on the day before, never above the highest count of the class, and as even at the end
 * as the draft is now. Leaves the draft as it was when nothing is found in time.
 */
function searchThrough(draft: Draft): void {
  const kept = new Map([...draft.onDay].map(([day, names]) => [day, [...names]]))
  const evenness = unevenness(draft)
  const highest = new Map(
    dayClasses.map((dayClass) => [
      dayClass,
      Math.max(...draft.people.map(({ staffNumber }) => countOf(draft, staffNumber, dayClass))),
    ]),
  )
  for (const { day, dayClass } of draft.days)
    for (const name of kept.get(day) ?? []) takeOff(draft, day, dayClass, name)
  let tries = 0
  const place = (at: number, seat: number, from: number): boolean => {
    const day = draft.days[at]
    if (day === undefined) return unevenness(draft) === evenness
    if (seat === (kept.get(day.day)?.length ?? 0)) return place(at + 1, 0, 0)
    for (let index = from; index < draft.people.length; index += 1) {
      const person = draft.people[index]
      if (person === undefined || (tries += 1) > mostTries) return false
      const isFull = countOf(draft, person.staffNumber, day.dayClass) >= (highest.get(day.dayClass) ?? 0)
      if (isFull || !isFree(draft, person, day.day) || beside(draft, person, day.day) > 0) continue
      putOn(draft, day.day, day.dayClass, person.staffNumber)
      if (place(at, seat + 1, index + 1)) return true
      takeOff(draft, day.day, day.dayClass, person.staffNumber)
    }
    return false
  }
  if (place(0, 0, 0)) return
  for (const { day, dayClass } of draft.days)
    for (const name of kept.get(day) ?? []) putOn(draft, day, dayClass, name)
}

/** Sum of squares over classes and people: the least there is, after `shareTurns`. */
function unevenness(draft: Draft): number {
  return draft.people.reduce(
    (sum, { staffNumber }) =>
      sum + dayClasses.reduce((own, dayClass) => own + countOf(draft, staffNumber, dayClass) ** 2, 0),
    0,
  )
}
