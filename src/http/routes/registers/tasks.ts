import { addRecords } from '../../../commands/registers/add-records.ts'
import { changeRecord } from '../../../commands/registers/change-record.ts'
import { renewRecurringDuties } from '../../../commands/registers/renew-duties.ts'
import { localDate } from '../../../domain/primitives/local-date.ts'
import { accept, assert, refuse } from '../../../domain/primitives/result.ts'
import { anyRegister } from '../../../domain/registers/register-definition.ts'
import { taskDefinition, toTask, type TaskBody } from '../../../domain/registers/task/task-record.ts'
import { takeTaskStep, type TaskStep } from '../../../domain/registers/task/task-steps.ts'
import { reachOf } from '../../../policies/permit.ts'
import type { Action } from '../../../policies/policy-table.ts'
import { mayJudgeTask } from '../../../policies/task-judge.ts'
import { readTaskBoard } from '../../../queries/registers/read-task-board.ts'
import type { taskEndpoints } from '../../contract/registers/tasks.ts'
import type { StudyTaskRefusal } from '../../refusal-answers/study-task-refusal-answer.ts'
import type { RouteGroup } from '../../route.ts'
import { answerRecord, recordNote, recordRoutes, takeStepOfRoute, type RecordCall } from './record-routes.ts'

const { list, withdraw } = recordRoutes(taskDefinition, 'task.assign')
const register = anyRegister(taskDefinition)

export const taskRoutes: RouteGroup<typeof taskEndpoints> = {
  listTasks: list,
  withdrawTask: withdraw,
  readTaskBoard: {
    inTown: async ({ query, stores, subject, reach, at, today }) =>
      accept(await readTaskBoard(stores, query.year, { subject, reach, at, today })),
  },
  addTask: {
    inTown: async ({ body, ...call }) => {
      // What was handed in comes by a step of its own.
      const record = { ...body, body: { ...body.body, handings: [] } }
      const added = await addRecords(call.stores, assigning(call), register, [record])
      if (!added.ok) return added
      const [made] = added.value
      assert(made !== undefined, 'one record was added')
      call.note(await recordNote(call.stores, register, made, { before: null, reason: null }))
      return accept(await answerRecord(taskDefinition, made, call, 'task.assign'))
    },
  },
  changeTask: {
    inTown: async ({ params, body, ...call }) => {
      const was = await call.stores.records.find(params.recordId)
      const kept = was?.register === 'task' ? toTask(was).body : null
      const { kind, handings, reportedOn, reportedTime } = kept ?? body.record.body
      // The kind stays, and a first report is a step of its own.
      const report = reportedOn === null ? { reportedOn, reportedTime } : {}
      const record = { ...body.record, body: { ...body.record.body, ...report, kind, handings } }
      const change = { ...params, ...body, record }
      const changed = await changeRecord(call.stores, assigning(call), register, change)
      if (!changed.ok) return changed
      call.note(await recordNote(call.stores, register, changed.value, { before: was, reason: body.reason }))
      return accept(await answerRecord(taskDefinition, changed.value, call, 'task.assign'))
    },
  },
  handInTask: {
    inTown: async ({ params, body, ...call }) => {
      const { today, by, newId } = call.act
      const isKeeper = reachOf(call.subject, 'task.judge') !== null
      const day = isKeeper && body.day !== undefined ? localDate(body.day) : today
      const step = { step: 'handed-in', id: newId(), day, words: body.words, by } as const
      return stepTask(call, { ...params, revision: body.revision, reason: null }, step, handingAction(call))
    },
  },
  judgeTask: {
    inTown: async ({ params, body, ...call }) => {
      const { outcome, handingId = null, last } = body
      const words = body.words === '' ? null : body.words
      const deadline = last === undefined ? null : localDate(last)
      const judge = call.subject.staffNumber
      const step: TaskStep = { step: outcome, handingId, words, last: deadline, judge }
      const action = reachOf(call.subject, 'task.judge') === null ? 'task.assign' : 'task.judge'
      return stepTask(call, { ...params, revision: body.revision, reason: words }, step, action)
    },
  },
  extendTask: {
    inTown: async ({ params, body, ...call }) => {
      const { revision, last, time, reason } = body
      const step = { step: 'extended', last: localDate(last), time } as const
      return stepTask(call, { ...params, revision, reason }, step, 'task.assign')
    },
  },
  cancelTask: {
    inTown: async ({ params, body, ...call }) =>
      stepTask(call, { ...params, ...body }, { step: 'cancelled' }, 'task.assign'),
  },
  reportIncident: {
    inTown: async ({ params, body, ...call }) => {
      const step = { step: 'reported', on: localDate(body.on), time: body.time } as const
      return stepTask(call, { ...params, revision: body.revision, reason: null }, step, handingAction(call))
    },
  },
  renewRecurringDuties: {
    inTown: async ({ body, ...call }) => {
      const renewed = await renewRecurringDuties(call.stores, assigning(call), body.year)
      const label = `${String(body.year)}年经常性工作`
      call.note({ object: { kind: 'records', id: 'task', label }, after: { count: renewed.added } })
      return accept(renewed)
    },
  },
}

function assigning({ act, subject, reach }: RecordCall) {
  return { ...act, subject, reach, action: 'task.assign' } as const
}

/** Whoever has hands of his own hands in his own; the office alone keeps out of it. */
function handingAction({ subject }: RecordCall): Action {
  return reachOf(subject, 'task.hand-in') === null ? 'task.judge' : 'task.hand-in'
}

type Taken = { readonly recordId: string; readonly revision: number; readonly reason: string | null }

async function stepTask(call: RecordCall, taken: Taken, step: TaskStep, action: Action) {
  return takeStepOfRoute<TaskBody, StudyTaskRefusal>(taskDefinition, action, call, {
    ...taken,
    step: step.step,
    transition: (record) => {
      const isJudgement = step.step === 'passed' || step.step === 'failed' || step.step === 'returned'
      const isOwn = isJudgement && !mayJudgeTask(call.subject, record)
      if (isOwn && action === 'task.assign') return refuse({ code: 'task-not-assigned-by-you' })
      return takeTaskStep(record, step, call.act.at)
    },
  })
}
