import { addDays, isWithin, townDay, townMoment, type LocalDate } from '../../primitives/local-date.ts'
import { oneUnit, quantity, type Quantity } from '../../primitives/quantity.ts'
import type { Observation } from '../observation.ts'
import type { RegisterFacts, RegisterObserver } from '../register-facts.ts'
import { dutyWindows, isOverdue, minutesLate, momentOfHanding, standingHanding } from './task-progress.ts'
import { reportDueAt, reportedAt, responsibleFor, shortDay, toTask, type TaskRecord } from './task-record.ts'
import { deadlineWords } from './task-steps.ts'

/** An incident's hours end so many days after it at the most. */
const mostDays = 11

/**
 * What the tasks show, of each who answers for one: not done when its deadline had passed (once a task, on the
 * deadline's day); pieces missing in a window that has ended (on its last day); reported later than its hours (on the day
 * they ended). Cancelled, extended or handed in after all, the fact is gone.
 */
export const taskObserver: RegisterObserver = {
  register: 'task',
  alsoReads: [],
  isOfOnePerson: false,
  settings: [],
  readOver: ({ first, last }) => ({ first: addDays(first, -mostDays), last: addDays(last, mostDays) }),
  observe: (records, facts) =>
    records
      .map(toTask)
      .filter(({ state }) => state !== 'cancelled')
      .flatMap((task) => factsOf(task, facts))
      .filter(({ occurredOn }) => occurredOn <= facts.today && isWithin(occurredOn, facts.days)),
}

function factsOf(task: TaskRecord, facts: RegisterFacts): readonly Observation[] {
  if (task.body.kind === 'recurring') return shortWindows(task, facts.today)
  return task.body.kind === 'incident' ? lateReport(task, facts.at) : overdue(task, facts.at)
}

function overdue(task: TaskRecord, at: Date): readonly Observation[] {
  if (!isOverdue(task, at)) return []
  const { days, body, state } = task
  const came = standingHanding(task)
  const how =
    came !== null
      ? `${townMoment(momentOfHanding(came)).slice(0, 10)}才交`
      : state === 'failed'
        ? '交来的评定为不合格'
        : '没有交'
  return everyone(task, {
    kind: 'task-overdue',
    key: '',
    occurredOn: days.last,
    amount: oneUnit,
    variant: null,
    words: `督办“${body.title}”，应于${deadlineWords(task)}完成，${how}。`,
  })
}

function shortWindows(task: TaskRecord, today: LocalDate): readonly Observation[] {
  const { title } = task.body
  return dutyWindows(task, today)
    .filter(({ isEnded, missing }) => isEnded && missing > 0)
    .flatMap(({ span, due, handedIn, missing }) =>
      everyone(task, {
        kind: 'recurring-duty-short',
        key: `/${span.first}`,
        occurredOn: span.last,
        amount: quantity(missing * 100),
        variant: title,
        words: `${title}，${shortDay(span.first)}—${shortDay(span.last)}应${String(due)}期，完成${String(handedIn)}期，少${String(missing)}期。`,
      }),
    )
}

function lateReport(task: TaskRecord, at: Date): readonly Observation[] {
  if (minutesLate(task, at) === 0) return []
  const { days, body } = task
  const due = reportDueAt(task)
  const reported = reportedAt(task)
  const how = reported === null ? '没有上报' : `${townMoment(reported).slice(0, 16)}才上报`
  return everyone(task, {
    kind: 'incident-late',
    key: '',
    occurredOn: townDay(due),
    amount: oneUnit,
    variant: null,
    words: `“${body.title}”${shortDay(days.first)}${body.time ?? ''}发生，应于${townMoment(due).slice(0, 16)}前上报，${how}。`,
  })
}

type Seen = {
  readonly kind: 'task-overdue' | 'recurring-duty-short' | 'incident-late'
  readonly key: string
  readonly occurredOn: LocalDate
  readonly amount: Quantity
  readonly variant: string | null
  readonly words: string
}

function everyone(task: TaskRecord, { kind, key, occurredOn, amount, variant, words }: Seen): Observation[] {
  return responsibleFor(task).map((staffNumber) => ({
    register: 'task',
    kind,
    factKey: `task/${task.id}${key}/${staffNumber}`,
    staffNumber,
    occurredOn,
    quantity: amount,
    level: null,
    variant,
    matter: null,
    place: null,
    words,
    recordIds: [task.id],
  }))
}
