import { toRegisterRecord } from '../../../commands/registers/add-records.ts'
import { addDays, localDate, yearOf, type LocalDate } from '../../../domain/primitives/local-date.ts'
import { firstWorkingDayFrom } from '../../../domain/primitives/working-calendar.ts'
import { attendanceAt, calledTo, startsAtOf } from '../../../domain/registers/gathering/attendance-at.ts'
import {
  gatheringDefinition,
  type GatheringBody,
  type GatheringKind,
} from '../../../domain/registers/gathering/gathering-record.ts'
import { anyRegister } from '../../../domain/registers/register-definition.ts'
import type { RegisterRecord } from '../../../domain/registers/register-record.ts'
import type { FillSampleRegister, SampleRegisterPorts } from '../registers.ts'

const register = anyRegister(gatheringDefinition)

type Called = {
  readonly kind: GatheringKind
  readonly title: string
  readonly place: string
  readonly startsAt: string
}
type Planned = Called & { readonly day: LocalDate; readonly absent: readonly string[] }

const meeting: Called = { kind: 'meeting', title: '机关工作例会', place: '二楼会议室', startsAt: '09:00' }
const study: Called = { kind: 'study', title: '集中学习', place: '党员活动室', startsAt: '15:00' }
const planting: Called = { kind: 'activity', title: '义务植树', place: '东山林场', startsAt: '08:30' }
const cleaning: Called = { kind: 'activity', title: '环境卫生大扫除', place: '镇区各路段', startsAt: '08:30' }
const weekly: Called = { kind: 'activity', title: '周一例会', place: '二楼会议室', startsAt: '08:30' }
const fortnight = 14
/** Of the latest meetings somebody stayed away, and nobody has decided yet. */
const youngestAbsence = '12-22'

/** A meeting or study a fortnight, and those at which the ledger has somebody missing. */
export const fillGatherings: FillSampleRegister = async (ports) => {
  const { stores, year, today } = ports
  const leaves = await stores.records.list({ register: 'leave' })
  const first = localDate(`${String(year)}-01-06`)
  const regular = Array.from({ length: 26 }, (_, index) =>
    regularOn(ports, addDays(first, index * fortnight), index),
  )
  const recent = [-21, -7].map((days, index) => regularOn(ports, addDays(today, days), index))
  const next = { ...meeting, day: firstWorkingDayFrom(addDays(today, 2), ports.calendar), absent: [] }
  const all = [...fromLedger(ports), ...regular, ...(yearOf(today) === year ? [] : recent), next]
  await stores.records.add(all.map((planned, index) => recordOf(ports, planned, leaves, index)))
}

function regularOn({ calendar, roster, year }: SampleRegisterPorts, about: LocalDate, index: number): Planned {
  const day = firstWorkingDayFrom(about, calendar)
  const called = index % 2 === 0 ? meeting : study
  const isYoung = day === firstWorkingDayFrom(localDate(`${String(year)}-${youngestAbsence}`), calendar)
  const late = roster.find(({ post }) => post === '工作人员')?.staffNumber
  return { ...called, day, absent: isYoung && late !== undefined ? [late] : [] }
}

/** Who was noted to have stayed away from an activity or a study, together by day. */
function fromLedger({ entries }: SampleRegisterPorts): readonly Planned[] {
  const noted = entries.filter(
    ({ basis, state }) => state !== 'reversed' && (basis === '活动签到' || basis === '学习签到'),
  )
  const days = [...new Set(noted.map(({ occurredOn, basis }) => `${occurredOn} ${basis ?? ''}`))]
  return days.map((key) => {
    const own = noted.filter(({ occurredOn, basis }) => `${occurredOn} ${basis ?? ''}` === key)
    const [one] = own
    const day = one?.occurredOn ?? localDate(key.slice(0, 10))
    const isStudy = one?.basis === '学习签到'
    const note = one?.note ?? ''
    const activity = note.includes('例会') ? weekly : note.includes('植树') ? planting : cleaning
    return {
      ...(isStudy ? { ...study, title: '专题学习' } : activity),
      day,
      absent: own.map(({ staffNumber }) => staffNumber),
    }
  })
}

function recordOf(
  { act, roster, today, newId }: SampleRegisterPorts,
  { day, absent, ...called }: Planned,
  leaves: readonly RegisterRecord[],
  place: number,
): RegisterRecord {
  const days = { first: day, last: day }
  const blank: GatheringBody = gatheringDefinition.bodySchema.parse({ ...called, code: 'changing' })
  const isPast = day < today
  const onLeave = new Set(
    attendanceAt({ days, body: blank }, roster, leaves).flatMap(({ status, staffNumber }) =>
      status === 'on-leave' ? [staffNumber] : [],
    ),
  )
  const came = calledTo({ days, body: blank }, roster).filter(
    ({ staffNumber }) => !absent.includes(staffNumber) && !onLeave.has(staffNumber),
  )
  const starts = startsAtOf(day, called.startsAt)
  const signedIn = came.map(({ staffNumber }, index) => ({
    staffNumber,
    // One in forty is a little late.
    at: new Date(starts + (((index * 7 + place * 3) % 40) - 38) * 60_000).toISOString(),
    how: 'code' as const,
  }))
  const body = isPast ? { ...blank, signedIn: signedIn.toSorted((a, b) => (a.at < b.at ? -1 : 1)) } : blank
  const made = act(addDays(day, isPast ? -3 : -6), 10, '丁岚')
  const record = toRegisterRecord(register, { staffNumber: null, office: null, days, body }, { ...made, newId })
  return { ...record, state: isPast ? 'ended' : 'called' }
}
