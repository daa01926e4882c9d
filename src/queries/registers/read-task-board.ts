import type { RegisterRecordStore } from '../../commands/register-record-store.ts'
import type { RosterStore } from '../../commands/roster-store.ts'
import { townMoment, yearSpan, type LocalDate } from '../../domain/primitives/local-date.ts'
import { stateWords } from '../../domain/registers/read-records.ts'
import { anyRegister } from '../../domain/registers/register-definition.ts'
import { columnOf, dutyWindows, isOverdue, minutesLate } from '../../domain/registers/task/task-progress.ts'
import {
  deadlineOf,
  reportDueAt,
  responsibleFor,
  taskDefinition,
  taskSourceWords,
  taskWindowWords,
  toTask,
  type TaskRecord,
} from '../../domain/registers/task/task-record.ts'
import { reachOf, type Reach, type Subject } from '../../policies/permit.ts'
import { officesByRoster, recordCovered } from '../../policies/record-reach.ts'
import { mayJudgeTask } from '../../policies/task-judge.ts'
import { namesOf } from './record-view.ts'
import type { TaskBoard, TaskCard } from './task-board-view.ts'

type Stores = { readonly records: Pick<RegisterRecordStore, 'list'>; readonly roster: RosterStore }
type Asked = {
  readonly subject: Subject
  readonly reach: Reach
  readonly at: Date
  readonly today: LocalDate
}

const register = anyRegister(taskDefinition)

/**
 * The tasks of a year within reach, with what still waits from before it or already runs after it: the turn of the year
 * takes no task off the board. What is due first on top; ended ones last, the latest first.
 */
export async function readTaskBoard(
  stores: Stores,
  year: number,
  { subject, reach, at, today }: Asked,
): Promise<TaskBoard> {
  const ofYear = (await stores.records.list({ register: 'task', days: yearSpan(year) })).map(toTask)
  const known = new Set(ofYear.map(({ id }) => id))
  const waiting = (await stores.records.list({ register: 'task', states: ['open', 'handed-in'] }))
    .map(toTask)
    .filter(({ id, body }) => body.kind !== 'recurring' && !known.has(id))
  const records = [...ofYear, ...waiting]
  const officesOf = officesByRoster(await stores.roster.assignments())
  const nameOf = await namesOf(stores.roster)
  const covered = (record: TaskRecord, within: Reach | null) =>
    within !== null && recordCovered(within, register, record, officesOf)
  const [handIn, assign] = [reachOf(subject, 'task.hand-in'), reachOf(subject, 'task.assign')]
  const judges = reachOf(subject, 'task.judge')
  const tasks = records
    .filter((record) => covered(record, reach))
    .map((record) => {
      const hands = covered(record, handIn) || covered(record, judges)
      const mayAssign = covered(record, assign)
      const may = {
        hands,
        assign: mayAssign,
        judge: mayJudgeTask(subject, record) && (mayAssign || covered(record, judges)),
      }
      return cardOf(record, { nameOf, at, today, may, staffNumber: subject.staffNumber })
    })
  return { year, tasks: tasks.toSorted(byUrgency) }
}

type Known = {
  readonly nameOf: (staffNumber: string) => string | null
  readonly at: Date
  readonly today: LocalDate
  readonly may: { readonly hands: boolean; readonly assign: boolean; readonly judge: boolean }
  readonly staffNumber: string | null
}

function cardOf(record: TaskRecord, { nameOf, at, today, may, staffNumber }: Known): TaskCard {
  const { id, revision, state, office, days, body, by } = record
  const { kind, title, wanted, handings } = body
  const people = responsibleFor(record)
  const column = columnOf(record, at)
  const due = kind === 'recurring' ? null : kind === 'incident' ? reportDueAt(record) : deadlineOf(record)
  const isOpen = column === 'open' || column === 'overdue'
  const isJudged = handings.some(({ judged }) => judged === null)
  return {
    id,
    revision,
    kind,
    title,
    column,
    stateWords: column === 'overdue' ? '逾期' : stateWords(register, state),
    sourceWords: sourceWords(body),
    wanted,
    office,
    people: people.map((one) => ({ staffNumber: one, name: nameOf(one) ?? one })),
    first: days.first,
    last: days.last,
    dueAt: due === null ? null : dueWords(record, due),
    minutesLeft: due === null || !isOpen ? null : Math.floor((due - at.getTime()) / 60_000),
    isLate: kind === 'incident' ? minutesLate(record, at) > 0 : kind === 'task' && isOverdue(record, at),
    windows:
      kind === 'recurring' ? dutyWindows(record, today).map(({ span, ...rest }) => ({ ...span, ...rest })) : [],
    windowWords:
      kind === 'recurring'
        ? `${taskWindowWords[body.window ?? 'month']}${String((body.pieces ?? 0) / 100)}期`
        : null,
    handings,
    by,
    may: {
      handIn: may.hands && kind !== 'incident' && (isOpen || column === 'handed-in'),
      report: may.hands && kind === 'incident' && isOpen,
      judge: may.judge && isJudged && state !== 'cancelled',
      assign: may.assign && state !== 'cancelled',
    },
    isMine: staffNumber !== null && people.includes(staffNumber),
  }
}

/** The last day alone where no hour is set. */
function dueWords({ days, body }: TaskRecord, due: number): string {
  if (body.kind === 'incident') return townMoment(due).slice(0, 16)
  return body.time === null ? days.last : `${days.last} ${body.time}`
}

function sourceWords({ source, basis }: TaskRecord['body']): string | null {
  const words = [source === null ? null : taskSourceWords[source], basis].filter((one) => one !== null)
  return words.length === 0 ? null : words.join('：')
}

function byUrgency(left: TaskCard, right: TaskCard): number {
  const isEnded = (card: TaskCard) => card.column === 'ended'
  if (isEnded(left) !== isEnded(right)) return isEnded(left) ? 1 : -1
  const [one, other] = [left.dueAt ?? left.last, right.dueAt ?? right.last]
  if (one === other) return 0
  return one < other === isEnded(left) ? 1 : -1
}
