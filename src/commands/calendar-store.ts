import type { LocalDate } from '../domain/primitives/local-date.ts'
import type { WorkingCalendar } from '../domain/primitives/working-calendar.ts'

/** A day the town works, or does not, otherwise than the national calendar says. */
export type WorkingDayChange = {
  readonly day: LocalDate
  readonly kind: 'working' | 'off'
  readonly note: string
  readonly at: Date
  readonly by: string
}

export type NationalCalendar = WorkingCalendar & {
  /** 国庆节: of a public holiday, or of a working day that makes up for one (调休); null on every other day. */
  readonly holidayOf: (day: LocalDate) => string | null
}

export type CalendarStore = {
  readonly national: NationalCalendar
  /** The national calendar with the town's changes. */
  readonly read: () => Promise<WorkingCalendar>
  /** In the order of days. */
  readonly changes: () => Promise<readonly WorkingDayChange[]>
  /** Replaces what was said of the day. */
  readonly set: (change: WorkingDayChange) => Promise<void>
  /** Back to the national calendar; false when nothing was said of the day. */
  readonly remove: (day: LocalDate) => Promise<boolean>
}
