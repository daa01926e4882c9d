import { groupBy } from '../../primitives/group-by.ts'
import { addDays, isWithin, windowAround, yearOf, type LocalDate } from '../../primitives/local-date.ts'
import { quantity, type Quantity } from '../../primitives/quantity.ts'
import type { Observation } from '../observation.ts'
import type { RegisterFacts, RegisterObserver } from '../register-facts.ts'
import { isGranted, toLeave, leaveDaysWords, usedHalves, type LeaveRecord } from './leave-record.ts'
import {
  balanceGranted,
  leaveBalancesName,
  leaveSettingsName,
  readLeaveBalances,
  readLeaveSettings,
} from './leave-settings.ts'
import { overstayedHalves } from './leave-steps.ts'
import { shareHalves, halfAt } from './half-days.ts'
import { seniorityBalance } from './seniority-balance.ts'

/** Days that are read on either side of a year's end. */
const mostOverstayed = 31

/**
 * What leave shows: each day of personal leave over the seniority balance of its year, and each working day somebody
 * stayed away after the leave had ended (SPEC §6); a person and day is one fact.
 */
export const leaveObserver: RegisterObserver = {
  register: 'leave',
  alsoReads: [],
  isOfOnePerson: true,
  settings: [leaveSettingsName, leaveBalancesName],
  // A balance is the year's: a day in March decides whether one in November is over. Who overstays may do so into the next.
  readOver: ({ first, last }) => ({
    first: windowAround(addDays(first, -mostOverstayed), 'year').first,
    last: windowAround(addDays(last, mostOverstayed), 'year').last,
  }),
  observe: (records, facts) => {
    const granted = records.map(toLeave).filter(isGranted)
    const seen = [...personalOver(granted, facts), ...overstayed(granted, facts)]
    return seen.filter(({ occurredOn }) => occurredOn <= facts.today && isWithin(occurredOn, facts.days))
  },
}

function personalOver(records: readonly LeaveRecord[], facts: RegisterFacts): readonly Observation[] {
  const settings = readLeaveSettings(facts.setting(leaveSettingsName))
  const balances = readLeaveBalances(facts.setting(leaveBalancesName))
  const years: number[] = []
  for (let year = yearOf(facts.days.first); year <= yearOf(facts.days.last); year += 1) years.push(year)
  return [...groupBy(records, ({ staffNumber }) => staffNumber ?? '')].flatMap(([staffNumber, own]) =>
    years.flatMap((year) => {
      const granted = balanceGranted(balances, settings, { staffNumber, year })
      const balance = seniorityBalance(own, { year, granted, calendar: facts.calendar })
      return balance.daysOver.map(({ day, amount }) =>
        observation({
          kind: 'personal-leave-over',
          staffNumber,
          day,
          amount,
          words: `${String(year)}年工龄假${leaveDaysWords(balance.granted ?? quantity(0))}，已休${leaveDaysWords(balance.taken)}、抵事假${leaveDaysWords(balance.setOff)}；当日事假${leaveDaysWords(amount)}超出。`,
          recordIds: idsOn(own, day),
        }),
      )
    }),
  )
}

function overstayed(records: readonly LeaveRecord[], facts: RegisterFacts): readonly Observation[] {
  const byPerson = groupBy(records, ({ staffNumber }) => staffNumber ?? '')
  return [...byPerson].flatMap(([staffNumber, own]) => {
    const halves = new Map<string, { readonly day: LocalDate; readonly record: LeaveRecord }>()
    for (const record of own)
      for (const { day, half } of overstayedHalves(record, facts.calendar)) {
        // Granted by another leave, afterwards.
        const from = halfAt(day, half === 'morning' ? 'morning' : 'noon')
        const isExcused = own.some((other) => shareHalves(usedHalves(other), { from, until: from + 1 }))
        if (!isExcused) halves.set(`${day} ${half}`, { day, record })
      }
    return [...groupBy([...halves.values()], ({ day }) => day)].flatMap(([day, some]) => {
      const record = some[0]?.record
      const back = record?.body.back
      if (record === undefined || back === null || back === undefined) return []
      const amount = quantity(some.length * 50)
      return [
        observation({
          kind: 'overstayed-leave',
          staffNumber,
          day,
          amount,
          words: `假期至${record.days.last}止，${back.on}${back.at === 'noon' ? '下午' : ''}才销假；当日${leaveDaysWords(amount)}未到岗。`,
          recordIds: [record.id],
        }),
      ]
    })
  })
}

function idsOn(records: readonly LeaveRecord[], day: LocalDate): readonly string[] {
  const span = { from: halfAt(day, 'morning'), until: halfAt(day, 'evening') }
  return records
    .filter((record) => record.body.kind === 'personal' && shareHalves(usedHalves(record), span))
    .map(({ id }) => id)
}

type Seen = {
  readonly kind: 'personal-leave-over' | 'overstayed-leave'
  readonly staffNumber: string
  readonly day: LocalDate
  readonly amount: Quantity
  readonly words: string
  readonly recordIds: readonly string[]
}

function observation({ kind, staffNumber, day, amount, words, recordIds }: Seen): Observation {
  return {
    register: 'leave',
    kind,
    factKey: `${kind}/${staffNumber}/${day}`,
    staffNumber,
    occurredOn: day,
    quantity: amount,
    level: null,
    variant: null,
    matter: null,
    place: null,
    words,
    recordIds,
  }
}
