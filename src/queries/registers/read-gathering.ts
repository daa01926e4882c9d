import type { RegisterRecordStore } from '../../commands/register-record-store.ts'
import type { RosterStore } from '../../commands/roster-store.ts'
import type { DaySpan, LocalDate } from '../../domain/primitives/local-date.ts'
import { assert } from '../../domain/primitives/result.ts'
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

/** A gathering with everyone called, in roster order. */
export type GatheringRoll = { readonly gathering: GatheringView; readonly attendance: readonly Attendance[] }

/** Views of gatherings, in the order given. */
export async function gatheringViews(
  stores: GatheringStores,
  gatherings: readonly GatheringRecord[],
  subject: Subject,
): Promise<readonly GatheringView[]> {
  return (await gatheringRolls(stores, gatherings, subject)).map(({ gathering }) => gathering)
}

/** Gatherings with everyone called, in the order given; why somebody is excused only who keeps the register is told. */
export async function gatheringRolls(
  stores: GatheringStores,
  gatherings: readonly GatheringRecord[],
  subject: Subject,
): Promise<readonly GatheringRoll[]> {
  const roster = await stores.roster.assignments()
  const leaves = await leavesOver(stores, gatherings)
  const maySee = reachOf(subject, 'gathering.keep') !== null
  return gatherings.map((gathering) => {
    const attendance = attendanceAt(gathering, roster, leaves)
    return {
      gathering: viewOf(gathering, attendance, subject),
      attendance: maySee ? attendance : attendance.map((one) => ({ ...one, reason: null })),
    }
  })
}

/** One gathering with everyone called. */
export async function readGathering(
  stores: GatheringStores,
  gathering: GatheringRecord,
  subject: Subject,
): Promise<GatheringRoll> {
  const [roll] = await gatheringRolls(stores, [gathering], subject)
  assert(roll !== undefined, 'one gathering has one roll')
  return roll
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
