import { townMoment } from '../../domain/primitives/local-date.ts'
import { accept, refuse, type Result } from '../../domain/primitives/result.ts'
import {
  leaveDefinition,
  toLeave,
  type LeaveBody,
  type LeaveRecord,
} from '../../domain/registers/leave/leave-record.ts'
import {
  findAskingRefusal,
  findReasonRefusal,
  takeLeaveStep,
  type LeaveDeed,
  type LeaveRefusal,
} from '../../domain/registers/leave/leave-steps.ts'
import { anyRegister } from '../../domain/registers/register-definition.ts'
import { recordFault } from '../../domain/registers/read-records.ts'
import { covers } from '../../policies/permit.ts'
import { officesByRoster } from '../../policies/record-reach.ts'
import { addRecords, keepRecords } from './add-records.ts'
import type { ProposingStores } from './propose-entries.ts'
import { readLeaveTown, yearsAround } from './read-leave-facts.ts'
import type { RecordRefusal } from './record-refusal.ts'
import type { RecordAct } from './record-walls.ts'
import { takeRecordStep } from './take-record-step.ts'

const register = anyRegister(leaveDefinition)

/** What somebody asks for himself. */
export type LeaveWanted = Pick<LeaveRecord, 'days'> & {
  readonly body: Pick<LeaveBody, 'kind' | 'begins' | 'ends' | 'reason' | 'place'>
}

type Refused = RecordRefusal | LeaveRefusal

/** A leave as it would be asked for, or why it cannot be; a reason may still be missing. */
export async function draftLeave(
  stores: ProposingStores,
  act: RecordAct,
  wanted: LeaveWanted,
): Promise<Result<LeaveRecord, Refused>> {
  const { staffNumber } = act.subject
  if (staffNumber === null) return refuse({ code: 'record-unknown' })
  const town = await readLeaveTown(stores, act)
  const content = {
    staffNumber,
    office: null,
    days: wanted.days,
    body: leaveDefinition.bodySchema.parse({ ...wanted.body, source: 'asked', askedOn: act.today }),
  }
  const fault = recordFault(register, content, act.today)
  if (fault !== null) return refuse({ code: 'record-faulty', place: fault.key, message: fault.message })
  const own = { register: 'leave', days: yearsAround(wanted.days), staffNumbers: [staffNumber] } as const
  const way = town.wayOf(content)
  const refusal = findAskingRefusal(content, {
    today: act.today,
    calendar: town.calendar,
    others: (await stores.records.list(own)).map(toLeave),
    grantedIn: (year) => town.grantedIn(staffNumber, year),
    way,
  })
  if (refusal !== null) return refuse(refusal)
  const { at, by, newId } = act
  const state = way.kind === 'registered-only' ? 'approved' : 'asked'
  return accept({ ...content, id: newId(), register: 'leave', state, naturalKey: null, revision: 1, at, by })
}

/** Asks for leave; a principal's waits only to be registered. What has begun already is asked for afterwards (补假). */
export async function requestLeave(
  stores: ProposingStores,
  act: RecordAct,
  wanted: LeaveWanted,
): Promise<Result<LeaveRecord, Refused>> {
  const drafted = await draftLeave(stores, act, wanted)
  if (!drafted.ok) return drafted
  const refusal = findReasonRefusal(drafted.value, act.today)
  if (refusal !== null) return refuse(refusal)
  await keepRecords(stores, act, register, [drafted.value])
  return drafted
}

/** What the office writes in from paper: granted there, and registered by being written in. */
export async function noteLeave(
  stores: ProposingStores,
  act: RecordAct,
  content: Pick<LeaveRecord, 'staffNumber' | 'office' | 'days' | 'body'>,
): Promise<Result<LeaveRecord, Refused>> {
  const { kind, begins, ends, reason, place } = content.body
  const body = leaveDefinition.bodySchema.parse({ kind, begins, ends, reason, place, registeredOn: act.today })
  const added = await addRecords(stores, act, register, [{ ...content, body }])
  if (!added.ok) return added
  const [record] = added.value
  return record === undefined ? refuse({ code: 'record-unknown' }) : accept(toLeave(record))
}

/** One step of a leave, as it was looked at; the proposals of leave, and of what looks at it, follow. */
export async function stepLeave(
  stores: ProposingStores,
  act: RecordAct,
  taken: {
    readonly recordId: string
    readonly revision: number
    readonly reason: string | null
    readonly deed: LeaveDeed
  },
): Promise<Result<LeaveRecord, Refused>> {
  const { recordId, revision, reason, deed } = taken
  const facts = {
    today: act.today,
    isAfternoon: townMoment(act.at.getTime()).slice(11, 13) >= '12',
    calendar: await stores.calendar.read(),
  }
  const stepped = await takeRecordStep<Refused>(stores, act, register, {
    recordId,
    revision,
    step: deed.step,
    reason,
    transition: (record) => takeLeaveStep(toLeave(record), deed, facts),
  })
  return stepped.ok ? accept(toLeave(stepped.value)) : stepped
}

/**
 * Grants a leave, or does not. Whoever stands in decides on leave beyond his own offices: what reaches him is decided by
 * who is asked, not by the offices in his charge alone.
 */
export async function decideLeave(
  stores: ProposingStores,
  act: RecordAct,
  decision: {
    readonly recordId: string
    readonly revision: number
    readonly outcome: 'approved' | 'refused'
    readonly reason: string
  },
): Promise<Result<LeaveRecord, Refused>> {
  const { recordId, revision, outcome, reason } = decision
  const decider = act.subject.staffNumber
  const found = await stores.records.find(recordId)
  if (found?.register !== 'leave' || decider === null) return refuse({ code: 'record-unknown' })
  if (found.staffNumber === decider) return refuse({ code: 'leave-own' })
  const record = toLeave(found)
  const town = await readLeaveTown(stores, act)
  const way = town.wayOf(record)
  const isAsked = way.kind === 'approved' && way.approvers.some(({ staffNumber }) => staffNumber === decider)
  const offices = officesByRoster(town.roster)(record.staffNumber ?? '', record)
  const isSeen = isAsked || covers(act.reach, { staffNumber: record.staffNumber ?? '', offices })
  if (!isSeen) return refuse({ code: 'record-unknown' })
  const anyone = { ...act, reach: { kind: 'everyone' } as const }
  return stepLeave(stores, anyone, {
    recordId,
    revision,
    reason: reason === '' ? null : reason,
    deed: { step: outcome, reason, decider, way },
  })
}
