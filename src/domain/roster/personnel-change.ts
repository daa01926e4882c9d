import type { LocalDate } from '../primitives/local-date.ts'
import type { Post } from '../scheme/scheme.ts'
import type { Absence, AbsenceKind } from './absence.ts'
import type { Assignment, Employment } from './assignment.ts'
import type { HistoryEvent } from './person-history.ts'
import type { RosterProblem } from './roster-problem.ts'

/** Where a person stands: what a row of the roster says besides its days. */
export type Place = Pick<Assignment, 'office' | 'post' | 'inChargeOf' | 'employment'>

/** What a move changes; what it does not name stays as it was. */
export type NewPlace = {
  readonly office?: string
  readonly post?: Post
  readonly inChargeOf?: readonly string[]
  readonly employment?: Employment | null
}

/**
 * One change of one person. 入职 and 调动 take effect on their day, 离岗 names the last day on the roster, 借调 and 长假
 * the first day away (and the last, where it is known), 返岗 the first day back. A mistaken change is never taken out of
 * the record: 更正 gives one of its days another date, 取消 says that it did not happen.
 */
export type PersonnelChange =
  | { readonly kind: 'join'; readonly on: LocalDate; readonly name: string; readonly place: Place }
  | { readonly kind: 'move'; readonly on: LocalDate; readonly place: NewPlace }
  | { readonly kind: 'leave'; readonly on: LocalDate }
  | {
      readonly kind: AbsenceKind
      readonly on: LocalDate
      readonly to: LocalDate | null
      readonly note: string
    }
  | { readonly kind: 'return'; readonly on: LocalDate }
  | { readonly kind: 'correct'; readonly event: HistoryEvent; readonly on: LocalDate }
  | { readonly kind: 'cancel'; readonly event: HistoryEvent }

/** What the roster knows of one person; rows and absences in order of days. */
export type PersonRecord = {
  readonly staffNumber: string
  readonly name: string
  readonly assignments: readonly Assignment[]
  readonly absences: readonly Absence[]
}

/** Why a change does not fit what is known of the person: facts only. */
export type ChangeRefusal =
  | { readonly code: 'person-unknown'; readonly staffNumber: string }
  | { readonly code: 'name-differs'; readonly written: string; readonly known: string }
  | { readonly code: 'name-missing' }
  /** Of who brings the change: another has to. */
  | { readonly code: 'about-oneself' }
  /** 入职 of somebody who is there already; null: from before anything is known. */
  | { readonly code: 'on-roster-already'; readonly on: LocalDate; readonly since: LocalDate | null }
  | { readonly code: 'before-joining'; readonly on: LocalDate; readonly first: LocalDate }
  | { readonly code: 'after-leaving'; readonly on: LocalDate; readonly last: LocalDate }
  | { readonly code: 'never-on-roster'; readonly on: LocalDate }
  /** A stay that begins after the day stands in the way. */
  | { readonly code: 'later-stay'; readonly from: LocalDate; readonly office: string }
  | { readonly code: 'absence-overlap'; readonly absence: Absence }
  | { readonly code: 'absence-reversed'; readonly from: LocalDate; readonly to: LocalDate }
  | { readonly code: 'not-away'; readonly on: LocalDate }
  | { readonly code: 'back-on-first-day'; readonly absence: Absence }
  | { readonly code: 'event-unknown'; readonly event: HistoryEvent }
  /** The corrected day would leave a stay or an absence without a day, or over the next one's. */
  | { readonly code: 'no-room'; readonly after: LocalDate | null; readonly before: LocalDate | null }
  /** Leaders in charge of each other's offices, in order; the last leads the first. */
  | { readonly code: 'in-charge-circle'; readonly names: readonly string[] }
  | { readonly code: 'row-refused'; readonly column: 'office' | 'inChargeOf'; readonly problem: RosterProblem }
