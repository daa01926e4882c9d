import { isWithin, townDay, type LocalDate } from '../../primitives/local-date.ts'
import { accept, refuse, type Result } from '../../primitives/result.ts'
import {
  deadlineOf,
  mostHandings,
  reportedAt,
  responsibleFor,
  shortDay,
  type Handing,
  type TaskBody,
  type TaskRecord,
} from './task-record.ts'

export type TaskStep =
  /** `day`: today; the office may write in an earlier one for what came on paper. */
  | {
      readonly step: 'handed-in'
      readonly id: string
      readonly day: LocalDate
      readonly words: string
      readonly by: string
    }
  /** Of the latest handing that waits, or of the one named. */
  | {
      readonly step: 'passed' | 'failed' | 'returned'
      readonly handingId: string | null
      readonly words: string | null
      /** Sent back after the deadline: by when it is to come again. */
      readonly last: LocalDate | null
      /** 工号 of who judges. */
      readonly judge: string | null
    }
  | { readonly step: 'extended'; readonly last: LocalDate; readonly time: string | null }
  | { readonly step: 'cancelled' }
  | { readonly step: 'reported'; readonly on: LocalDate; readonly time: string }

export type TaskRefusal =
  | { readonly code: 'task-state'; readonly state: string }
  /** The step is of another kind of task. */
  | { readonly code: 'task-step-unfit' }
  | { readonly code: 'task-own' }
  | { readonly code: 'task-nothing-to-judge' }
  | { readonly code: 'task-words-missing' }
  /** Sent back after its deadline without a new one: nobody could be in time. */
  | { readonly code: 'task-new-deadline-missing' }
  | { readonly code: 'task-deadline-not-later'; readonly last: LocalDate }
  | { readonly code: 'task-day-outside'; readonly first: LocalDate; readonly last: LocalDate }
  | { readonly code: 'task-report-ahead' }
  | { readonly code: 'task-report-before' }
  | { readonly code: 'task-handings-full'; readonly most: number }

export type Stepped = Pick<TaskRecord, 'state' | 'body' | 'days'>

/** The task after the step, at a moment; or why it cannot be taken. */
export function takeTaskStep(record: TaskRecord, step: TaskStep, at: Date): Result<Stepped, TaskRefusal> {
  switch (step.step) {
    case 'handed-in':
      return handIn(record, step, at)
    case 'passed':
    case 'failed':
    case 'returned':
      return judge(record, step, at)
    case 'extended': {
      if (record.body.kind !== 'task') return refuse({ code: 'task-step-unfit' })
      if (record.state === 'cancelled' || record.state === 'done')
        return refuse({ code: 'task-state', state: record.state })
      return extend(record, step)
    }
    case 'cancelled':
      return record.state === 'cancelled'
        ? refuse({ code: 'task-state', state: record.state })
        : accept({ ...contentOf(record), state: 'cancelled' })
    case 'reported':
      return report(record, step, at)
  }
}

function handIn(
  record: TaskRecord,
  { id, day, words, by }: Extract<TaskStep, { step: 'handed-in' }>,
  at: Date,
): Result<Stepped, TaskRefusal> {
  const { body, state, days } = record
  if (body.kind === 'incident') return refuse({ code: 'task-step-unfit' })
  if (state !== 'open' && state !== 'handed-in') return refuse({ code: 'task-state', state })
  if (body.handings.length >= mostHandings) return refuse({ code: 'task-handings-full', most: mostHandings })
  const today = townDay(at.getTime())
  const last = body.kind === 'recurring' && days.last < today ? days.last : today
  if (!isWithin(day, { first: days.first, last }))
    return refuse({ code: 'task-day-outside', first: days.first, last })
  const handing: Handing = { id, day, at: at.toISOString(), by, words, judged: null, judgedWords: null }
  return accept({
    days,
    state: body.kind === 'recurring' ? 'open' : 'handed-in',
    body: { ...body, handings: [...body.handings, handing] },
  })
}

function judge(
  record: TaskRecord,
  { step, handingId, words, last, judge: judgedBy }: Extract<TaskStep, { handingId: string | null }>,
  at: Date,
): Result<Stepped, TaskRefusal> {
  const { body, state, days } = record
  if (judgedBy !== null && responsibleFor(record).includes(judgedBy)) return refuse({ code: 'task-own' })
  if (state === 'cancelled') return refuse({ code: 'task-state', state })
  const waiting = body.handings.findLast((one) =>
    handingId === null ? one.judged === null : one.id === handingId,
  )
  if (waiting === undefined) return refuse({ code: 'task-nothing-to-judge' })
  if (step !== 'passed' && words === null) return refuse({ code: 'task-words-missing' })
  const judged = body.handings.map((one) =>
    one.id === waiting.id ? { ...one, judged: step, judgedWords: words } : one,
  )
  const after = { ...record, body: { ...body, handings: judged } }
  if (body.kind === 'recurring') return accept({ ...contentOf(after), state })
  if (step !== 'returned') return accept({ ...contentOf(after), state: step === 'passed' ? 'done' : 'failed' })
  const open = { ...after, state: 'open' }
  if (last !== null) return extend(open, { last, time: null })
  return at.getTime() >= deadlineOf({ days, body })
    ? refuse({ code: 'task-new-deadline-missing' })
    : accept({ ...contentOf(open), state: 'open' })
}

/** Later than it was; a handing that failed is to be done again. */
function extend(
  record: TaskRecord,
  { last, time }: { readonly last: LocalDate; readonly time: string | null },
): Result<Stepped, TaskRefusal> {
  const { days, body, state } = record
  const extended: Stepped = {
    state: state === 'failed' ? 'open' : state,
    days: { first: days.first, last },
    body: { ...body, time },
  }
  return deadlineOf(extended) > deadlineOf(record)
    ? accept(extended)
    : refuse({ code: 'task-deadline-not-later', last: days.last })
}

function report(
  record: TaskRecord,
  { on, time }: Extract<TaskStep, { step: 'reported' }>,
  at: Date,
): Result<Stepped, TaskRefusal> {
  const { body, days, state } = record
  if (body.kind !== 'incident') return refuse({ code: 'task-step-unfit' })
  if (state === 'cancelled' || body.reportedOn !== null) return refuse({ code: 'task-state', state })
  const reported: TaskBody = { ...body, reportedOn: on, reportedTime: time }
  const moment = reportedAt({ body: reported }) ?? 0
  if (moment > at.getTime()) return refuse({ code: 'task-report-ahead' })
  const occurred = reportedAt({ body: { ...body, reportedOn: days.first, reportedTime: body.time } }) ?? 0
  if (moment < occurred) return refuse({ code: 'task-report-before' })
  return accept({ days, state: 'done', body: reported })
}

function contentOf({ state, body, days }: TaskRecord): Stepped {
  return { state, body, days }
}

/** A deadline as it is told: 3月9日17:00前. */
export function deadlineWords({ days, body }: Pick<TaskRecord, 'days' | 'body'>): string {
  return `${shortDay(days.last)}${body.time ?? ''}前`
}
