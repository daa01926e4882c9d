import { z } from 'zod'
import { gatheringDefinition, gatheringKinds } from '../../../domain/registers/gathering/gathering-record.ts'
import type { gatheringEndpoints } from '../../contract/registers/gatherings.ts'
import { answersOf, component, file, json } from '../answers-of.ts'
import { count, day, instant, words } from '../fields.ts'
import { importReport } from '../people.ts'
import { recordAnswers } from './record-answers.ts'

const { add } = recordAnswers(gatheringDefinition)

const status = z.enum(['on-time', 'late', 'on-leave', 'excused', 'missing'])
const gathering = component(
  'Gathering',
  z.object({
    id: z.uuid(),
    revision: count,
    kind: z.enum(gatheringKinds),
    title: words,
    day,
    startsAt: words,
    place: words.nullable(),
    offices: z.array(words),
    people: z.array(words),
    code: z.enum(['changing', 'fixed']),
    state: words,
    calledCount: count,
    cameCount: count,
    lateCount: count,
    excusedCount: count,
    missingCount: count,
    mine: status.nullable(),
  }),
)
const detail = z.object({
  gathering,
  attendance: z.array(
    z.object({
      staffNumber: words,
      name: words,
      office: words,
      status,
      signedIn: z.object({ at: instant, how: z.enum(['code', 'list']) }).nullable(),
      minutesLate: count,
      reason: words.nullable(),
    }),
  ),
})

export const gatheringAnswers = answersOf<typeof gatheringEndpoints>()({
  listGatherings: json(z.object({ gatherings: z.array(gathering) })),
  addGathering: add,
  withdrawGathering: json(z.object({ id: z.uuid() }), [404, 409]),
  readGathering: json(detail, [404, 409]),
  downloadGatheringRoll: file([404, 409]),
  changeGathering: json(detail, [404, 409, 422]),
  readSignInScreen: json(detail.extend({ code: words, secondsLeft: count.nullable() }), [404, 409]),
  signInToGathering: json(detail, [404, 409, 422, 429]),
  tickGathering: json(detail, [404, 409, 422]),
  excuseFromGathering: json(detail, [404, 409, 422]),
  downloadGatherings: file(),
  importSignInList: json(importReport, [404, 409, 422]),
  markSignInProblems: file([404, 409, 422]),
  closeRoll: json(detail, [404, 409]),
})
