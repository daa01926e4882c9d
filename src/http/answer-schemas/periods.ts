import { z } from 'zod'
import type { periodEndpoints } from '../contract/periods.ts'
import { answersOf, component, json } from './answers-of.ts'
import { bulletinContent } from './bulletin-content.ts'
import { entry } from './entries.ts'
import { count, instant, words } from './fields.ts'

const month = component(
  'Month',
  z.object({
    month: words,
    state: z.enum(['ahead', 'running', 'open', 'closed']),
    entries: count,
    unconfirmed: count,
    late: count,
    closed: z
      .object({ at: instant, by: words, bulletinId: z.uuid(), open: z.array(words), reason: words.nullable() })
      .nullable(),
  }),
)

const calendarYear = component(
  'CalendarYear',
  z.object({
    year: z.int(),
    isAnnounced: z.boolean(),
    days: z.array(
      z.object({
        day: words,
        isWorking: z.boolean(),
        isWorkingNationally: z.boolean(),
        holiday: words.nullable(),
        change: z.object({ note: words, at: instant, by: words }).nullable(),
      }),
    ),
  }),
)

export const periodAnswers = answersOf<typeof periodEndpoints>()({
  listMonths: json(z.object({ year: z.int(), months: z.array(month) })),
  previewMonth: json(
    z.object({
      month: words,
      checks: z.array(
        z.object({
          kind: z.enum(['unconfirmed', 'objections', 'registers', 'missing', 'earlier']),
          count,
          words,
          needsReason: z.boolean(),
        }),
      ),
      needsReason: z.boolean(),
      content: bulletinContent,
      digest: words,
    }),
    [409, 422],
  ),
  closeMonth: json(month, [409, 422]),
  readOwnNews: json(z.object({ entries: z.array(entry) })),
  acknowledgeEntries: json(z.object({ acknowledged: count }), [404]),
  readCalendar: json(calendarYear),
  changeCalendar: json(calendarYear),
})
