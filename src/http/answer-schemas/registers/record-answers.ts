import { z } from 'zod'
import type { RegisterDefinition } from '../../../domain/registers/register-definition.ts'
import type { registerSheetEndpoints } from '../../contract/registers/register-sheets.ts'
import { answersOf, component, file, json } from '../answers-of.ts'
import { count, day, instant, words } from '../fields.ts'
import { importReport } from '../people.ts'

const named = component('NamedPerson', z.object({ staffNumber: words, name: words }))

/** A line of a register, with the body of that register. */
export function recordView<Body>({ bodySchema }: RegisterDefinition<Body>) {
  return z.object({
    id: z.uuid(),
    staffNumber: words.nullable(),
    name: words.nullable(),
    office: words.nullable(),
    first: day,
    last: day,
    state: words,
    stateWords: words,
    body: bodySchema,
    summary: words,
    at: instant,
    by: words,
    revision: count,
    people: z.array(named),
    barred: z.enum(['aboutOneself', 'withdrawn', 'role']).nullable(),
  })
}

/** The answers of what is done alike in every register; a register's own steps answer `step`. */
export function recordAnswers<Body>(definition: RegisterDefinition<Body>) {
  const record = recordView(definition)
  const one = z.object({ record })
  return {
    list: json(z.object({ records: z.array(record), total: count })),
    add: json(one, [409, 422]),
    change: json(one, [404, 409, 422]),
    withdraw: json(one, [404, 409]),
    step: json(one, [404, 409, 422]),
  } as const
}

const historyStep = z.object({
  position: count,
  step: words,
  stepWords: words,
  stateWords: words,
  at: instant,
  by: words,
  reason: words.nullable(),
  changes: z.array(z.object({ title: words, before: words, after: words })),
})

export const registerSheetAnswers = answersOf<typeof registerSheetEndpoints>()({
  exportRecords: file([403]),
  downloadRecordTemplate: file([403]),
  importRecords: json(importReport, [403, 422]),
  markRecordProblems: file([403, 422]),
  readRecordHistory: json(z.object({ steps: z.array(historyStep) }), [403, 404]),
})
