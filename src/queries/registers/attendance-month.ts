import { readCommonFacts } from './attendance-facts.ts'
import { daysOf, windowAround, type LocalDate } from '../../domain/primitives/local-date.ts'
import type { CalendarStore } from '../../commands/calendar-store.ts'
import type { FactStores } from '../../commands/registers/read-register-facts.ts'
import { punchesOf } from '../../domain/registers/attendance/attendance-record.ts'
import {
  countDays,
  dayMark,
  dayWords,
  type DayMark,
  type MonthCounts,
} from '../../domain/registers/attendance/day-mark.ts'
import { attendanceFacts, attendanceRecord } from '../../domain/registers/attendance/attendance-observer.ts'
import { judgeDay, type AttendanceFacts, type JudgedDay } from '../../domain/registers/attendance/judge-day.ts'
import { groupBy } from '../../domain/primitives/group-by.ts'
import { isSameOffice } from '../../domain/roster/office-names.ts'
import type { Assignment } from '../../domain/roster/assignment.ts'
import { covers, type Reach } from '../../policies/permit.ts'

/** One person's one day: what it is, what to say of it, and the record behind it. */
export type MonthCell = {
  readonly mark: DayMark
  readonly words: string
  /** 08:21 12:03; empty without a punch. */
  readonly times: string
  readonly recordId: string | null
}

export type MonthRow = {
  readonly staffNumber: string
  readonly name: string
  readonly office: string
  readonly cells: readonly MonthCell[]
  readonly counts: MonthCounts
}

export type AttendanceMonth = {
  /** 2026-03. */
  readonly month: string
  readonly days: readonly {
    readonly day: string
    readonly isWorkingDay: boolean
    readonly holiday: string | null
  }[]
  readonly rows: readonly MonthRow[]
  readonly offices: readonly string[]
}

type Stores = FactStores & { readonly calendar: CalendarStore }

/** The month's grid of everyone within reach who was on the roster in it, in roster order. */
export async function readAttendanceMonth(
  stores: Stores,
  act: { readonly today: LocalDate; readonly at: Date },
  asked: { readonly firstDay: LocalDate; readonly office: string | null },
  reach: Reach,
): Promise<AttendanceMonth> {
  const span = windowAround(asked.firstDay, 'month')
  const days = daysOf(span)
  const read = await readCommonFacts(stores, act, span)
  const facts = attendanceFacts(read)
  const kept = (await stores.records.list({ register: 'attendance', days: span })).map(attendanceRecord)
  const records = new Map(kept.map((record) => [`${record.staffNumber ?? ''}/${record.days.first}`, record]))
  const present = peopleWithin(read.roster, days, facts).filter(({ staffNumber, offices }) =>
    covers(reach, { staffNumber, offices }),
  )
  const rows = present
    .filter(({ offices }) => asked.office === null || offices.some((one) => isSameOffice(one, asked.office ?? '')))
    .map(({ staffNumber, name, office }): MonthRow => {
      const judged: JudgedDay[] = []
      const cells = days.map((day): MonthCell => {
        const record = records.get(`${staffNumber}/${day}`)
        if (record === undefined) return unrecorded(staffNumber, day, facts)
        const verdict = judgeDay(staffNumber, day, record.body, facts)
        judged.push(verdict)
        return {
          mark: dayMark(verdict),
          words: dayWords(verdict),
          times: punchesOf(record.body).join(' '),
          recordId: record.id,
        }
      })
      return { staffNumber, name, office, cells, counts: countDays(judged, facts.rulesOn(span.last)) }
    })
  const { national } = stores.calendar
  return {
    month: span.first.slice(0, 7),
    days: days.map((day) => ({
      day,
      isWorkingDay: facts.calendar.isWorkingDay(day),
      holiday: national.holidayOf(day),
    })),
    rows,
    offices: [...new Set(present.map(({ office }) => office))].filter((office) => office !== ''),
  }
}

/** Without a record: off, on leave, or nothing is known. */
function unrecorded(staffNumber: string, day: LocalDate, facts: AttendanceFacts): MonthCell {
  const nothing = { words: '', times: '', recordId: null }
  if (!facts.calendar.isWorkingDay(day)) return { ...nothing, mark: 'rest' }
  const excuse = facts.excusesOf(staffNumber, day).find(({ from, to }) => from === 0 && to === 1439)
  if (excuse === undefined || !facts.isOnRoster(staffNumber, day)) return { ...nothing, mark: 'none' }
  return { ...nothing, mark: excuse.sort, words: excuse.words }
}

/** In roster order, each once, with the offices of the days; those seconded out for all of them are left out. */
function peopleWithin(roster: readonly Assignment[], days: readonly LocalDate[], facts: AttendanceFacts) {
  return [...groupBy(roster, ({ staffNumber }) => staffNumber)].flatMap(([staffNumber, rows]) => {
    if (!days.some((day) => facts.isOnRoster(staffNumber, day))) return []
    const [first, last] = [days[0], days.at(-1)]
    const touching = rows.filter(
      ({ from, to }) =>
        first !== undefined &&
        last !== undefined &&
        (from === null || from <= last) &&
        (to === null || to >= first),
    )
    const now = touching.at(-1)
    if (now === undefined) return []
    return [{ staffNumber, name: now.name, office: now.office, offices: touching.map(({ office }) => office) }]
  })
}
