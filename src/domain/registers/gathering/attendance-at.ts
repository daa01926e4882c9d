import { startOfTownDay, type LocalDate } from '../../primitives/local-date.ts'
import { absenceOn } from '../../roster/absence.ts'
import type { Assignment } from '../../roster/assignment.ts'
import { isOnLeave, takenLeave } from '../away-on-leave.ts'
import type { RegisterRecord } from '../register-record.ts'
import type { GatheringRecord } from './gathering-record.ts'

/** missing: called, and neither there nor excused. */
export type AttendanceStatus = 'on-time' | 'late' | 'on-leave' | 'excused' | 'missing'

export type Attendance = {
  readonly staffNumber: string
  readonly name: string
  readonly office: string
  readonly status: AttendanceStatus
  /** Signed in: when, ISO 8601, and how. */
  readonly signedIn: { readonly at: string; readonly how: 'code' | 'list' } | null
  readonly minutesLate: number
  /** Excused: why. */
  readonly reason: string | null
}

type Called = Pick<GatheringRecord, 'days' | 'body'>

/** Who was to come, by the roster of that day and in its order; who was seconded or away for long was not called. */
export function calledTo({ days, body }: Called, roster: readonly Assignment[]): readonly Assignment[] {
  const day = days.first
  const isAll = body.offices.length === 0 && body.people.length === 0
  const seen = new Set<string>()
  return roster.filter((row) => {
    const { staffNumber, office, from, to, absences } = row
    const isHere =
      (from === null || from <= day) && (to === null || day <= to) && absenceOn(absences ?? [], day) === null
    if (!isHere || seen.has(staffNumber)) return false
    if (!isAll && !body.offices.includes(office) && !body.people.includes(staffNumber)) return false
    seen.add(staffNumber)
    return true
  })
}

/** How each of those called stood to it. Who came is there even if on leave; leave granted excuses by itself. */
export function attendanceAt(
  gathering: Called,
  roster: readonly Assignment[],
  leaves: readonly RegisterRecord[],
): readonly Attendance[] {
  const { days, body } = gathering
  const starts = startsAtOf(days.first, body.startsAt)
  const taken = takenLeave(leaves)
  return calledTo(gathering, roster).map(({ staffNumber, name, office }) => {
    const sign = body.signedIn.find((one) => one.staffNumber === staffNumber) ?? null
    const reason = body.excused.find((one) => one.staffNumber === staffNumber)?.reason ?? null
    const minutes = sign?.how === 'code' ? Math.floor((Date.parse(sign.at) - starts) / 60_000) : 0
    const minutesLate = Math.max(0, minutes)
    const status =
      sign !== null
        ? minutesLate > 0
          ? ('late' as const)
          : ('on-time' as const)
        : isOnLeave(taken, staffNumber, days.first, body.startsAt)
          ? ('on-leave' as const)
          : reason === null
            ? ('missing' as const)
            : ('excused' as const)
    const signedIn = sign === null ? null : { at: sign.at, how: sign.how }
    return { staffNumber, name, office, status, signedIn, minutesLate, reason }
  })
}

/** In milliseconds since 1970. */
export function startsAtOf(day: LocalDate, time: string): number {
  const [hour = 0, minute = 0] = time.split(':').map(Number)
  return startOfTownDay(day) + (hour * 60 + minute) * 60_000
}
