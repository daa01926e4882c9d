import { z } from 'zod'
import { studyDefinition } from '../../../domain/registers/study/study-record.ts'
import type { studyEndpoints } from '../../contract/registers/study.ts'
import { answersOf, component, json } from '../answers-of.ts'
import { count, day, words } from '../fields.ts'
import { recordAnswers, recordView } from './record-answers.ts'

const { list, add, withdraw, step } = recordAnswers(studyDefinition)

const row = component(
  'StudyStandingRow',
  z.object({
    staffNumber: words,
    name: words,
    office: words,
    pieces: count,
    words: count,
    waiting: count,
    target: count.nullable(),
    short: count.nullable(),
  }),
)

const copy = z.object({
  recordId: z.uuid(),
  name: words,
  title: words,
  day,
  stateWords: words,
  likeness: count,
  isSamePerson: z.boolean(),
  isSameFile: z.boolean(),
})

export const studyAnswers = answersOf<typeof studyEndpoints>()({
  listStudyNotes: list,
  addStudyNote: add,
  withdrawStudyNote: withdraw,
  fileStudyNote: add,
  fileStudyDocument: add,
  takeBackStudyNote: step,
  checkStudyNote: step,
  listWaitingNotes: json(
    z.object({
      notes: z.array(z.object({ record: recordView(studyDefinition), copies: z.array(copy) })),
      total: count,
    }),
  ),
  checkStudyNotes: json(z.object({ accepted: count, returned: count }), [404, 409, 422]),
  readStudyStanding: json(
    z.object({
      year: count,
      first: day,
      last: day,
      counts: z.enum(['words', 'pieces']),
      clause: words.nullable(),
      own: row.nullable(),
      rows: z.array(row),
    }),
  ),
  readStudyCopies: json(z.object({ copies: z.array(copy) }), [404]),
})
