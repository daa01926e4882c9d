import { z } from 'zod'
import type { monthFigureEndpoints } from '../contract/month-figures.ts'
import { answersOf, json } from './answers-of.ts'
import { centipoints, count, day, words } from './fields.ts'

const place = count.describe('在名单里的序号，从0起')

export const monthFigureAnswers = answersOf<typeof monthFigureEndpoints>()({
  readMonthFigures: json(
    z.object({
      month: words,
      asOf: day,
      whose: z.enum(['town', 'offices', 'self']),
      offices: z.array(words),
      rules: z.array(z.object({ item: words, sentence: words })),
      people: z.array(z.object({ staffNumber: words, name: words })),
      rows: z.array(
        z.object({
          on: day,
          office: place,
          rule: place,
          points: centipoints,
          lines: count,
          of: z.array(z.object({ person: place, points: centipoints, entryId: words.nullable() })),
        }),
      ),
      heads: z.array(z.object({ month: words, office: place, people: count })),
      scores: z.array(centipoints),
      isProvisional: z.boolean(),
    }),
    [422],
  ),
})
