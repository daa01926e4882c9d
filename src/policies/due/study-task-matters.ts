import { townDay, type LocalDate } from '../../domain/primitives/local-date.ts'
import { lastDayWithin, type DayCount } from '../../domain/primitives/working-calendar.ts'
import type { StudyRecord } from '../../domain/registers/study/study-record.ts'
import { dutyWindows } from '../../domain/registers/task/task-progress.ts'
import { reportDueAt, responsibleFor, type TaskRecord } from '../../domain/registers/task/task-record.ts'
import type { DueDay, Matter } from './matter.ts'

/** Suggested by this system: notes are checked within so long. */
const checkWithin: DayCount = { days: 5, kind: 'working' }

/** 读书笔记 that wait to be checked: the office's, but for one's own. */
export function studyMatters(records: readonly StudyRecord[], { calendar }: DueDay): readonly Matter[] {
  return records
    .filter(({ state }) => state === 'handed-in')
    .map(({ id, staffNumber, days }) => ({
      kind: 'study-to-check',
      action: 'study.keep',
      object: { about: staffNumber },
      subject: id,
      about: null,
      since: days.first,
      dueOn: lastDayWithin(days.first, checkWithin, calendar),
      path: '/registers/study?state=handed-in',
    }))
}

/** What is to be handed in, of each who answers for it; and what was, for who judges it. */
export function taskMatters(records: readonly TaskRecord[], { today }: DueDay): readonly Matter[] {
  return records.flatMap((task): readonly Matter[] => {
    const people = responsibleFor(task)
    const { id, state, days } = task
    const path = `/registers/task?year=${days.last.slice(0, 4)}&task=${id}`
    if (state === 'handed-in') {
      const [about = null] = people
      const came = task.body.handings.at(-1)?.at
      const since = came === undefined ? days.first : townDay(Date.parse(came))
      return [
        {
          kind: 'task-to-judge',
          action: 'task.judge',
          object: { about },
          notFor: people,
          begunBy: { by: task.by, action: 'task.assign' },
          subject: id,
          about: null,
          since,
          dueOn: null,
          path,
        },
      ]
    }
    const due = dueOnOf(task, today)
    if (state !== 'open' || due === null || days.first > today) return []
    return people.map((person) => ({
      kind: 'task-to-hand-in',
      action: 'task.hand-in',
      object: { about: person },
      subject: `${id}:${person}`,
      about: null,
      since: days.first,
      dueOn: due,
      path,
    }))
  })
}

/** The last day of a task or of an incident's hours; of a recurring duty the end of a window that still lacks pieces. */
function dueOnOf(task: TaskRecord, today: LocalDate): LocalDate | null {
  if (task.body.kind === 'incident') return townDay(reportDueAt(task))
  if (task.body.kind === 'task') return task.days.last
  const current = dutyWindows(task, today).find(({ isEnded }) => !isEnded)
  return current === undefined || current.missing === 0 ? null : current.span.last
}
