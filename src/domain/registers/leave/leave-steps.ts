import type { DaySpan, LocalDate } from '../../primitives/local-date.ts'
import { localDate, yearOf } from '../../primitives/local-date.ts'
import type { Quantity } from '../../primitives/quantity.ts'
import { accept, refuse, type Result } from '../../primitives/result.ts'
import type { WorkingCalendar } from '../../primitives/working-calendar.ts'
import type { Approver, ApprovalWay } from './approvers.ts'
import { halfAt, halfDaysOf, shareHalves } from './half-days.ts'
import { leaveTerms } from './leave-kinds.ts'
import {
  askedHalves,
  countedHalves,
  isStanding,
  usedHalves,
  type LeaveBody,
  type LeaveRecord,
} from './leave-record.ts'
import { seniorityBalance } from './seniority-balance.ts'

export type LeaveRefusal =
  | { readonly code: 'leave-no-days' }
  | { readonly code: 'leave-overlaps'; readonly days: DaySpan }
  | { readonly code: 'leave-reason-missing'; readonly isAfterwards: boolean }
  | { readonly code: 'leave-balance-unknown'; readonly year: number }
  | { readonly code: 'leave-balance-short'; readonly left: Quantity; readonly year: number }
  | { readonly code: 'leave-no-approver' }
  /** null: it needs no one's leave. */
  | { readonly code: 'leave-not-approver'; readonly approvers: readonly string[] | null }
  | { readonly code: 'leave-own' }
  | { readonly code: 'leave-state'; readonly state: string }
  | { readonly code: 'leave-begun' }
  | { readonly code: 'leave-not-begun' }
  | { readonly code: 'leave-return-ahead' }

export type AskedLeave = Pick<LeaveRecord, 'days' | 'body'>

/** What a request is judged by. */
export type AskingFacts = {
  readonly today: LocalDate
  readonly calendar: WorkingCalendar
  /** The person's leave in the years it touches. */
  readonly others: readonly LeaveRecord[]
  readonly grantedIn: (year: number) => Quantity | null
  readonly way: ApprovalWay
}

/** Why it cannot be asked for, or null: no days, days asked for twice, seniority leave that is not there, nobody to ask. */
export function findAskingRefusal(asked: AskedLeave, facts: AskingFacts): LeaveRefusal | null {
  const { kind } = asked.body
  const halves = countedHalves(asked, facts.calendar)
  if (halves.length === 0) return { code: 'leave-no-days' }
  const others = facts.others.filter(isStanding)
  const twice = others.find((other) => shareHalves(usedHalves(other), askedHalves(asked)))
  if (twice !== undefined) return { code: 'leave-overlaps', days: twice.days }
  if (leaveTerms[kind].balance === 'taken') {
    for (const year of new Set(halves.map(({ day }) => yearOf(day)))) {
      const granted = facts.grantedIn(year)
      if (granted === null) return { code: 'leave-balance-unknown', year }
      const wanted = halves.filter(({ day }) => yearOf(day) === year).length * 50
      const { left } = seniorityBalance(others, { year, granted, calendar: facts.calendar })
      if (left !== null && left < wanted) return { code: 'leave-balance-short', left, year }
    }
  }
  return facts.way.kind === 'nobody' ? { code: 'leave-no-approver' } : null
}

type Decision = {
  readonly reason: string
  /** 工号 of who decides. */
  readonly decider: string
  readonly way: ApprovalWay
}
/** A reason is asked for, but for seniority leave; afterwards (补假) always. */
export function findReasonRefusal({ days, body }: AskedLeave, today: LocalDate): LeaveRefusal | null {
  const isAfterwards = days.first < today
  return body.reason === null && (body.kind !== 'seniority' || isAfterwards)
    ? { code: 'leave-reason-missing', isAfterwards }
    : null
}

export type LeaveDeed =
  | (Decision & { readonly step: 'approved' })
  | (Decision & { readonly step: 'refused' })
  | { readonly step: 'registered' }
  | { readonly step: 'returned'; readonly on: LocalDate; readonly at: 'morning' | 'noon' }
  /** By the person himself; what has begun is ended by coming back, or withdrawn by the office. */
  | { readonly step: 'withdrawn' }

export type StepFacts = {
  readonly today: LocalDate
  /** Whether it is past noon. */
  readonly isAfternoon: boolean
  readonly calendar: WorkingCalendar
}

type Stepped = { readonly state: string; readonly body: LeaveBody }

/** The leave after the step, or why it cannot be taken. */
export function takeLeaveStep(
  record: LeaveRecord,
  deed: LeaveDeed,
  facts: StepFacts,
): Result<Stepped, LeaveRefusal> {
  const { state, body } = record
  if (deed.step === 'approved' || deed.step === 'refused') return decide(record, deed, facts.today)
  if (deed.step === 'registered') {
    const isOpen = ['approved', 'returned', 'overstayed'].includes(state) && body.registeredOn === null
    if (!isOpen) return refuse({ code: 'leave-state', state })
    return accept({
      state: state === 'approved' ? 'registered' : state,
      body: { ...body, registeredOn: facts.today },
    })
  }
  if (deed.step === 'withdrawn') {
    if (!['asked', 'approved', 'registered'].includes(state)) return refuse({ code: 'leave-state', state })
    const now = halfAt(facts.today, facts.isAfternoon ? 'noon' : 'morning')
    if (state !== 'asked' && now >= askedHalves(record).from) return refuse({ code: 'leave-begun' })
    return accept({ state: 'withdrawn', body })
  }
  return comeBack(record, deed, facts)
}

function decide(
  { state, staffNumber, body }: LeaveRecord,
  deed: Extract<LeaveDeed, { step: 'approved' | 'refused' }>,
  today: LocalDate,
): Result<Stepped, LeaveRefusal> {
  if (deed.decider === staffNumber) return refuse({ code: 'leave-own' })
  if (state !== 'asked') return refuse({ code: 'leave-state', state })
  const approvers: readonly Approver[] | null = deed.way.kind === 'approved' ? deed.way.approvers : null
  const approver = approvers?.find((one) => one.staffNumber === deed.decider)
  if (approver === undefined)
    return refuse({ code: 'leave-not-approver', approvers: approvers?.map(({ name }) => name) ?? null })
  if (deed.step === 'refused' && deed.reason === '')
    return refuse({ code: 'leave-reason-missing', isAfterwards: false })
  return accept({
    state: deed.step,
    body: {
      ...body,
      decision: {
        outcome: deed.step,
        on: today,
        staffNumber: approver.staffNumber,
        name: approver.name,
        onBehalfOf: approver.onBehalfOf?.name ?? null,
        reason: deed.reason,
      },
    },
  })
}

function comeBack(
  record: LeaveRecord,
  { on, at }: Extract<LeaveDeed, { step: 'returned' }>,
  { today, calendar }: StepFacts,
): Result<Stepped, LeaveRefusal> {
  const { state, body } = record
  if (state !== 'approved' && state !== 'registered') return refuse({ code: 'leave-state', state })
  if (on > today) return refuse({ code: 'leave-return-ahead' })
  if (halfAt(on, at) <= askedHalves(record).from) return refuse({ code: 'leave-not-begun' })
  const back = { ...body, back: { on, at } }
  return accept({
    state: overstayedHalves({ ...record, body: back }, calendar).length > 0 ? 'overstayed' : 'returned',
    body: back,
  })
}

/** The working half-days after the last one granted, before the person was back, in order. */
export function overstayedHalves(record: Pick<LeaveRecord, 'days' | 'body'>, calendar: WorkingCalendar) {
  const { back } = record.body
  if (back === null) return []
  return halfDaysOf(
    { from: askedHalves(record).until, until: halfAt(localDate(back.on), back.at) },
    calendar,
    'working',
  )
}
