import type { DaySpan, LocalDate } from '../primitives/local-date.ts'
import type { WorkingCalendar } from '../primitives/working-calendar.ts'
import type { Assignment } from '../roster/assignment.ts'
import type { Scheme } from '../scheme/scheme.ts'
import type { Observation } from './observation.ts'
import type { RegisterRecord } from './register-record.ts'
import type { RegisterId } from './register.ts'

/** All that a register may ask besides its own records, to say what they show. */
export type RegisterFacts = {
  /** What happens later than this has not happened: no observation of a later day. */
  readonly today: LocalDate
  /** This moment, for limits in hours; of today. */
  readonly at: Date
  /** The days asked about, after `readOver`; observations of other days are left out. */
  readonly days: DaySpan
  /** Every dated row of everyone, with absences (secondment, long leave). */
  readonly roster: readonly Assignment[]
  /** The 工号 itself for one nobody has. */
  readonly nameOf: (staffNumber: string) => string
  readonly calendar: WorkingCalendar
  /** What the town has set under the name, of the reader's own shape; null: never set. Only names in `settings`. */
  readonly setting: (name: string) => unknown
  /** Records of another register that touch the days, without those withdrawn. Only registers in `alsoReads`. */
  readonly recordsOf: (register: RegisterId) => readonly RegisterRecord[]
  /** The scheme in force that day; null before the first. */
  readonly schemeOn: (day: LocalDate) => Scheme | null
}

/**
 * How one register is read (SPEC §6): pure, so that reading again says the same. What is observed is of days within
 * `facts.days`, of no day after today, each fact once under its own key.
 */
export type RegisterObserver = {
  readonly register: RegisterId
  /** Other registers it looks at: who is on leave is not absent. When one of them changes, this one is read again. */
  readonly alsoReads: readonly RegisterId[]
  /**
   * Whether a record shows something of its own person alone, and the records it looks at do: then of somebody's facts
   * only his own records are read.
   */
  readonly isOfOnePerson: boolean
  /** Names of the settings it looks at. */
  readonly settings: readonly string[]
  /** The days that have to be read together, where a line changes what others show: a year for a balance. */
  readonly readOver: (days: DaySpan) => DaySpan
  /** `records`: the register's own that touch the days, by first day, without those withdrawn. */
  readonly observe: (records: readonly RegisterRecord[], facts: RegisterFacts) => readonly Observation[]
}

/** `readOver` of a register whose lines speak for themselves. */
export function theSameDays(days: DaySpan): DaySpan {
  return days
}
