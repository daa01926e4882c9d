import type { LocalDate } from '../../primitives/local-date.ts'
import { countsOf, dayClasses, type ClassCounts, type DayClass } from './day-class.ts'
import type { ClosedReason, DutyPerson } from './duty-people.ts'
import { dutyPosts, shiftsOf, type DutyPost, type DutySettings, type DutyShift } from './duty-settings.ts'
import { partRunningDays } from './part-running-days.ts'
import { countOf, isOn, shareTurns, type Candidate, type Draft } from './share-turns.ts'
import { startingCounts } from './starting-counts.ts'

/** A place of the roster; `seat` counts from 1 within its shift. */
export type DutyPlace = {
  readonly day: LocalDate
  readonly dayClass: DayClass
  readonly post: DutyPost
  readonly shift: DutyShift
  readonly seat: number
}
export type FilledPlace = DutyPlace & { readonly staffNumber: string }

/** What stands in the way of an even roster: who, and why. */
export type DutyFinding =
  /** Nobody is left for some places of a day. */
  | {
      readonly code: 'place-empty'
      readonly post: DutyPost
      readonly day: LocalDate
      readonly places: number
      readonly away: readonly { readonly staffNumber: string; readonly reason: ClosedReason }[]
    }
  /** Counts of a class lie further apart than one, and nothing brings them nearer. */
  | {
      readonly code: 'uneven'
      readonly post: DutyPost
      readonly dayClass: DayClass
      readonly most: readonly { readonly staffNumber: string; readonly count: number; readonly given: number }[]
      readonly least: readonly {
        readonly staffNumber: string
        readonly count: number
        /** Of the days planned of that class, so many are closed to him, by reason. */
        readonly closed: readonly { readonly reason: ClosedReason; readonly days: number }[]
        readonly days: number
      }[]
    }
  /** Serves two days running: `first` and the day after. */
  | {
      readonly code: 'running'
      readonly post: DutyPost
      readonly staffNumber: string
      readonly first: LocalDate
    }

export type DutyCounts = {
  readonly staffNumber: string
  readonly post: DutyPost
  /** What he stood at, with what newcomers are credited with. */
  readonly before: ClassCounts
  readonly after: ClassCounts
}

export type DutyPlan = {
  /** Those newly filled, in order of days, posts, shifts and seats. */
  readonly filled: readonly FilledPlace[]
  readonly findings: readonly DutyFinding[]
  /** In roster order. */
  readonly counts: readonly DutyCounts[]
}

type Wanted = {
  readonly days: readonly { readonly day: LocalDate; readonly dayClass: DayClass }[]
  readonly people: readonly DutyPerson[]
  readonly settings: DutySettings
  /** Places of the year that stay as they are, within the days planned and around them. */
  readonly standing: readonly FilledPlace[]
}

/**
 * Fills the free places of the days (SPEC §6): leaders and members each among themselves; counts of workdays, weekends
 * and holidays in the year within one of each other wherever that can be (share-turns.ts), then nobody two days running
 * wherever that costs no evenness (part-running-days.ts). Leave and exemptions are never overridden.
 */
export function planDuty(wanted: Wanted): DutyPlan {
  const plans = dutyPosts.map((post) => planPost(post, wanted))
  return {
    filled: plans.flatMap(({ filled }) => filled).toSorted(byPlace),
    findings: plans.flatMap(({ findings }) => findings),
    counts: plans.flatMap(({ counts }) => counts),
  }
}

/** All places of the days for a post, in order. */
export function placesOf(post: DutyPost, { days, settings }: Pick<Wanted, 'days' | 'settings'>): DutyPlace[] {
  const seats = post === 'leader' ? settings.leadersADay : settings.membersAShift
  return days.flatMap(({ day, dayClass }) =>
    shiftsOf(post, settings).flatMap((shift) =>
      Array.from({ length: seats }, (_, index) => ({ day, dayClass, post, shift, seat: index + 1 })),
    ),
  )
}

export function placeKey({ day, post, shift, seat }: Omit<DutyPlace, 'dayClass'>): string {
  return [day, post, shift, String(seat)].join('/')
}

function planPost(post: DutyPost, wanted: Wanted): DutyPlan {
  const people = wanted.people.filter((person) => person.post === post)
  const standing = wanted.standing.filter((place) => place.post === post)
  const taken = new Set(standing.map(placeKey))
  const free = placesOf(post, wanted).filter((place) => !taken.has(placeKey(place)))
  const starts = startingCounts(
    people,
    standing,
    (dayClass, since) => free.filter((place) => place.dayClass === dayClass && place.day < since).length,
  )
  const days = wanted.days.map(({ day, dayClass }) => ({
    day,
    dayClass,
    places: free.filter((place) => place.day === day).length,
  }))
  const candidates = people.map(({ staffNumber, closed }): Candidate => {
    const own = standing.filter((place) => place.staffNumber === staffNumber).map(({ day }) => day)
    const start = starts.get(staffNumber) ?? countsOf(() => 0)
    return { staffNumber, start, closed: new Set([...closed.keys(), ...own]), standing: new Set(own) }
  })
  const draft = shareTurns(days, candidates)
  const running = partRunningDays(draft)
  return {
    filled: seatAll(draft, free, standing),
    findings: [
      ...emptyPlaces(post, draft, people),
      ...dayClasses.flatMap((dayClass) => unevenIn(post, dayClass, draft, people)),
      ...running.map((one) => ({ code: 'running' as const, post, ...one })),
    ],
    counts: candidates.map(({ staffNumber, start }) => ({
      staffNumber,
      post,
      before: start,
      after: countsOf((dayClass) => countOf(draft, staffNumber, dayClass)),
    })),
  }
}

/** Puts a day's people on its shifts: who has had the fewest nights is on at night. */
function seatAll(draft: Draft, free: readonly DutyPlace[], standing: readonly FilledPlace[]): FilledPlace[] {
  const nights = new Map<string, number>()
  const countNight = ({ shift, staffNumber }: FilledPlace) => {
    if (shift === 'night') nights.set(staffNumber, (nights.get(staffNumber) ?? 0) + 1)
  }
  for (const place of standing) countNight(place)
  return draft.days.flatMap(({ day }) => {
    const names = draft.people
      .map(({ staffNumber }) => staffNumber)
      .filter((staffNumber) => isOn(draft, staffNumber, day))
      .toSorted((left, right) => (nights.get(left) ?? 0) - (nights.get(right) ?? 0))
    const places = free.filter((place) => place.day === day)
    // Night places first, as the names are in order of nights.
    const inOrder = places.toSorted(
      (left, right) => Number(right.shift === 'night') - Number(left.shift === 'night'),
    )
    return inOrder.flatMap((place, index) => {
      const staffNumber = names[index]
      if (staffNumber === undefined) return []
      const filled = { ...place, staffNumber }
      countNight(filled)
      return [filled]
    })
  })
}

function emptyPlaces(post: DutyPost, draft: Draft, people: readonly DutyPerson[]): DutyFinding[] {
  return draft.days.flatMap(({ day, places }) => {
    const empty = places - (draft.onDay.get(day)?.size ?? 0)
    if (empty === 0) return []
    const away = people.flatMap(({ staffNumber, closed }) => {
      const reason = closed.get(day)
      return reason === undefined ? [] : [{ staffNumber, reason }]
    })
    return [{ code: 'place-empty' as const, post, day, places: empty, away }]
  })
}

function unevenIn(post: DutyPost, dayClass: DayClass, draft: Draft, people: readonly DutyPerson[]): DutyFinding[] {
  const days = draft.days.filter((day) => day.dayClass === dayClass && day.places > 0)
  const counted = people.map(({ staffNumber, closed }) => ({
    staffNumber,
    closed,
    count: countOf(draft, staffNumber, dayClass),
    given: days.filter(({ day }) => isOn(draft, staffNumber, day)).length,
  }))
  const counts = counted.map(({ count }) => count)
  const [highest, lowest] = [Math.max(...counts), Math.min(...counts)]
  if (days.length === 0 || highest - lowest <= 1) return []
  const most = counted
    .filter(({ count }) => count === highest)
    .map(({ staffNumber, count, given }) => ({ staffNumber, count, given }))
  const least = counted
    .filter(({ count }) => count <= highest - 2)
    .map(({ staffNumber, count, closed }) => {
      const reasons = days.flatMap(({ day }) => closed.get(day) ?? [])
      const byReason = [...new Set(reasons)].map((reason) => ({
        reason,
        days: reasons.filter((one) => one === reason).length,
      }))
      return { staffNumber, count, closed: byReason, days: days.length }
    })
  return [{ code: 'uneven', post, dayClass, most, least }]
}

const shiftOrder: readonly DutyShift[] = ['whole', 'day', 'night']

function byPlace(left: DutyPlace, right: DutyPlace): number {
  if (left.day !== right.day) return left.day < right.day ? -1 : 1
  return rank(left) - rank(right)
}

const rank = ({ post, shift, seat }: DutyPlace) =>
  dutyPosts.indexOf(post) * 1000 + shiftOrder.indexOf(shift) * 100 + seat
