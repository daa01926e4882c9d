import type { LocalDate } from '../../domain/primitives/local-date.ts'
import type { WorkingCalendar } from '../../domain/primitives/working-calendar.ts'
import type { ObjectOfAction } from '../permit.ts'
import type { Action } from '../policy-table.ts'
import type { Role } from '../roles.ts'

/** What may wait for a hand in the year of an appraisal. */
export const dueKinds = [
  'entries-unconfirmed',
  'proposals-open',
  'adoption-open',
  'adoption-rejected',
  'annual-result-open',
  'annual-result-rejected',
  'pay-list-open',
  'pay-list-rejected',
  'draft-open',
  'corrections-open',
  'complaints-received',
  'complaints-verifying',
  'month-open',
  'quarter-open',
  'annual-result-due',
  'pay-list-due',
  'round-not-opened',
  'round-not-ended',
  'objection-answer',
  'objection-cure',
  'review-ask',
  'review-decide',
  'discretion-decide',
  'discretion-enter',
  'notice-running',
  'notice-ended',
  'entries-to-sign',
  'objection-ending',
  'leave-to-decide',
  'leave-to-register',
  'leave-return-due',
  'duty-next',
  'duty-swap',
  'gathering-called',
  'roll-open',
  'study-to-check',
  'task-to-hand-in',
  'task-to-judge',
  'holidays-unknown',
  'deliveries-failed',
] as const
export type DueKind = (typeof dueKinds)[number]

/** One thing that waits; several of a kind may be told as one. */
export type Matter = {
  readonly kind: DueKind
  /** Who may do this is who has to. */
  readonly action: Action
  readonly object: ObjectOfAction
  /** Stay out of it for a reason of its own: user names. */
  readonly recused?: readonly string[]
  /** Stay out of it, since it is about them too: 工号. */
  readonly notFor?: readonly string[]
  /** Also of who began it, by his user name, while he may begin such things: a deputy judges what he assigned. */
  readonly begunBy?: { readonly by: string; readonly action: Action }
  /** Of these alone, whatever others may do it: 工号. */
  readonly onlyFor?: readonly string[]
  /** What it is, among others of its kind: an id, a month. */
  readonly subject: string
  /** What to call it: 2026-03, 第3号; null: nothing to tell. */
  readonly about: string | null
  /** The day it arose. */
  readonly since: LocalDate
  /** The last day, whole; null: no term is set. */
  readonly dueOn: LocalDate | null
  /** The page where it is done. */
  readonly path: string
  /** Where those above may look, when that page is not open to them. */
  readonly lookAt?: string
}

/** How a kind is told. */
export type DueRule = {
  /** One line for all of them, with their number. */
  readonly isGrouped: boolean
  /** Only of him whom it is about, however far his roles reach. */
  readonly isPersonal: boolean
  /** Who hears of it besides when it is late by more than so many working days; null: nobody. */
  readonly escalation: { readonly to: readonly Role[]; readonly afterWorkingDays: number } | null
}

const one: DueRule = { isGrouped: false, isPersonal: false, escalation: null }
const many: DueRule = { ...one, isGrouped: true }
const own: DueRule = { ...one, isPersonal: true }
const toLeadingGroup = { to: ['leadingGroup'], afterWorkingDays: 5 } as const
const toLeaders = { to: ['principal'], afterWorkingDays: 5 } as const

export const dueRules: Readonly<Record<DueKind, DueRule>> = {
  'entries-unconfirmed': { ...many, escalation: toLeadingGroup },
  'proposals-open': { ...many, escalation: toLeadingGroup },
  'adoption-open': { ...one, escalation: toLeaders },
  'adoption-rejected': one,
  'annual-result-open': { ...one, escalation: toLeaders },
  'annual-result-rejected': one,
  'pay-list-open': { ...one, escalation: toLeaders },
  'pay-list-rejected': one,
  'draft-open': one,
  // What somebody wants put right about himself is read by the office alone.
  'corrections-open': many,
  // Nobody else is told that there is one.
  'complaints-received': many,
  'complaints-verifying': many,
  'month-open': { ...many, escalation: toLeadingGroup },
  'quarter-open': { ...many, escalation: toLeadingGroup },
  'annual-result-due': { ...one, escalation: toLeadingGroup },
  'pay-list-due': { ...one, escalation: toLeadingGroup },
  'round-not-opened': one,
  'round-not-ended': { ...one, escalation: toLeadingGroup },
  // SPEC §5: the office's lateness is escalated, never closes it; 纪检 sees to the process.
  'objection-answer': { ...one, escalation: { to: ['leadingGroup', 'discipline'], afterWorkingDays: 0 } },
  'objection-cure': { ...one, escalation: toLeadingGroup },
  'review-ask': own,
  'review-decide': { ...one, escalation: { to: ['principal', 'discipline'], afterWorkingDays: 0 } },
  'discretion-decide': { ...many, escalation: toLeaders },
  'discretion-enter': many,
  'notice-running': one,
  'notice-ended': { ...one, escalation: toLeadingGroup },
  'entries-to-sign': { ...many, isPersonal: true },
  'objection-ending': { ...many, isPersonal: true },
  'leave-to-decide': { ...many, isPersonal: true },
  'leave-to-register': many,
  'leave-return-due': { ...own, escalation: { to: ['office'], afterWorkingDays: 0 } },
  'duty-next': { ...many, isPersonal: true },
  'duty-swap': { ...many, isPersonal: true },
  'gathering-called': { ...many, isPersonal: true },
  'roll-open': many,
  'study-to-check': many,
  'task-to-hand-in': { ...many, isPersonal: true },
  'task-to-judge': many,
  'holidays-unknown': one,
  'deliveries-failed': many,
}

/** The day something is looked at, and the town's working days. */
export type DueDay = { readonly today: LocalDate; readonly calendar: WorkingCalendar }

/** Nobody in particular. */
export const noPerson: ObjectOfAction = { about: null }
