import { z } from 'zod'
import { dayStatusKinds } from '../../../domain/registers/whereabouts/day-status.ts'
import { whereaboutsDefinition } from '../../../domain/registers/whereabouts/whereabouts-record.ts'
import type { whereaboutsEndpoints } from '../../contract/registers/whereabouts.ts'
import { answersOf, component, json } from '../answers-of.ts'
import { day, instant, post, words } from '../fields.ts'
import { recordAnswers } from './record-answers.ts'

const { list, withdraw } = recordAnswers(whereaboutsDefinition)

export const dayStatus = component(
  'DayStatus',
  z.object({
    staffNumber: words,
    name: words,
    office: words,
    post,
    kind: z.enum(dayStatusKinds),
    words,
    backAt: words.nullable(),
    since: words.nullable(),
    isLate: z.boolean(),
    isAccounted: z.boolean(),
    isNoted: z.boolean(),
  }),
)
const board = component(
  'WhereaboutsBoard',
  z.object({
    town: words,
    day,
    at: instant,
    isWorkingDay: z.boolean(),
    unsaid: z.enum(['in', 'unknown']),
    people: z.array(dayStatus),
    own: words.nullable(),
  }),
)

export const whereaboutsAnswers = answersOf<typeof whereaboutsEndpoints>()({
  listWhereabouts: list,
  withdrawWhereabouts: withdraw,
  readWhereaboutsBoard: json(board),
  showWhereabouts: json(board, [404, 422]),
  noteWhereaboutsUnknown: json(board, [409, 422]),
  changeWhereaboutsSettings: json(board),
})
