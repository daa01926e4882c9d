import { z } from 'zod'
import { dayClasses } from '../../../domain/registers/duty/day-class.ts'
import { dutyDefinition } from '../../../domain/registers/duty/duty-record.ts'
import { dutyPosts, dutySettingsSchema, dutyShifts } from '../../../domain/registers/duty/duty-settings.ts'
import { localDate } from '../../../domain/primitives/local-date.ts'
import type { dutyEndpoints } from '../../contract/registers/duty.ts'
import { answersOf, component, file, json } from '../answers-of.ts'
import { count, day, instant, words } from '../fields.ts'
import { recordAnswers } from './record-answers.ts'

const { list, add } = recordAnswers(dutyDefinition)

const turn = component(
  'DutyTurn',
  z.object({
    id: z.uuid(),
    revision: count,
    staffNumber: words,
    name: words,
    post: z.enum(dutyPosts),
    shift: z.enum(dutyShifts),
    state: words,
    note: words.nullable(),
    checkedInAt: instant.nullable(),
    mayCheckInFrom: instant,
    endsAt: instant,
    check: z.object({ found: z.enum(['present', 'missing']), words }).nullable(),
    swap: z.object({ to: words, toName: words, inReturn: day.nullable(), reason: words }).nullable(),
  }),
)
const counts = component('DutyCounts', z.object({ workday: count, weekend: count, holiday: count }))
const stepped = json(z.object({ turn }), [404, 409, 422])
const dayClass = z.enum(dayClasses)
const post = z.enum(dutyPosts)

export const dutyAnswers = answersOf<typeof dutyEndpoints>()({
  listDuty: list,
  addDuty: add,
  withdrawDuty: json(z.object({ id: z.uuid() }), [404, 409]),
  readDutyMonth: json(
    z.object({
      month: words,
      days: z.array(
        z.object({
          day: day.transform((text) => localDate(text)),
          dayClass,
          holiday: words.nullable(),
          turns: z.array(turn),
          empty: z.object({ leader: count, member: count }),
        }),
      ),
      counts: z.array(
        z.object({
          staffNumber: words,
          name: words,
          office: words,
          post,
          month: count,
          year: counts,
          credit: counts,
          missed: count,
        }),
      ),
      settings: dutySettingsSchema,
    }),
  ),
  downloadDutyMonth: file(),
  previewDutyRoster: json(
    z.object({
      places: z.array(
        z.object({ day, dayClass, post, shift: z.enum(dutyShifts), staffNumber: words, name: words }),
      ),
      findings: z.array(z.object({ code: z.enum(['place-empty', 'uneven', 'running']), words })),
      counts: z.array(z.object({ staffNumber: words, name: words, post, before: counts, after: counts })),
      kept: count,
      replaced: count,
      digest: words,
    }),
  ),
  applyDutyRoster: json(z.object({ added: count, takenBack: count }), [409]),
  changeDuty: stepped,
  checkInToDuty: stepped,
  checkDuty: stepped,
  askDutySwap: stepped,
  answerDutySwap: stepped,
  changeDutySettings: json(z.object({ settings: dutySettingsSchema }), [422]),
})
