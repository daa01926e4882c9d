import { z } from 'zod'
import { taskBodySchema, taskDefinition, taskKinds } from '../../../domain/registers/task/task-record.ts'
import type { taskEndpoints } from '../../contract/registers/tasks.ts'
import { answersOf, component, json } from '../answers-of.ts'
import { count, day, words } from '../fields.ts'
import { recordAnswers } from './record-answers.ts'

const { list, add, change, withdraw, step } = recordAnswers(taskDefinition)

const card = component(
  'TaskCard',
  z.object({
    id: z.uuid(),
    revision: count,
    kind: z.enum(taskKinds),
    title: words,
    column: z.enum(['open', 'handed-in', 'overdue', 'ended']),
    stateWords: words,
    sourceWords: words.nullable(),
    wanted: words.nullable(),
    office: words.nullable(),
    people: z.array(z.object({ staffNumber: words, name: words })),
    first: day,
    last: day,
    dueAt: words.nullable(),
    minutesLeft: z.int().nullable(),
    isLate: z.boolean(),
    windows: z.array(
      z.object({ first: day, last: day, due: count, handedIn: count, missing: count, isEnded: z.boolean() }),
    ),
    windowWords: words.nullable(),
    handings: taskBodySchema.unwrap().shape.handings,
    by: words,
    may: z.object({ handIn: z.boolean(), report: z.boolean(), judge: z.boolean(), assign: z.boolean() }),
    isMine: z.boolean(),
  }),
)

export const taskAnswers = answersOf<typeof taskEndpoints>()({
  listTasks: list,
  readTaskBoard: json(z.object({ year: count, tasks: z.array(card) })),
  addTask: add,
  changeTask: change,
  withdrawTask: withdraw,
  handInTask: step,
  judgeTask: step,
  extendTask: step,
  cancelTask: step,
  reportIncident: step,
  renewRecurringDuties: json(z.object({ added: count, known: count })),
})
