import { z } from 'zod'
import { taskDefinition, type TaskBody } from '../../../domain/registers/task/task-record.ts'
import type { TaskBoard, TaskCard } from '../../../queries/registers/task-board-view.ts'
import { dayField } from '../day-field.ts'
import { answer, endpoint } from '../endpoint.ts'
import { yearField } from '../year-field.ts'
import {
  addRecord,
  changeRecord,
  listRecords,
  recordStep,
  recordStepFields,
  withdrawRecord,
} from './record-endpoints.ts'

export type { TaskBoard, TaskBody, TaskCard }

const reasonField = z.string().trim().min(1, '请填写原因').max(200, '最多200个字')
const timeField = z.string().regex(/^(?:[01]\d|2[0-3]):[0-5]\d$/, '时刻请写成 17:00')

const judgement = recordStepFields.extend({
  outcome: z.enum(['passed', 'failed', 'returned'], '请选择评定'),
  /** Absent: the latest that waits. */
  handingId: z.string().max(60).optional(),
  words: z.string().trim().max(200, '最多200个字').default(''),
  /** Sent back: by when it is to come again. */
  last: dayField().optional(),
})

/** 督办任务: what is to be done by when, and what came of it. */
export const taskEndpoints = {
  listTasks: listRecords(taskDefinition, 'task.read'),
  readTaskBoard: endpoint({
    method: 'GET',
    path: '/api/registers/task/board',
    access: { action: 'task.read' },
    query: z.object({ year: yearField }),
    answer: answer<TaskBoard>(),
  }),
  addTask: addRecord(taskDefinition, 'task.assign'),
  changeTask: changeRecord(taskDefinition, 'task.assign'),
  withdrawTask: withdrawRecord(taskDefinition, 'task.assign'),
  /** By who answers for it or an office's colleague; the office may write in what came on paper, on its day. */
  handInTask: recordStep(
    taskDefinition,
    'handing-in',
    ['task.judge', 'task.hand-in'],
    recordStepFields.extend({
      words: z.string().trim().min(1, '请写一句完成情况').max(2000, '最多2000个字'),
      day: dayField().optional(),
    }),
  ),
  /** By the office, or by who assigned it; not by who answers for it. */
  judgeTask: recordStep(taskDefinition, 'judgement', ['task.judge', 'task.assign'], judgement),
  extendTask: recordStep(
    taskDefinition,
    'extension',
    'task.assign',
    recordStepFields.extend({
      last: dayField('请填写新的截止日期'),
      time: timeField.nullable().default(null),
      reason: reasonField,
    }),
  ),
  cancelTask: recordStep(
    taskDefinition,
    'cancellation',
    'task.assign',
    recordStepFields.extend({ reason: reasonField }),
  ),
  reportIncident: recordStep(
    taskDefinition,
    'report',
    ['task.judge', 'task.hand-in'],
    recordStepFields.extend({ on: dayField('请填写上报日期'), time: timeField }),
  ),
  /** Takes the recurring duties of the year before over into this one; those that stand already stay. */
  renewRecurringDuties: endpoint({
    method: 'POST',
    path: '/api/registers/task/renewal',
    access: { action: 'task.assign' },
    idempotent: true,
    body: z.object({ year: yearField }),
    answer: answer<{ readonly added: number; readonly known: number }>(),
  }),
}
