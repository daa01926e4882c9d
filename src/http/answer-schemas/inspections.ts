import { z } from 'zod'
import { dayStatusKinds } from '../../domain/registers/whereabouts/day-status.ts'
import type { inspectionEndpoints } from '../contract/inspections.ts'
import { answersOf, component, json } from './answers-of.ts'
import { bulletinContent } from './bulletin-content.ts'
import { entry } from './entries.ts'
import { count, day, instant, words } from './fields.ts'

const summary = component(
  'InspectionSummary',
  z.object({
    id: z.uuid(),
    year: z.int(),
    number: count,
    title: words,
    fromOn: day,
    toOn: day,
    offices: z.array(words),
    inspectors: z.array(words),
    openedBy: words,
    visited: count,
    withFindings: count,
    ended: z.object({ at: instant, by: words, bulletinId: z.uuid() }).nullable(),
    isMine: z.boolean(),
  }),
)

const detail = component(
  'InspectionDetail',
  z.object({
    round: summary,
    offices: z.array(
      z.object({
        office: words,
        outcome: z.enum(['nothing', 'findings', 'unvisited']),
        visits: z.array(
          z.object({ id: z.uuid(), outcome: z.enum(['nothing', 'findings']), words, at: instant, by: words }),
        ),
        entries: z.array(entry),
      }),
    ),
  }),
)

const settings = z.object({ wantsPlace: z.boolean() })

const kit = component(
  'InspectionKit',
  z.object({
    madeAt: instant,
    today: day,
    wantsPlace: z.boolean(),
    rounds: z.array(
      z.object({
        id: z.uuid(),
        title: words,
        fromOn: day,
        toOn: day,
        offices: z.array(
          z.object({
            office: words,
            outcome: z.enum(['nothing', 'findings', 'unvisited']),
            noted: z.array(words),
          }),
        ),
      }),
    ),
    people: z.array(
      z.object({
        staffNumber: words,
        name: words,
        office: words,
        pinyin: words,
        initials: words,
        status: z.object({ kind: z.enum(dayStatusKinds), words, isAccounted: z.boolean() }),
      }),
    ),
    rules: z.array(
      z.object({
        ruleId: words,
        sentence: words,
        clause: words,
        itemTitle: words,
        unit: words.nullable(),
        uses: count,
        offices: z.array(words),
      }),
    ),
  }),
)

export const inspectionAnswers = answersOf<typeof inspectionEndpoints>()({
  listInspections: json(
    z.object({
      rounds: z.array(summary),
      choices: z.object({ nextNumber: count, offices: z.array(words), inspectors: z.array(words) }).nullable(),
    }),
  ),
  openInspection: json(detail, [409, 422]),
  readInspectionKit: json(kit),
  readInspectionSettings: json(settings),
  changeInspectionSettings: json(settings),
  readInspection: json(detail, [404]),
  visitOffice: json(detail, [404, 409, 422]),
  recordInspectionFinding: json(detail.extend({ recorded: z.array(z.uuid()) }), [404, 409, 422]),
  previewInspectionReport: json(
    z.object({ content: bulletinContent, unexplained: z.array(words), digest: words }),
    [404, 409],
  ),
  endInspection: json(detail, [404, 409, 422]),
})
