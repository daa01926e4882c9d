import { z } from 'zod'
import { leaveKinds } from '../../../domain/registers/leave/leave-kinds.ts'
import { leaveDefinition } from '../../../domain/registers/leave/leave-record.ts'
import type { leaveEndpoints, leaveTownEndpoints } from '../../contract/registers/leave.ts'
import { answersOf, component, file, json } from '../answers-of.ts'
import { count, day, post, words } from '../fields.ts'
import { importReport } from '../people.ts'
import { recordAnswers } from './record-answers.ts'

const { list, add, change, withdraw, step } = recordAnswers(leaveDefinition)

const away = component('LeaveAway', z.object({ day, names: z.array(words), members: count, isShort: z.boolean() }))
const decision = z.object({
  outcome: z.enum(['approved', 'refused']),
  on: words,
  staffNumber: words,
  name: words,
  onBehalfOf: words.nullable(),
  reason: words,
})
const leave = component(
  'Leave',
  z.object({
    id: z.uuid(),
    staffNumber: words,
    name: words,
    office: words,
    kind: z.enum(leaveKinds),
    kindTitle: words,
    first: day,
    last: day,
    spanWords: words,
    days: z.number(),
    reason: words.nullable(),
    place: words.nullable(),
    state: words,
    stateWords: words,
    isAfterwards: z.boolean(),
    wayWords: words.nullable(),
    decision: decision.nullable(),
    registeredOn: words.nullable(),
    backOn: words.nullable(),
    revision: z.number(),
    away: z.array(away),
  }),
)
const balanceFields = {
  granted: z.number().nullable(),
  taken: z.number(),
  personal: z.number(),
  setOff: z.number(),
  over: z.number(),
  left: z.number().nullable(),
}
const balance = component('LeaveBalance', z.object(balanceFields))
const balances = component(
  'LeaveBalances',
  z.object({
    year: z.number(),
    people: z.array(
      z.object({ ...balanceFields, staffNumber: words, name: words, office: words, isOwn: z.boolean() }),
    ),
  }),
)
const settings = component(
  'LeaveSettings',
  z.object({
    shortLeave: z.number(),
    usualBalance: z.number().nullable(),
    standIns: z.array(z.object({ absent: words, standIn: words, from: words, to: words })),
    leaders: z.array(z.object({ staffNumber: words, name: words, post })),
  }),
)

export const leaveAnswers = answersOf<typeof leaveEndpoints>()({
  listLeave: list,
  addLeave: add,
  changeLeave: change,
  withdrawLeave: withdraw,
  registerLeave: step,
  noteLeaveReturn: step,
  readOwnLeave: json(z.object({ year: z.number(), balance, leave: z.array(leave) }), [404]),
  previewLeave: json(
    z.object({
      days: z.number(),
      spanWords: words,
      wayWords: words,
      isAfterwards: z.boolean(),
      balance: z.object({ before: balance, after: balance }).nullable(),
      away: z.array(away),
    }),
    [404, 409, 422],
  ),
  requestLeave: json(leave, [404, 409, 422]),
  withdrawOwnLeave: json(leave, [404, 409]),
  returnFromLeave: json(leave, [404, 409, 422]),
  listLeaveToDecide: json(z.object({ waiting: z.array(leave), decided: z.array(leave) })),
  decideLeave: json(leave, [404, 409, 422]),
})

export const leaveTownAnswers = answersOf<typeof leaveTownEndpoints>()({
  readLeaveBalances: json(balances),
  setLeaveBalances: json(balances, [409, 422]),
  importLeaveBalances: json(importReport, [422]),
  downloadLeaveBalances: file(),
  markLeaveBalanceProblems: file([422]),
  readLeaveCalendar: json(
    z.object({
      month: words,
      days: z.array(z.object({ day, isWorking: z.boolean() })),
      people: z.array(z.object({ staffNumber: words, name: words, office: words, leave: z.array(leave) })),
    }),
  ),
  readLeaveSettings: json(settings),
  changeLeaveSettings: json(settings, [422]),
})
