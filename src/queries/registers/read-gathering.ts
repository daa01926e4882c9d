import type { RegisterRecordStore } from '../../commands/register-record-store.ts'
import type { RosterStore } from '../../commands/roster-store.ts'
import type { DaySpan, LocalDate } from '../../domain/primitives/local-date.ts'
import { attendanceAt, type Attendance } from '../../domain/registers/gathering/attendance-at.ts'
import {
  gatheringBodySchema,
  type GatheringKind,
  type GatheringRecord,
} from '../../domain/registers/gathering/gathering-record.ts'
import type { RegisterRecord } from '../../domain/registers/register-record.ts'
import { reachOf, type Subject } from '../../policies/permit.ts'

export type { Attendance }

export type GatheringStores = {
  readonly records: Pick<RegisterRecordStore, 'list'>
  readonly roster: Pick<RosterStore, 'assignments'>
}

/** A gathering with how many came. */
export type GatheringView = {
  readonly id: string
  readonly revision: number
  readonly kind: GatheringKind
  readonly title: string
  readonly day: LocalDate
  readonly startsAt: string
  readonly place: string | null
  readonly offices: readonly string[]
  readonly people: readonly string[]
  readonly code: 'changing' | 'fixed'
  readonly state: string
  readonly calledCount: number
  readonly cameCount: number
  readonly lateCount: number
  /** On leave, or excused by the office. */
  readonly excusedCount: number
  readonly missingCount: number
  /** How who asks stands to it; null: not called. */
  readonly mine: Attendance['status'] | null
}

/** Views of gatherings, in the order given. */
export async function gatheringViews(
  stores: GatheringStores,
  gatherings: readonly GatheringRecord[],
  subject: Subject,
): Promise<readonly GatheringView[]> {
  const roster = await stores.roster.assignments()
  const leaves = await leavesOver(stores, gatherings)
  return gatherings.map((gathering) => viewOf(gathering, attendanceAt(gathering, roster, leaves), subject))
}

/** One gathering with everyone called; why somebody is excused is told to who keeps the register alone. */
export async function readGathering(
  stores: GatheringStores,
  gathering: GatheringRecord,
  subject: Subject,
): Promise<{ readonly gathering: GatheringView; readonly attendance: readonly Attendance[] }> {
  const roster = await stores.roster.assignments()
  const attendance = attendanceAt(gathering, roster, await leavesOver(stores, [gathering]))
  const maySee = reachOf(subject, 'gathering.keep') !== null
  return {
    gathering: viewOf(gathering, attendance, subject),
    attendance: maySee ? attendance : attendance.map((one) => ({ ...one, reason: null })),
  }
}

/** Parses what the store kept: throws on a body that is not a gathering's. */
export function gatheringRecords(records: readonly RegisterRecord[]): readonly GatheringRecord[] {
  return records.map((record) => ({ ...record, body: gatheringBodySchema.parse(record.body) }))
}

async function leavesOver({ records }: GatheringStores, gatherings: readonly GatheringRecord[]) {
  const days = gatherings.map((gathering) => gathering.days.first).toSorted()
  const [first, last] = [days[0], days.at(-1)]
  if (first === undefined || last === undefined) return []
  const span: DaySpan = { first, last }
  return records.list({ register: 'leave', days: span })
}

function viewOf(
  { id, revision, days, state, body }: GatheringRecord,
  attendance: readonly Attendance[],
  subject: Subject,
): GatheringView {
  const count = (...statuses: readonly Attendance['status'][]) =>
    attendance.filter(({ status }) => statuses.includes(status)).length
  const { kind, title, startsAt, place, offices, people, code } = body
  return {
    id,
    revision,
    kind,
    title,
    day: days.first,
    startsAt,
    place,
    offices,
    people,
    code,
    state,
    calledCount: attendance.length,
    cameCount: count('on-time', 'late'),
    lateCount: count('late'),
    excusedCount: count('on-leave', 'excused'),
    missingCount: count('missing'),
    mine: attendance.find(({ staffNumber }) => staffNumber === subject.staffNumber)?.status ?? null,
  }
}
