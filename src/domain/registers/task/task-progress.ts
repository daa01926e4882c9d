import {
  addDays,
  isWithin,
  localDate,
  startOfTownDay,
  windowAround,
  type DaySpan,
  type LocalDate,
} from '../../primitives/local-date.ts'
import { deadlineOf, reportDueAt, reportedAt, type Handing, type NewTask } from './task-record.ts'

/** It stands unless it was sent back, or found wanting. */
function stands({ judged }: Handing): boolean {
  return judged === null || judged === 'passed'
}

/** The first that stands, by when it came. */
export function standingHanding({ body }: Pick<NewTask, 'body'>): Handing | null {
  return body.handings.filter(stands).toSorted((left, right) => (left.at < right.at ? -1 : 1))[0] ?? null
}

/**
 * Whether a task was not done in time: its deadline has passed, and nothing that stands came before. What comes on the
 * last day, or in the last minute, is in time.
 */
export function isOverdue({ days, body }: Pick<NewTask, 'days' | 'body'>, at: Date): boolean {
  const deadline = deadlineOf({ days, body })
  if (at.getTime() < deadline) return false
  const first = standingHanding({ body })
  return first === null || momentOfHanding(first) >= deadline
}

/** What came on paper on an earlier day counts as of the end of that day at the latest. */
export function momentOfHanding({ at, day }: Handing): number {
  const moment = Date.parse(at)
  return Math.min(moment, startOfTownDay(addDays(localDate(day), 1)) - 1)
}

export type DutyWindow = {
  readonly span: DaySpan
  /** Whole pieces. */
  readonly due: number
  readonly handedIn: number
  readonly missing: number
  /** Its last day is over. */
  readonly isEnded: boolean
}

/**
 * The windows of a recurring duty that lie whole within its days and have begun, in order, with the pieces that came in
 * each by their day; a piece that was sent back or found wanting is none.
 */
export function dutyWindows(
  { days, body }: Pick<NewTask, 'days' | 'body'>,
  today: LocalDate,
): readonly DutyWindow[] {
  const due = (body.pieces ?? 0) / 100
  const windows: DutyWindow[] = []
  for (
    let span = windowAround(days.first, body.window ?? 'month');
    span.first <= days.last && span.first <= today;
    span = windowAround(addDays(span.last, 1), body.window ?? 'month')
  ) {
    if (span.first < days.first || span.last > days.last) continue
    const within = span
    const handedIn = body.handings.filter((one) => stands(one) && isWithin(localDate(one.day), within)).length
    windows.push({ span, due, handedIn, missing: Math.max(0, due - handedIn), isEnded: span.last < today })
  }
  return windows
}

/** Minutes an incident was reported late, or has gone unreported beyond its hours; 0: in time so far. */
export function minutesLate(task: Pick<NewTask, 'days' | 'body'>, at: Date): number {
  const reported = reportedAt(task) ?? at.getTime()
  return Math.max(0, Math.ceil((reported - reportDueAt(task)) / 60_000))
}

/** Where a task stands on the board. */
export type TaskColumn = 'open' | 'handed-in' | 'overdue' | 'ended'

export function columnOf(task: Pick<NewTask, 'days' | 'body'> & { readonly state: string }, at: Date): TaskColumn {
  const { state, body } = task
  if (state === 'handed-in') return 'handed-in'
  if (state !== 'open') return 'ended'
  if (body.kind === 'recurring') return 'open'
  const isLate = body.kind === 'incident' ? minutesLate(task, at) > 0 : isOverdue(task, at)
  return isLate ? 'overdue' : 'open'
}
