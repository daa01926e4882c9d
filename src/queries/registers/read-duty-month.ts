import {
  daysOf,
  addDays,
  daysInMonth,
  isWithin,
  localDate,
  type LocalDate,
} from '../../domain/primitives/local-date.ts'
import { noTurns, type ClassCounts, type DayClass } from '../../domain/registers/duty/day-class.ts'
import { dutyPeople } from '../../domain/registers/duty/duty-people.ts'
import { hoursOfShift, type DutyRecord } from '../../domain/registers/duty/duty-record.ts'
import {
  dutyPosts,
  type DutyPost,
  type DutySettings,
  type DutyShift,
} from '../../domain/registers/duty/duty-settings.ts'
import { checkInEarlyMs } from '../../domain/registers/duty/duty-steps.ts'
import { placesOf } from '../../domain/registers/duty/plan-duty.ts'
import { countsOf } from '../../domain/registers/duty/day-class.ts'
import { startingCounts } from '../../domain/registers/duty/starting-counts.ts'
import type { CalendarStore } from '../../commands/calendar-store.ts'
import { readDutyFacts, seated, type DutyStores } from './draft-duty-roster.ts'

/** One turn as the month shows it. */
export type DutyTurnView = {
  readonly id: string
  readonly revision: number
  readonly staffNumber: string
  readonly name: string
  readonly post: DutyPost
  readonly shift: DutyShift
  readonly state: string
  readonly note: string | null
  /** Instants, ISO 8601. */
  readonly checkedInAt: string | null
  readonly mayCheckInFrom: string
  readonly endsAt: string
  readonly check: { readonly found: 'present' | 'missing'; readonly words: string } | null
  readonly swap: {
    readonly to: string
    readonly toName: string
    /** The day of the turn taken in return; null: none. */
    readonly inReturn: string | null
    readonly reason: string
  } | null
}

export type DutyDayView = {
  readonly day: LocalDate
  readonly dayClass: DayClass
  /** 国庆节; null on other days. */
  readonly holiday: string | null
  readonly turns: readonly DutyTurnView[]
  /** Places nobody stands on, by post. */
  readonly empty: Readonly<Record<DutyPost, number>>
}

export type DutyCountView = {
  readonly staffNumber: string
  readonly name: string
  readonly office: string
  readonly post: DutyPost
  /** Turns of the month. */
  readonly month: number
  /** Turns of the year, planned ones too. */
  readonly year: ClassCounts
  /** What somebody who came later is credited with, to begin level with the others. */
  readonly credit: ClassCounts
  readonly missed: number
}

export type DutyMonth = {
  readonly month: string
  readonly days: readonly DutyDayView[]
  readonly counts: readonly DutyCountView[]
  readonly settings: DutySettings
}

type Stores = DutyStores & { readonly calendar: Pick<CalendarStore, 'read' | 'national'> }

/** Who is on duty on each day of a month (2026-03), and how the turns of the year are shared. */
export async function readDutyMonth(stores: Stores, month: string): Promise<DutyMonth> {
  const first = localDate(`${month}-01`)
  const length = daysInMonth(Number(month.slice(0, 4)), Number(month.slice(5, 7)))
  const span = { first, last: addDays(first, length - 1) }
  const { settings, roster, leaves, turns, classOf } = await readDutyFacts(stores, span)
  const nameOf = namesIn(roster)
  const { holidayOf } = stores.calendar.national
  const days = daysOf(span).map((day): DutyDayView => {
    const own = turns.filter((turn) => turn.days.first === day)
    const places = (post: DutyPost) => placesOf(post, { days: [{ day, dayClass: classOf(day) }], settings }).length
    const on = (post: DutyPost) => own.filter(({ body }) => body.post === post).length
    return {
      day,
      dayClass: classOf(day),
      holiday: classOf(day) === 'workday' ? null : holidayOf(day),
      turns: own.toSorted(byShift).map((turn) => turnView(turn, turns, settings, nameOf)),
      empty: {
        leader: Math.max(0, places('leader') - on('leader')),
        member: Math.max(0, places('member') - on('member')),
      },
    }
  })
  const people = dutyPeople(span, roster, leaves, settings)
  const served = seated(turns, classOf)
  const counts = dutyPosts.flatMap((post) => {
    const own = people.filter((person) => person.post === post)
    const ofPost = served.filter((place) => place.post === post)
    const starts = startingCounts(own, ofPost)
    return own.map(({ staffNumber, name }): DutyCountView => {
      const mine = ofPost.filter((place) => place.staffNumber === staffNumber)
      const year = countsOf((dayClass) => mine.filter((place) => place.dayClass === dayClass).length)
      const start = starts.get(staffNumber) ?? noTurns
      return {
        staffNumber,
        name,
        office: roster.findLast((row) => row.staffNumber === staffNumber)?.office ?? '',
        post,
        month: mine.filter(({ day }) => isWithin(day, span)).length,
        year,
        credit: countsOf((dayClass) => start[dayClass] - year[dayClass]),
        missed: turns.filter((turn) => turn.staffNumber === staffNumber && turn.state === 'missing').length,
      }
    })
  })
  return { month, days, counts, settings }
}

export function namesIn(roster: readonly { readonly staffNumber: string; readonly name: string }[]) {
  const names = new Map(roster.map(({ staffNumber, name }) => [staffNumber, name]))
  return (staffNumber: string) => names.get(staffNumber) ?? staffNumber
}

const order: readonly string[] = ['leader whole', 'member whole', 'member day', 'member night']
const byShift = (left: DutyRecord, right: DutyRecord) =>
  order.indexOf(`${left.body.post} ${left.body.shift}`) - order.indexOf(`${right.body.post} ${right.body.shift}`)

function turnView(
  { id, revision, staffNumber, days, state, body }: DutyRecord,
  turns: readonly DutyRecord[],
  settings: DutySettings,
  nameOf: (staffNumber: string) => string,
): DutyTurnView {
  const { from, to } = hoursOfShift(days.first, body.shift, settings)
  const { swap } = body
  const inReturn = swap === null ? undefined : turns.find((turn) => turn.id === swap.inReturn)
  return {
    id,
    revision,
    staffNumber: staffNumber ?? '',
    name: nameOf(staffNumber ?? ''),
    post: body.post,
    shift: body.shift,
    state,
    note: body.note,
    checkedInAt: body.checkedInAt,
    mayCheckInFrom: new Date(from - checkInEarlyMs).toISOString(),
    endsAt: new Date(to).toISOString(),
    check: body.check,
    swap:
      swap === null
        ? null
        : {
            to: swap.to,
            toName: nameOf(swap.to),
            inReturn: inReturn === undefined ? null : inReturn.days.first,
            reason: swap.reason,
          },
  }
}
