import { daysOf, dayNumber, isWithin, type LocalDate } from '../../primitives/local-date.ts'
import { groupBy } from '../../primitives/group-by.ts'
import { minutesOf, parseClockTime } from '../../primitives/clock-time.ts'
import { absenceOn } from '../../roster/absence.ts'
import type { Assignment } from '../../roster/assignment.ts'
import { usedHalves, isGranted, leaveDefinition } from '../leave/leave-record.ts'
import { leaveTerms } from '../leave/leave-kinds.ts'
import { dutyDefinition } from '../duty/duty-record.ts'
import { gatheringDefinition } from '../gathering/gathering-record.ts'
import type { RegisterFacts } from '../register-facts.ts'
import type { RegisterRecord } from '../register-record.ts'
import { shownWords, whereaboutsDefinition } from '../whereabouts/whereabouts-record.ts'
import { wholeDay, type Excuse } from './judge-day.ts'

/** By person and day. */
export type Excuses = ReadonlyMap<string, readonly Excuse[]>

/** The registers that say why somebody was not at the clock. */
export const excusingRegisters = ['leave', 'whereabouts', 'duty', 'gathering'] as const

/** Midday parts a day of leave. */
const noon = 13 * 60

type Asked = Pick<RegisterFacts, 'recordsOf' | 'days'>

/**
 * Leave that was granted, a turn of duty by day, a meeting signed in at, and being in a village or at a meeting as the
 * board showed it, on the days asked about.
 */
export function excusesOf({ recordsOf, days }: Asked): Excuses {
  const excuses = new Map<string, Excuse[]>()
  const add = (staffNumber: string, day: LocalDate, excuse: Excuse) => {
    const key = excuseKey(staffNumber, day)
    const known = excuses.get(key)
    if (known === undefined) excuses.set(key, [excuse])
    else known.push(excuse)
  }
  const daysAsked = daysOf(days)
  for (const record of recordsOf('leave')) addLeave(record, daysAsked, add)
  for (const record of recordsOf('whereabouts')) if (isWithin(record.days.first, days)) addWhereabouts(record, add)
  for (const record of recordsOf('duty')) addDuty(record, add)
  for (const record of recordsOf('gathering')) addGathering(record, add)
  return excuses
}

export function excuseKey(staffNumber: string, day: LocalDate): string {
  return `${staffNumber}/${day}`
}

type Add = (staffNumber: string, day: LocalDate, excuse: Excuse) => void

function addLeave(record: RegisterRecord, days: readonly LocalDate[], add: Add): void {
  const { staffNumber } = record
  if (staffNumber === null || !isGranted(record)) return
  const body = leaveDefinition.bodySchema.parse(record.body)
  const { from, until } = usedHalves({ days: record.days, body })
  const told = { sort: body.kind === 'official' ? 'work' : 'leave', words: leaveTerms[body.kind].title } as const
  for (const day of days) {
    const morning = dayNumber(day) * 2
    const isOff = (half: number) => from <= half && half < until
    if (isOff(morning) && isOff(morning + 1)) add(staffNumber, day, { ...wholeDay, ...told })
    else if (isOff(morning)) add(staffNumber, day, { from: 0, to: noon, ...told })
    else if (isOff(morning + 1)) add(staffNumber, day, { from: noon, to: wholeDay.to, ...told })
  }
}

/** 下村 and 开会 from when it was said until the hour of return, or the day's end. */
function addWhereabouts({ staffNumber, days, body: kept }: RegisterRecord, add: Add): void {
  const body = whereaboutsDefinition.bodySchema.parse(kept)
  if (staffNumber === null) return
  if (body.kind !== 'village' && body.kind !== 'meeting') return
  const [said, back] = [parseClockTime(body.at), parseClockTime(body.backAt ?? '23:59')]
  if (said === null || back === null) return
  add(staffNumber, days.first, {
    from: minutesOf(said),
    to: minutesOf(back),
    sort: 'work',
    words: `去向：${shownWords(body)}`,
  })
}

/** Who is found missing from his turn is not excused by it; a night's turn says nothing of the day. */
function addDuty({ staffNumber, days, state, body: kept }: RegisterRecord, add: Add): void {
  if (staffNumber === null || state === 'missing') return
  if (dutyDefinition.bodySchema.parse(kept).shift !== 'night')
    add(staffNumber, days.first, { ...wholeDay, sort: 'work', words: '值班' })
}

/** Nobody notes when a meeting ends: so many minutes around its beginning count as there. */
const [minutesBefore, minutesAfter] = [30, 180]

function addGathering({ days, body: kept }: RegisterRecord, add: Add): void {
  const { title, startsAt, signedIn } = gatheringDefinition.bodySchema.parse(kept)
  const start = parseClockTime(startsAt)
  if (start === null) return
  const [from, to] = [minutesOf(start) - minutesBefore, minutesOf(start) + minutesAfter]
  for (const { staffNumber } of signedIn)
    add(staffNumber, days.first, { from, to, sort: 'work', words: `参加${title}` })
}

/** On the roster on a day, and neither seconded out nor on long leave. */
export function rosterPresence(roster: readonly Assignment[]): (staffNumber: string, day: LocalDate) => boolean {
  const rows = groupBy(roster, ({ staffNumber }) => staffNumber)
  return (staffNumber, day) =>
    (rows.get(staffNumber) ?? []).some(
      ({ from, to, absences = [] }) =>
        (from === null || from <= day) && (to === null || day <= to) && absenceOn(absences, day) === null,
    )
}
