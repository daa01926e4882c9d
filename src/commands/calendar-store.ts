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

export type CalendarStore = {
  /** The national calendar with the town's changes. */
  readonly read: () => Promise<WorkingCalendar>
  /** In the order of days. */
  readonly changes: () => Promise<readonly WorkingDayChange[]>
  /** Replaces what was said of the day. */
  readonly set: (change: WorkingDayChange) => Promise<void>
  /** Back to the national calendar; false when nothing was said of the day. */
  readonly remove: (day: LocalDate) => Promise<boolean>
}
