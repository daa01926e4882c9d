import type { LocalDate } from '../../primitives/local-date.ts'
import { inOrder, parseClockTimes } from '../../primitives/clock-time.ts'
import type { NewRecord } from '../register-definition.ts'
import type { RegisterRecord } from '../register-record.ts'
import { attendanceKey, newAttendance, type AttendanceBody } from './attendance-record.ts'
import type { PunchDay } from './read-punches.ts'

/** merge: punches are added to those known. replace: the sheet is right, and known ones of its days give way. */
export const importWays = ['merge', 'replace'] as const
export type ImportWay = (typeof importWays)[number]

type Kept = RegisterRecord<AttendanceBody>

export type AttendanceImport = {
  readonly added: readonly NewRecord<AttendanceBody>[]
  readonly changed: readonly { readonly record: Kept; readonly body: AttendanceBody }[]
  readonly unchanged: number
}

export type ImportChoices = {
  readonly way: ImportWay
  /** The file's name. */
  readonly source: string
  readonly isWorkingDay: (day: LocalDate) => boolean
  /** People of the roster whom the sheet does not name at all, who are to be noted as without a punch on its days. */
  readonly alsoAsked: readonly string[]
  readonly isAsked: (staffNumber: string, day: LocalDate) => boolean
}

/**
 * What a sheet changes. On each working day of the sheet, everybody it names has a record, without a punch where it has
 * none: so absence shows. Read again it adds nothing. What was added by hand stays.
 */
export function planImport(
  days: readonly PunchDay[],
  known: readonly Kept[],
  choices: ImportChoices,
): AttendanceImport {
  const byKey = new Map(
    known.map((record) => [attendanceKey(record.staffNumber ?? '', record.days.first), record]),
  )
  const added: NewRecord<AttendanceBody>[] = []
  const changed: { readonly record: Kept; readonly body: AttendanceBody }[] = []
  let unchanged = 0
  for (const { staffNumber, day, times, isImplied } of withEmptyDays(days, choices)) {
    const record = byKey.get(attendanceKey(staffNumber, day))
    if (record === undefined) {
      added.push(newAttendance(staffNumber, day, times, choices.source))
      continue
    }
    // A sheet of a few corrected lines says nothing of the other days.
    if (isImplied) {
      unchanged += 1
      continue
    }
    const before = parseClockTimes(record.body.punches) ?? []
    const punches = (choices.way === 'replace' ? times : inOrder([...before, ...times])).join(' ')
    if (punches === record.body.punches) unchanged += 1
    else changed.push({ record, body: { ...record.body, punches, source: choices.source } })
  }
  return { added, changed, unchanged }
}

/** The sheet's days of everybody it names; days off without a punch are left out. */
function withEmptyDays(
  days: readonly PunchDay[],
  choices: ImportChoices,
): readonly (PunchDay & { readonly isImplied: boolean })[] {
  const { isWorkingDay, isAsked, alsoAsked } = choices
  const seen = new Set(days.map(({ staffNumber, day }) => attendanceKey(staffNumber, day)))
  const working = [...new Set(days.map(({ day }) => day))].filter(isWorkingDay).toSorted()
  const people = [...new Set([...days.map(({ staffNumber }) => staffNumber), ...alsoAsked])]
  const empty = people.flatMap((staffNumber) =>
    working
      .filter((day) => !seen.has(attendanceKey(staffNumber, day)) && isAsked(staffNumber, day))
      .map((day) => ({ staffNumber, day, times: [], isImplied: true })),
  )
  const kept = days.filter(({ day, times }) => times.length > 0 || isWorkingDay(day))
  return [...kept.map((day) => ({ ...day, isImplied: false })), ...empty]
}
