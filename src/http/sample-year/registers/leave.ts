import { toRegisterRecord } from '../../../commands/registers/add-records.ts'
import {
  addDays,
  daysBetween,
  localDate,
  yearOf,
  yearSpan,
  type DaySpan,
  type LocalDate,
} from '../../../domain/primitives/local-date.ts'
import { quantity } from '../../../domain/primitives/quantity.ts'
import { firstWorkingDayFrom } from '../../../domain/primitives/working-calendar.ts'
import { approvalWay } from '../../../domain/registers/leave/approvers.ts'
import type { LeaveKind } from '../../../domain/registers/leave/leave-kinds.ts'
import { leaveBodySchema, leaveDays, leaveDefinition } from '../../../domain/registers/leave/leave-record.ts'
import { leaveBalancesName, readLeaveSettings } from '../../../domain/registers/leave/leave-settings.ts'
import { anyRegister } from '../../../domain/registers/register-definition.ts'
import type { RegisterRecord } from '../../../domain/registers/register-record.ts'
import type { Assignment } from '../../../domain/roster/assignment.ts'
import type { FillSampleRegister, SampleRegisterPorts } from '../registers.ts'

const register = anyRegister(leaveDefinition)
const settings = readLeaveSettings(null)
/** Seniority leave by years of service: 5, 10 or 15 days. */
const usualDays = [500, 1000, 1500, 1000, 500]

type Taken = {
  readonly person: Assignment
  readonly kind: LeaveKind
  readonly days: DaySpan
  readonly reason: string
  readonly begins?: 'noon'
  readonly state?: 'asked' | 'approved' | 'registered' | 'returned'
}

const reasons: readonly (readonly [LeaveKind, number, string])[] = [
  ['seniority', 3, '休年假'],
  ['sick', 2, '感冒发烧就医'],
  ['personal', 1, '送孩子上学报到'],
  ['official', 2, '到区里参加业务培训'],
  ['care', 3, '照顾住院的老人'],
  ['personal', 1, '家里有事'],
]

/** 请假 of the sample: the year's, those the ledger speaks of, and what waits these days. */
export const fillLeave: FillSampleRegister = async (ports) => {
  const { stores, year, roster, today, act } = ports
  const over = ports.entries.filter(({ clause, state }) => clause.includes('事假') && state !== 'reversed')
  const overPeople = new Set(over.map(({ staffNumber }) => staffNumber))
  const people = roster.filter(({ post, to }) => post === '工作人员' && to === null)
  const numbers = [...new Set(roster.map(({ staffNumber }) => staffNumber))]
  const granted = Object.fromEntries(
    numbers.map((staffNumber, index) => [
      staffNumber,
      overPeople.has(staffNumber) ? 500 : (usualDays[index % usualDays.length] ?? 500),
    ]),
  )
  const { at, by } = act(localDate(`${String(year)}-01-06`), 9, '丁岚')
  const years = Object.fromEntries([...new Set([year, yearOf(today)])].map((one) => [String(one), granted]))
  await stores.registerSettings.write(leaveBalancesName, years, { at, by })
  const taken = [
    ...over.flatMap(({ staffNumber, occurredOn }) => overOn(ports, staffNumber, occurredOn)),
    ...people
      .filter(({ staffNumber }) => !overPeople.has(staffNumber))
      .flatMap((one, index) => ofYear(ports, one, index)),
    ...theseDays(ports, people),
  ]
  const records = taken.map((one) => recordOf(ports, one))
  await stores.records.add(records.filter(isFirst))
}

/** All seniority leave taken weeks before, so that the day the ledger names is over. */
function overOn(ports: SampleRegisterPorts, staffNumber: string, on: LocalDate): readonly Taken[] {
  const person = ports.roster.find((one) => one.staffNumber === staffNumber)
  if (person === undefined) return []
  const weeksBefore = firstWorkingDayFrom(addDays(on, -32), ports.calendar)
  const days = workingDays(ports, weeksBefore, 5)
  return [
    { person, kind: 'seniority', days, reason: '休年假' },
    { person, kind: 'personal', days: { first: on, last: on }, reason: '家里有事，工龄假已休完' },
  ]
}

/** One or two leaves somewhere in the year, on days of which the ledger says nothing of the person. */
function ofYear(ports: SampleRegisterPorts, person: Assignment, index: number): readonly Taken[] {
  const { first, last } = yearSpan(ports.year)
  const length = daysBetween(first, last) - 30
  return [index * 37 + 20, ...(index % 3 === 0 ? [index * 53 + 150] : [])].flatMap((offset, place) => {
    const [kind, count, reason] = reasons[(index + place * 2) % reasons.length] ?? ['sick', 1, '就医']
    const start = firstWorkingDayFrom(addDays(first, offset % length), ports.calendar)
    const days = workingDays(ports, start, count)
    const isNamed = ports.entries.some(
      ({ staffNumber, occurredOn }) =>
        staffNumber === person.staffNumber && days.first <= occurredOn && occurredOn <= days.last,
    )
    return isNamed ? [] : [{ person, kind, days, reason }]
  })
}

/** Who is away today, who has asked, who should be back by now. */
function theseDays({ today, calendar }: SampleRegisterPorts, people: readonly Assignment[]): readonly Taken[] {
  const from = (days: number) => firstWorkingDayFrom(addDays(today, days), calendar)
  const one = (place: number, taken: Omit<Taken, 'person' | 'days'>, first: LocalDate, last = first): Taken[] => {
    const person = people.at(place)
    return person === undefined ? [] : [{ person, days: { first, last }, ...taken }]
  }
  return [
    ...one(6, { kind: 'sick', reason: '术后复查', state: 'registered' }, addDays(today, -1), addDays(today, 2)),
    ...one(11, { kind: 'official', reason: '参加区里的培训班', state: 'approved' }, today, addDays(today, 1)),
    ...one(20, { kind: 'personal', reason: '家里老人就诊', state: 'asked' }, from(2)),
    ...one(27, { kind: 'personal', reason: '送孩子开学', begins: 'noon', state: 'asked' }, from(3)),
    ...one(33, { kind: 'seniority', reason: '休年假', state: 'registered' }, from(-14), from(-10)),
    // Whom a visitor looks at as staff.
    ...one(
      people.findIndex(({ staffNumber }) => staffNumber === '030'),
      { kind: 'sick', reason: '感冒发烧就医' },
      from(-40),
    ),
  ]
}

function workingDays({ calendar }: SampleRegisterPorts, first: LocalDate, count: number): DaySpan {
  let last = first
  for (let left = count - 1; left > 0; left -= 1) last = firstWorkingDayFrom(addDays(last, 1), calendar)
  return { first, last }
}

function recordOf(ports: SampleRegisterPorts, taken: Taken): RegisterRecord {
  const { person, kind, days, reason, begins, state = 'returned' } = taken
  const asked = firstWorkingDayFrom(addDays(days.first, -3), ports.calendar)
  const on = asked < ports.today ? asked : addDays(ports.today, -1)
  const plain = leaveBodySchema.parse({ kind, reason, begins: begins ?? null, source: 'asked', askedOn: on })
  const amount = leaveDays({ days, body: plain }, ports.calendar)
  const isAway = () => false
  const way = approvalWay(person, quantity(amount), { today: on, roster: ports.roster, isAway, settings })
  const [approver] = way.kind === 'approved' ? way.approvers : []
  const decision =
    state === 'asked' || approver === undefined
      ? null
      : {
          outcome: 'approved' as const,
          on,
          staffNumber: approver.staffNumber,
          name: approver.name,
          onBehalfOf: approver.onBehalfOf?.name ?? null,
          reason: '',
        }
  const isKept = state === 'registered' || state === 'returned'
  const back = { on: firstWorkingDayFrom(addDays(days.last, 1), ports.calendar), at: 'morning' }
  const body = { ...plain, decision, registeredOn: isKept ? on : null, back: state === 'returned' ? back : null }
  const content = { staffNumber: person.staffNumber, office: null, days, body }
  return { ...toRegisterRecord(register, content, ports.act(on, 9, person.name)), state }
}

/** A day is asked for once. */
function isFirst(record: RegisterRecord, place: number, all: readonly RegisterRecord[]): boolean {
  return !all
    .slice(0, place)
    .some(
      ({ staffNumber, days }) =>
        staffNumber === record.staffNumber && days.first <= record.days.last && record.days.first <= days.last,
    )
}
