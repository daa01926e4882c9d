import { toRegisterRecord } from '../../../commands/registers/add-records.ts'
import type { StoredEntry } from '../../../commands/ledger-store.ts'
import { clockTimeOf, type ClockTime } from '../../../domain/primitives/clock-time.ts'
import {
  daysOf,
  isWithin,
  localDate,
  windowAround,
  type LocalDate,
} from '../../../domain/primitives/local-date.ts'
import {
  attendanceDefinition,
  attendanceKey,
  newAttendance,
} from '../../../domain/registers/attendance/attendance-record.ts'
import { rosterPresence } from '../../../domain/registers/attendance/excuses.ts'
import { isOnLeave, takenLeave } from '../../../domain/registers/away-on-leave.ts'
import { anyRegister } from '../../../domain/registers/register-definition.ts'
import type { FillSampleRegister } from '../registers.ts'

/** What was out of order on a day: minutes after the beginning of the morning, or before the end of the afternoon. */
type Exception = { readonly late: number; readonly early: number }
const inOrder: Exception = { late: 0, early: 0 }

/** Lates that made no entry: two excused in autumn, and in the last days of the year those nobody has decided yet. */
const withoutEntry = [
  ['09-24', '029', 38],
  ['11-19', '024', 46],
  ['12-18', '015', 36],
  ['12-23', '044', 41],
  ['12-30', '050', 33],
] as const

/** 考勤 of the sample: November and December whole, and earlier in the year the days the ledger speaks of. */
export const fillAttendance: FillSampleRegister = async ({ stores, year, roster, calendar, entries, act }) => {
  const register = anyRegister(attendanceDefinition)
  const days = { first: localDate(`${String(year)}-11-01`), last: localDate(`${String(year)}-12-31`) }
  const isOnRoster = rosterPresence(roster)
  const leave = takenLeave(await stores.records.list({ register: 'leave' }))
  const exceptions = exceptionsOf(entries)
  for (const [monthDay, staffNumber, late] of withoutEntry)
    exceptions.set(attendanceKey(staffNumber, `${String(year)}-${monthDay}`), { ...inOrder, late })
  const people = [...new Set(roster.map(({ staffNumber }) => staffNumber))]
  const whole = daysOf(days).filter(calendar.isWorkingDay)
  const kept = [
    ...people.flatMap((staffNumber) => whole.map((day) => ({ staffNumber, day }))),
    ...[...exceptions.keys()].flatMap((key) => {
      const [staffNumber = '', day = ''] = key.split('/')
      return isWithin(localDate(day), days) ? [] : [{ staffNumber, day: localDate(day) }]
    }),
  ].filter(({ staffNumber, day }) => isOnRoster(staffNumber, day))
  await stores.records.add(
    kept.map(({ staffNumber, day }) => {
      const exception = exceptions.get(attendanceKey(staffNumber, day)) ?? inOrder
      const isAway = exception === inOrder && isOnLeave(leave, staffNumber, day)
      const punches = isAway ? [] : punchesOf(staffNumber, day, exception)
      const source = `${String(Number(day.slice(5, 7)))}月考勤机.xlsx`
      const record = newAttendance(staffNumber, day, punches, source)
      return toRegisterRecord(register, record, act(windowAround(day, 'month').last, 17, '丁岚'))
    }),
  )
}

/** By person and day, as the ledger has them from the clock. */
function exceptionsOf(entries: readonly StoredEntry[]): Map<string, Exception> {
  const found = new Map<string, Exception>()
  for (const { staffNumber, occurredOn, clause, basis } of entries) {
    if (basis !== '考勤登记') continue
    const key = attendanceKey(staffNumber, occurredOn)
    const minutes = 32 + (chanceOf(`${key} minutes`) % 30)
    if (clause.includes('迟到')) found.set(key, { ...inOrder, late: minutes })
    if (clause.includes('早退')) found.set(key, { ...inOrder, early: minutes })
  }
  return found
}

/** Four punches of a day, some minutes early in and late out; now and then one was forgotten. */
function punchesOf(staffNumber: string, day: LocalDate, { late, early }: Exception): readonly ClockTime[] {
  const key = attendanceKey(staffNumber, day)
  const within = (most: number, what: string) => chanceOf(`${key} ${what}`) % most
  const times = [
    late > 0 ? 510 + late : 510 - 2 - within(28, 'in'),
    720 + within(14, 'noon'),
    870 - 1 - within(24, 'back'),
    early > 0 ? 1080 - early : 1080 + within(30, 'out'),
  ]
  const forgets = late === 0 && early === 0 && within(90, 'forgets') === 0
  return (forgets ? times.toSpliced(1, 1) : times).map(clockTimeOf)
}

/** The same for the same words, so that every sample town is one. */
function chanceOf(words: string): number {
  let sum = 2_166_136_261
  for (const character of words) sum = Math.imul(sum ^ (character.codePointAt(0) ?? 0), 16_777_619) >>> 0
  return sum >>> 7
}
