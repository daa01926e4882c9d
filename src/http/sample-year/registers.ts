import { sampleYear } from '../../commands/fill-sample-town.ts'
import type { LedgerAct } from '../../commands/append-to-ledger.ts'
import type { StoredEntry } from '../../commands/ledger-store.ts'
import { proposeAll } from '../../commands/registers/propose-all.ts'
import { readBinder } from '../../commands/registers/read-binder.ts'
import { groupBy } from '../../domain/primitives/group-by.ts'
import {
  localDate,
  startOfTownDay,
  townDay,
  yearOf,
  yearSpan,
  type LocalDate,
} from '../../domain/primitives/local-date.ts'
import type { WorkingCalendar } from '../../domain/primitives/working-calendar.ts'
import type { ProposedEntry } from '../../domain/registers/proposed-entry.ts'
import type { RegisterId } from '../../domain/registers/register.ts'
import type { Assignment } from '../../domain/roster/assignment.ts'
import { fillAttendance } from './registers/attendance.ts'
import { fillDuty } from './registers/duty.ts'
import { fillGatherings } from './registers/gatherings.ts'
import { fillLeave } from './registers/leave.ts'
import { fillWhereabouts } from './registers/whereabouts.ts'
import { fillSampleStudy } from './registers/study.ts'
import { fillSampleTasks } from './registers/tasks.ts'
import { fillSampleSuperiorResults } from './registers/superior-results.ts'
import { fillSampleComplaints } from './registers/complaints.ts'
import type { TownStores } from '../town-stores.ts'
import { sampleAct, type SampleTown } from './sample-town.ts'

/** What a register's own piece of the sample is filled from. */
export type SampleRegisterPorts = {
  readonly town: SampleTown
  readonly stores: SampleTown['stores']
  /** 2025, whose every page has a result to show. */
  readonly year: number
  readonly roster: readonly Assignment[]
  readonly calendar: WorkingCalendar
  /** The sample's ledger: what registers show should agree with what was recorded. */
  readonly entries: readonly StoredEntry[]
  readonly act: (day: LocalDate, hour: number, by: string) => LedgerAct
  readonly now: Date
  /** Of `now`, by the town's clock. */
  readonly today: LocalDate
  readonly newId: () => string
}

/**
 * Adds a year of one register's records, cheaply: made first, then added by `stores.records.add` at once. What they
 * propose is seen to afterwards.
 */
export type FillSampleRegister = (ports: SampleRegisterPorts) => Promise<void>

/** Each register adds its line. */
const fillRegisters: readonly FillSampleRegister[] = [
  fillDuty,
  fillGatherings,
  fillSampleSuperiorResults,
  fillSampleComplaints,
  fillSampleStudy,
  fillSampleTasks,
  fillLeave,
  fillWhereabouts,
  // After leave, which it looks at.
  fillAttendance,
]

/** Fills the registers after the year's ledger is written, and settles what they propose against it. */
export async function fillSampleRegisters(town: SampleTown): Promise<void> {
  const { stores, now, newId } = town
  const ports: SampleRegisterPorts = {
    town,
    stores,
    year: sampleYear,
    roster: await stores.roster.assignments(),
    calendar: await stores.calendar.read(),
    entries: await stores.ledger.ofYear(sampleYear),
    act: (day, hour, by) => sampleAct(town, day, hour, by),
    now,
    today: townDay(now.getTime()),
    newId,
  }
  for (const fill of fillRegisters) await fill(ports)
  const inTime = proposingInTime(stores, now)
  await proposeAll(inTime, sampleAct(town, lastDay, 18, '公道'), { days: yearSpan(sampleYear) })
  await settle(ports)
  await proposeAll(
    inTime,
    { ...sampleAct(town, ports.today, 8, '公道'), at: now },
    { days: { first: localDate(`${String(yearOf(ports.today))}-01-01`), last: ports.today } },
  )
}

/** What is proposed in one go here was proposed at noon of its day, before anything was decided on it. */
function proposingInTime(stores: TownStores, now: Date): TownStores {
  const { proposedEntries } = stores
  const madeAt = ({ observation }: ProposedEntry) =>
    new Date(Math.min(startOfTownDay(observation.occurredOn) + 12 * hour, now.getTime()))
  return {
    ...stores,
    proposedEntries: {
      ...proposedEntries,
      add: (proposals) => proposedEntries.add(proposals.map((one) => ({ ...one, madeAt: madeAt(one) }))),
    },
  }
}

const hour = 3_600_000

const lastDay = localDate(`${String(sampleYear + 1)}-01-05`)
/** What is younger than this still waits for somebody. */
const settledUntil = localDate(`${String(sampleYear)}-12-10`)
const leftOpen = 12

const reasons = [
  '当天在村里处理矛盾纠纷，村里和分管领导都说明了情况。',
  '当天请了假，假条补交在后，已核对。',
  '考勤机故障，门卫和同办公室的人可以证明按时到岗。',
  '参加区里的会议，有会议通知。',
]

/** Where these reasons are ones. */
const reasonable: readonly RegisterId[] = ['attendance', 'gathering', 'duty', 'whereabouts']
const otherReason = '核对后情况与登记有出入，由登记的办公室先改登记。'

/** What the ledger has already was adopted by it; of the rest the latest wait, and the others were not taken. */
async function settle({ stores, entries }: SampleRegisterPorts): Promise<void> {
  const { ruleOf } = await readBinder(stores)
  const standing = groupBy(
    entries.filter(({ state }) => state !== 'reversed'),
    ({ staffNumber, occurredOn, ruleId }) => [staffNumber, occurredOn, ruleId].join(' '),
  )
  const taken = new Set<string>()
  const entryOf = ({ observation }: ProposedEntry) => {
    const { staffNumber, occurredOn } = observation
    const key = [staffNumber, occurredOn, ruleOf(observation).ruleId].join(' ')
    return standing.get(key)?.find(({ id }) => !taken.has(id)) ?? null
  }
  const unmatched: ProposedEntry[] = []
  for (const proposal of await stores.proposedEntries.list({ states: ['open'], days: yearSpan(sampleYear) })) {
    const entry = entryOf(proposal)
    if (entry === null) {
      unmatched.push(proposal)
      continue
    }
    taken.add(entry.id)
    const decided = { at: entry.recordedAt, by: entry.recordedBy }
    await stores.proposedEntries.decide(proposal.id, {
      state: 'adopted',
      entryId: entry.id,
      reason: null,
      decided,
    })
  }
  const ofPresence = unmatched.filter(({ observation }) => reasonable.includes(observation.register))
  const excused = new Set(ofPresence.slice(0, Math.min(3, Math.floor(unmatched.length / 3))))
  const young = unmatched.filter((one) => one.observation.occurredOn > settledUntil && !excused.has(one))
  const waiting = new Set(young.slice(-leftOpen))
  for (const [index, proposal] of unmatched.entries()) {
    if (waiting.has(proposal)) continue
    const isOfPresence = reasonable.includes(proposal.observation.register)
    const reason = isOfPresence ? (reasons[index % reasons.length] ?? null) : otherReason
    const decision = {
      state: 'dismissed',
      entryId: null,
      reason,
      decided: { at: new Date(proposal.madeAt.getTime() + 22 * hour), by: '示例考核办' },
    } as const
    await stores.proposedEntries.decide(proposal.id, decision)
  }
}
