import { approvalWords } from '../../domain/registers/leave/approvers.ts'
import { leaveTerms, type LeaveKind } from '../../domain/registers/leave/leave-kinds.ts'
import {
  leaveDays,
  leaveDefinition,
  leaveSpanWords,
  type LeaveBody,
  type LeaveRecord,
} from '../../domain/registers/leave/leave-record.ts'
import type { LeaveTown } from '../../domain/registers/leave/leave-town.ts'
import { officeAway } from '../../domain/registers/leave/office-away.ts'
import { seniorityBalance } from '../../domain/registers/leave/seniority-balance.ts'
import { isGranted, isStanding } from '../../domain/registers/leave/leave-record.ts'
import { anyRegister } from '../../domain/registers/register-definition.ts'
import { stateWords } from '../../domain/registers/read-records.ts'
import { officesByRoster } from '../../policies/record-reach.ts'

/** A leave as a person, an approver and the office see it; days in hundredths. */
export type LeaveView = {
  readonly id: string
  readonly staffNumber: string
  readonly name: string
  readonly office: string
  readonly kind: LeaveKind
  readonly kindTitle: string
  readonly first: string
  readonly last: string
  readonly spanWords: string
  readonly days: number
  readonly reason: string | null
  readonly place: string | null
  readonly state: string
  readonly stateWords: string
  /** Asked for when it had begun (补假). */
  readonly isAfterwards: boolean
  /** 由分管领导李明审批, while it waits to be decided; else null. */
  readonly wayWords: string | null
  readonly decision: LeaveBody['decision']
  readonly registeredOn: string | null
  readonly backOn: string | null
  readonly revision: number
  /** Days on which others of the office are away too, while it waits to be decided. */
  readonly away: readonly LeaveAway[]
}

export type LeaveAway = {
  readonly day: string
  readonly names: readonly string[]
  readonly members: number
  readonly isShort: boolean
}

const register = anyRegister(leaveDefinition)

export function leaveView(
  record: LeaveRecord,
  town: LeaveTown,
  /** Whom to hold it against: all leave around it. */
  others: readonly LeaveRecord[],
): LeaveView {
  const { id, days, body, state, revision } = record
  const staffNumber = record.staffNumber ?? ''
  const isOpen = state === 'asked'
  return {
    id,
    staffNumber,
    name: nameIn(town, staffNumber),
    office: officesByRoster(town.roster)(staffNumber, record)[0] ?? '',
    kind: body.kind,
    kindTitle: leaveTerms[body.kind].title,
    first: days.first,
    last: days.last,
    spanWords: leaveSpanWords(days, body),
    days: leaveDays(record, town.calendar),
    reason: body.reason,
    place: body.place,
    state,
    stateWords: stateWords(register, state),
    isAfterwards: body.askedOn !== null && days.first < body.askedOn,
    wayWords: isOpen ? approvalWords(town.wayOf(record)) : null,
    decision: body.decision,
    registeredOn: body.registeredOn,
    backOn: body.back?.on ?? null,
    revision,
    away: isOpen ? awayView(record, town, others) : [],
  }
}

export function awayView(
  record: Pick<LeaveRecord, 'id' | 'staffNumber' | 'days' | 'body'>,
  town: LeaveTown,
  others: readonly LeaveRecord[],
): readonly LeaveAway[] {
  return officeAway(record, others, town).map(({ day, others: away, members, isShort }) => ({
    day,
    names: away.map((one) => nameIn(town, one)),
    members,
    isShort,
  }))
}

function nameIn({ roster }: LeaveTown, staffNumber: string): string {
  return roster.findLast((row) => row.staffNumber === staffNumber)?.name ?? staffNumber
}

/** A person's seniority leave in a year, in hundredths of a day (seniority-balance.ts). */
export type BalanceView = {
  readonly granted: number | null
  readonly taken: number
  readonly personal: number
  readonly setOff: number
  readonly over: number
  readonly left: number | null
}

/** `counts`: what was granted, or what was asked for too. */
export function balanceView(
  records: readonly LeaveRecord[],
  town: LeaveTown,
  { staffNumber, year, counts }: { staffNumber: string; year: number; counts: 'granted' | 'asked-too' },
): BalanceView {
  const own = records.filter(
    (record) =>
      record.staffNumber === staffNumber && (counts === 'granted' ? isGranted(record) : isStanding(record)),
  )
  const granted = town.grantedIn(staffNumber, year)
  const { daysOver: _daysOver, ...view } = seniorityBalance(own, { year, granted, calendar: town.calendar })
  return view
}
