import { z } from 'zod'
import { absenceKinds } from '../../domain/roster/absence.ts'
import type { peopleEndpoints } from '../contract/people.ts'
import { answersOf, component, file, json } from './answers-of.ts'
import { count, day, employment, post, words } from './fields.ts'

export const absence = z.object({
  kind: z.enum(absenceKinds),
  from: day,
  to: day.nullable(),
  note: words,
})

const stay = z.object({
  office: words,
  post,
  inChargeOf: z.array(words),
  employment: employment.nullable(),
  from: day.nullable(),
  to: day.nullable(),
})

const spelled = { pinyin: words, initials: words }

const person = component(
  'Person',
  z.object({ staffNumber: words, name: words, ...spelled, stays: z.array(stay), absences: z.array(absence) }),
)

const sheetProblem = z.object({
  row: count,
  column: words.nullable(),
  code: words,
  message: words,
})

/** Of every import. */
export const importReport = component(
  'ImportReport',
  z.object({
    fileName: words,
    rows: count,
    problems: z.array(sheetProblem),
    preview: z.array(z.array(words)),
    stored: count,
    summary: words,
  }),
)

export const peopleAnswers = answersOf<typeof peopleEndpoints>()({
  listPeople: json(
    z.object({
      people: z.array(person),
      offices: z.array(words),
      spelledOffices: z.array(z.object({ office: words, ...spelled })),
    }),
  ),
  downloadRosterTemplate: file(),
  importRoster: json(importReport, [422]),
  markRosterProblems: file([422]),
})
