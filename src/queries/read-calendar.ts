import type { CalendarStore } from '../commands/calendar-store.ts'
import { addDays, yearSpan, type LocalDate } from '../domain/primitives/local-date.ts'

/** Every day of a year: whether the town works on it, and who says so. */
export type CalendarYear = {
  readonly year: number
  /** The State Council has announced the year's holidays; before that it goes by weekdays alone. */
  readonly isAnnounced: boolean
  readonly days: readonly {
    readonly day: string
    readonly isWorking: boolean
    readonly isWorkingNationally: boolean
    /** Of a public holiday, or of a working day that makes up for one; else null. */
    readonly holiday: string | null
    /** The town's own word on the day. */
    readonly change: { readonly note: string; readonly at: string; readonly by: string } | null
  }[]
}

/** The working days of a year with what the town has changed of them. */
export async function readCalendar(
  calendar: Pick<CalendarStore, 'changes' | 'national'>,
  year: number,
): Promise<CalendarYear> {
  const changes = new Map((await calendar.changes()).map((change) => [change.day, change]))
  const { national } = calendar
  const { first, last } = yearSpan(year)
  const days: CalendarYear['days'][number][] = []
  for (let day: LocalDate = first; day <= last; day = addDays(day, 1)) {
    const change = changes.get(day)
    const isWorkingNationally = national.isWorkingDay(day)
    days.push({
      day,
      isWorking: change === undefined ? isWorkingNationally : change.kind === 'working',
      isWorkingNationally,
      holiday: national.holidayOf(day),
      change: change === undefined ? null : { note: change.note, at: change.at.toISOString(), by: change.by },
    })
  }
  return { year, isAnnounced: year <= national.knownUntil, days }
}
