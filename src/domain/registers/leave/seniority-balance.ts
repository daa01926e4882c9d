import { yearOf, type LocalDate } from '../../primitives/local-date.ts'
import { quantity, type Quantity } from '../../primitives/quantity.ts'
import type { WorkingCalendar } from '../../primitives/working-calendar.ts'
import { leaveTerms } from './leave-kinds.ts'
import { countedHalves, type LeaveRecord } from './leave-record.ts'

/** A person's seniority leave in a year, and personal leave set off against it; all in hundredths of a day. */
export type SeniorityBalance = {
  /** null: nobody has said how many days there are. */
  readonly granted: Quantity | null
  /** As seniority leave. */
  readonly taken: Quantity
  readonly personal: Quantity
  /** Of the personal leave: set off against what seniority leave has left. */
  readonly setOff: Quantity
  /** Of the personal leave: beyond it; nothing where nobody has said how much there is. */
  readonly over: Quantity
  /** null: not known. Below 0: more seniority leave than there is. */
  readonly left: Quantity | null
  /** The days over, in order, each with how much of it. */
  readonly daysOver: readonly { readonly day: LocalDate; readonly amount: Quantity }[]
}

const half = 50

/**
 * Lays one person's leave of a year against the days granted (SPEC §6): seniority leave first, then personal leave day
 * by day until nothing is left; every half-day once, whatever else covers it. The order in which leave was asked for
 * does not matter.
 */
export function seniorityBalance(
  records: readonly LeaveRecord[],
  { year, granted, calendar }: { year: number; granted: Quantity | null; calendar: WorkingCalendar },
): SeniorityBalance {
  const seen = new Set<string>()
  const halvesOf = (balance: 'taken' | 'set-off') =>
    records
      .filter(({ body }) => leaveTerms[body.kind].balance === balance)
      .flatMap((record) => countedHalves(record, calendar))
      .filter((one) => {
        const name = `${one.day} ${one.half}`
        if (yearOf(one.day) !== year || seen.has(name)) return false
        seen.add(name)
        return true
      })
      .toSorted((left, right) =>
        left.day < right.day ? -1 : left.day > right.day ? 1 : left.half < right.half ? 1 : -1,
      )
  const taken = halvesOf('taken').length * half
  const personal = halvesOf('set-off')
  const room = granted === null ? personal.length : Math.max(0, Math.floor((granted - taken) / half))
  const over = personal.slice(room)
  const amounts = new Map<LocalDate, number>()
  for (const { day } of over) amounts.set(day, (amounts.get(day) ?? 0) + half)
  const setOff = (personal.length - over.length) * half
  return {
    granted,
    taken: quantity(taken),
    personal: quantity(personal.length * half),
    setOff: quantity(granted === null ? 0 : setOff),
    over: quantity(over.length * half),
    left: granted === null ? null : quantity(granted - taken - setOff),
    daysOver: [...amounts].map(([day, amount]) => ({ day, amount: quantity(amount) })),
  }
}
