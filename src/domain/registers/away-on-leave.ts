import { addDays, dayNumber, localDate, type DaySpan, type LocalDate } from '../primitives/local-date.ts'
import { halfAt } from './leave/half-days.ts'
import { isGranted, leaveBodySchema, usedHalves } from './leave/leave-record.ts'
import type { RegisterRecord } from './register-record.ts'

/** Leave somebody was granted and took, in half-days: from the first up to, not with, the second. */
export type TakenLeave = { readonly staffNumber: string; readonly from: number; readonly until: number }

/** Granted leave among the records; who was back early was away no longer. */
export function takenLeave(records: readonly RegisterRecord[]): readonly TakenLeave[] {
  return records.filter(isGranted).flatMap((record) => {
    const { staffNumber } = record
    if (staffNumber === null) return []
    const { from, until } = usedHalves({ ...record, body: leaveBodySchema.parse(record.body) })
    return from < until ? [{ staffNumber, from, until }] : []
  })
}

/** The days it touches, halves counted whole. */
export function daysOfLeave({ from, until }: TakenLeave): DaySpan {
  const first = addDays(epoch, Math.floor(from / 2))
  return { first, last: addDays(epoch, Math.floor((until - 1) / 2)) }
}

const epoch = localDate('1970-01-01')

/** Whether somebody was on leave at a time of a day, HH:MM; absent: at any time of it. */
export function isOnLeave(
  leaves: readonly TakenLeave[],
  staffNumber: string,
  day: LocalDate,
  time: string | null = null,
): boolean {
  const morning = dayNumber(day) * 2
  const halves = time === null ? [morning, morning + 1] : [halfAt(day, time < '12:00' ? 'morning' : 'noon')]
  return leaves.some(
    (leave) =>
      leave.staffNumber === staffNumber && halves.some((half) => leave.from <= half && half < leave.until),
  )
}
