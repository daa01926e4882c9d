import { monthsOfYear, spanOfMonth } from '../../domain/ledger/month-close.ts'
import {
  addDays,
  dayNumber,
  daysOf,
  windowAround,
  yearOf,
  yearSpan,
  type DaySpan,
  type LocalDate,
} from '../../domain/primitives/local-date.ts'
import { lastDayWithin, type DayCount } from '../../domain/primitives/working-calendar.ts'
import { noPerson, type DueDay, type Matter } from './matter.ts'

/** How far the clock of the year has gone in a town. */
export type PeriodFacts = {
  /** The first version was adopted then: what ended before is nobody's arrear. null: none is. */
  readonly inUseSince: LocalDate | null
  /** 周督查, 月考核, 季通报, 年终综合评定: as the scheme in force names its steps; empty: it names none. */
  readonly cadence: readonly string[]
  /** 2026-03, … */
  readonly closedMonths: ReadonlySet<string>
  /** 2026-Q1, …: published, in notice or final. */
  readonly publishedQuarters: ReadonlySet<string>
  /** By year: from when its result, and its pay list, are final; what is being decided on waits elsewhere. */
  readonly resultsOn: ReadonlyMap<number, LocalDate | 'open'>
  readonly payListsOn: ReadonlyMap<number, LocalDate | 'open'>
  readonly rounds: readonly RoundFacts[]
}

export type RoundFacts = {
  readonly id: string
  readonly title: string
  readonly fromOn: LocalDate
  readonly toOn: LocalDate
  readonly isEnded: boolean
}

/** Suggested by this system where the regulation says nothing of it. */
const closeWithin: DayCount = { days: 5, kind: 'working' }
const quarterWithin: DayCount = { days: 10, kind: 'working' }
const resultWithin: DayCount = { days: 20, kind: 'working' }
const payListWithin: DayCount = { days: 10, kind: 'working' }

/** Of last year and this one: the months to close, the quarters to publish, the result and the pay list, the rounds. */
export function periodMatters(facts: PeriodFacts, day: DueDay): readonly Matter[] {
  const { inUseSince } = facts
  if (inUseSince === null) return []
  const ended = (span: DaySpan) => span.last < day.today && span.last >= inUseSince
  const year = yearOf(day.today)
  return [
    ...[year - 1, year].flatMap((one) => monthMatters(one, facts, day, ended)),
    ...[year - 1, year].flatMap((one) => quarterMatters(one, facts, day, ended)),
    ...resultMatters(year - 1, facts, day, ended),
    ...roundMatters(facts, day),
  ]
}

type Ended = (span: DaySpan) => boolean

function monthMatters(year: number, facts: PeriodFacts, { calendar }: DueDay, ended: Ended): readonly Matter[] {
  if (!isHeld(facts, '月')) return []
  return monthsOfYear(year)
    .filter((month) => ended(spanOfMonth(month)) && !facts.closedMonths.has(month))
    .map((month) => ({
      kind: 'month-open',
      action: 'period.close',
      object: noPerson,
      subject: month,
      about: month,
      since: addDays(spanOfMonth(month).last, 1),
      dueOn: lastDayWithin(spanOfMonth(month).last, closeWithin, calendar),
      path: `/months?year=${String(year)}`,
    }))
}

function quarterMatters(year: number, facts: PeriodFacts, { calendar }: DueDay, ended: Ended): readonly Matter[] {
  if (!isHeld(facts, '季')) return []
  return [1, 2, 3, 4].flatMap((quarter): readonly Matter[] => {
    const period = `${String(year)}-Q${String(quarter)}`
    const lastMonth = monthsOfYear(year)[quarter * 3 - 1] ?? ''
    const span = windowAround(spanOfMonth(lastMonth).last, 'quarter')
    if (!ended(span) || facts.publishedQuarters.has(period)) return []
    return [
      {
        kind: 'quarter-open',
        action: 'bulletin.publish',
        object: noPerson,
        subject: period,
        about: period,
        since: addDays(span.last, 1),
        dueOn: lastDayWithin(span.last, quarterWithin, calendar),
        path: '/bulletins',
      },
    ]
  })
}

function resultMatters(
  year: number,
  { resultsOn, payListsOn }: PeriodFacts,
  { calendar }: DueDay,
  ended: Ended,
): readonly Matter[] {
  const { last } = yearSpan(year)
  if (!ended(yearSpan(year))) return []
  const common = {
    action: 'result.propose',
    object: noPerson,
    subject: String(year),
    about: String(year),
  } as const
  const resultOn = resultsOn.get(year)
  if (resultOn === undefined)
    return [
      {
        ...common,
        kind: 'annual-result-due',
        since: addDays(last, 1),
        dueOn: lastDayWithin(last, resultWithin, calendar),
        path: `/results/final?year=${String(year)}`,
      },
    ]
  if (resultOn === 'open' || payListsOn.has(year)) return []
  return [
    {
      ...common,
      kind: 'pay-list-due',
      since: resultOn,
      dueOn: lastDayWithin(resultOn, payListWithin, calendar),
      path: `/results/final?show=pay&year=${String(year)}`,
    },
  ]
}

/** 周督查: opened within its week where the scheme has it weekly; what has been opened ends with its days. */
function roundMatters(facts: PeriodFacts, { today, calendar }: DueDay): readonly Matter[] {
  const running = facts.rounds
    .filter(({ isEnded, fromOn }) => !isEnded && fromOn <= today)
    .map(({ id, title, fromOn, toOn }): Matter => ({
      kind: 'round-not-ended',
      action: 'inspection.end',
      object: noPerson,
      subject: id,
      about: title,
      since: fromOn,
      dueOn: toOn,
      path: `/inspections/${id}`,
    }))
  const week = weekAround(today)
  const workdays = daysOf(week).filter((one) => calendar.isWorkingDay(one))
  const isOpened = facts.rounds.some(({ fromOn, toOn }) => fromOn <= week.last && toOn >= week.first)
  const last = workdays.at(-1)
  if (!facts.cadence.some((step) => step.includes('周')) || isOpened || last === undefined || last < today)
    return running
  return [
    ...running,
    {
      kind: 'round-not-opened',
      action: 'inspection.open',
      object: noPerson,
      subject: week.first,
      about: null,
      since: week.first,
      dueOn: last,
      path: '/inspections',
    },
  ]
}

/** A scheme that names its steps has those; one that names none has the usual ones. */
function isHeld({ cadence }: PeriodFacts, word: string): boolean {
  return cadence.length === 0 || cadence.some((step) => step.includes(word))
}

/** Monday to Sunday. */
function weekAround(day: LocalDate): DaySpan {
  // 1970-01-01 was a Thursday.
  const first = addDays(day, -((dayNumber(day) + 3) % 7))
  return { first, last: addDays(first, 6) }
}
