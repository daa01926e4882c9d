import { z } from 'zod'
import type { discretionEndpoints } from '../contract/discretions.ts'
import { answersOf, json } from './answers-of.ts'
import { entry, entryEffect } from './entries.ts'
import { count } from './fields.ts'

export const discretionAnswers = answersOf<typeof discretionEndpoints>()({
  proposeDiscretion: json(z.object({ proceedingId: z.uuid(), year: z.int(), number: count }), [403, 409, 422]),
  withdrawDiscretion: json(z.object({ withdrawn: z.literal(true) }), [403, 404, 409]),
  previewDiscretion: json(z.object({ effects: z.array(entryEffect) }), [404, 422]),
  decideDiscretion: json(z.object({ entries: z.array(entry) }), [403, 404, 409, 422]),
})
