import { groupBy } from '../../domain/primitives/group-by.ts'
import type { LocalDate } from '../../domain/primitives/local-date.ts'
import { assert } from '../../domain/primitives/result.ts'
import { workingDaysBetween } from '../../domain/primitives/working-calendar.ts'
import { findBar, reachOf, type Subject } from '../permit.ts'
import type { Role } from '../roles.ts'
import { dueRules, type DueDay, type DueKind, type Matter } from './matter.ts'

/** A line of somebody's list: what waits for him, or is late with others and told to him. */
export type Due = {
  /** Of the kind, and of what it is about where each stands alone. */
  readonly key: string
  readonly kind: DueKind
  readonly count: number
  /** Of the first that is due: 2026-03, 第3号; null: nothing to tell. */
  readonly about: string | null
  /** Of the latest of them. */
  readonly since: LocalDate
  /** Of the first that is due; null: no term is set. */
  readonly dueOn: LocalDate | null
  /** Working days after today up to and including the last day; below 0: so many working days late. */
  readonly daysLeft: number | null
  readonly isOverdue: boolean
  /** It is others who have to do it, and they are late. */
  readonly isEscalated: boolean
  readonly path: string
}

/**
 * What waits for somebody: what his roles may do, himself not barred from it, of his own person where it is personal;
 * and what others are late with. Overdue first, then by last days; what has no term comes last. Days are counted in
 * working days of the town; the last day itself is not overdue.
 */
export function dueOf(matters: readonly Matter[], subject: Subject, day: DueDay): readonly Due[] {
  const told = matters.flatMap((matter) => {
    const way = wayTo(matter, subject, day)
    return way === null ? [] : [{ matter, isEscalated: way === 'escalated' }]
  })
  const lines = groupBy(told, ({ matter, isEscalated }) => `${lineKey(matter)}${isEscalated ? ' escalated' : ''}`)
  return [...lines.values()]
    .map((line) => toDue(line, day))
    .toSorted((left, right) => compareText(sortKey(left), sortKey(right)))
}

/** The list of a role, as a group's robot hears it: of nobody in particular. */
export function subjectOfRole(role: Role): Subject {
  return { by: '', roles: [role], staffNumber: null, ownOffices: [], inChargeOf: [] }
}

function wayTo(matter: Matter, subject: Subject, day: DueDay): 'own' | 'escalated' | null {
  const rule = dueRules[matter.kind]
  if (isOnes(matter, subject, rule.isPersonal)) return 'own'
  if (rule.escalation === null || matter.dueOn === null) return null
  const late = -workingDaysBetween(day.today, matter.dueOn, day.calendar)
  const isTold = day.today > matter.dueOn && late > rule.escalation.afterWorkingDays
  // Late from its first working day on; a weekend after the last day does not count.
  return isTold && rule.escalation.to.some((role) => subject.roles.includes(role)) ? 'escalated' : null
}

function isOnes(matter: Matter, subject: Subject, isPersonal: boolean): boolean {
  if (matter.onlyFor === undefined) {
    if (isPersonal && matter.object.about !== subject.staffNumber) return false
  } else if (subject.staffNumber === null || !matter.onlyFor.includes(subject.staffNumber)) return false
  const action = actionOf(matter, subject)
  if (action === null) return false
  if (subject.staffNumber !== null && matter.notFor?.includes(subject.staffNumber) === true) return false
  if (matter.recused?.includes(subject.by) === true) return false
  return findBar(subject, action, matter.object) === null
}

/** By which action the matter is somebody's; null: it is not. */
function actionOf({ action, begunBy }: Matter, subject: Subject): Matter['action'] | null {
  if (reachOf(subject, action) !== null) return action
  if (begunBy === undefined || begunBy.by !== subject.by) return null
  return reachOf(subject, begunBy.action) === null ? null : begunBy.action
}

function lineKey({ kind, subject }: Matter): string {
  return dueRules[kind].isGrouped ? kind : `${kind}:${subject}`
}

type Told = { readonly matter: Matter; readonly isEscalated: boolean }

function toDue(line: readonly Told[], { today, calendar }: DueDay): Due {
  const matters = line
    .map(({ matter }) => matter)
    .toSorted((left, right) => compareText(dayOf(left), dayOf(right)))
  const [first] = matters
  assert(first !== undefined, 'a line stands for something')
  const isEscalated = line.some((told) => told.isEscalated)
  const { dueOn } = first
  return {
    key: lineKey(first),
    kind: first.kind,
    count: matters.length,
    about: first.about,
    since: matters.reduce((latest, { since }) => (since > latest ? since : latest), first.since),
    dueOn,
    // Adding nothing makes 0 of −0: a weekend after the last day.
    daysLeft: dueOn === null ? null : workingDaysBetween(today, dueOn, calendar) + 0,
    isOverdue: dueOn !== null && today > dueOn,
    isEscalated,
    path: isEscalated ? (first.lookAt ?? first.path) : first.path,
  }
}

/** After every day of the calendar. */
const noDay = '9999-99-99'
const dayOf = ({ dueOn, since }: Matter) => `${dueOn ?? noDay} ${since}`
const sortKey = ({ isOverdue, dueOn, since, key }: Due) =>
  `${isOverdue ? '0' : '1'} ${dueOn ?? noDay} ${since} ${key}`

function compareText(left: string, right: string): number {
  return left < right ? -1 : left > right ? 1 : 0
}

/** Which time something is told: as its last day comes near, when it is late, and to those above. */
export type ReminderStage = 'due' | 'overdue' | 'escalated'

/** Reminded of so many working days before the last day. */
const soonWorkingDays = 2

/** At which stage a line is told by reminders; null: not yet. What has no term is told as soon as it is there. */
export function stageOf({ isEscalated, isOverdue, daysLeft }: Due): ReminderStage | null {
  if (isEscalated) return 'escalated'
  if (isOverdue) return 'overdue'
  return daysLeft === null || daysLeft <= soonWorkingDays ? 'due' : null
}

/**
 * What a reminder is told by, once: whom, what, which last day (or from when, without one) and at which stage. Another
 * entry of the same kind with the same last day is the same reminder.
 */
export function reminderKey(due: Due, stage: ReminderStage, audience: string): string {
  return [audience, due.key, due.dueOn ?? `since ${due.since}`, stage].join('|')
}
