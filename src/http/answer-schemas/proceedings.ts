import { z } from 'zod'
import { bulletinKinds } from '../../domain/bulletin/bulletin.ts'
import { outcomes, stepDeedSchema } from '../../domain/review/step-deed.ts'
import type { proceedingEndpoints } from '../contract/proceedings.ts'
import { answersOf, component, file, json, written } from './answers-of.ts'
import { attachment } from './attachments.ts'
import { entry } from './entries.ts'
import { centipoints, count, day, fen, instant, quantity, words } from './fields.ts'

const outcome = z.enum(outcomes)
const stepKind = z.enum([
  'filed',
  'proposed',
  'withdrawn',
  'answered',
  'review-asked',
  'recused',
  'review-decided',
  'decided',
  'entered',
  'cured',
  'appeal-recorded',
])
const recusal = z.enum(['aboutOneself', 'recorder', 'confirmer', 'publisher', 'answerer', 'proposer', 'recused'])

const headFields = {
  id: z.uuid(),
  kind: z.enum(['objection', 'discretion']),
  year: z.int(),
  number: count,
  people: z.array(z.object({ staffNumber: words, name: words, office: words })),
  about: words,
  openedOn: day,
  openedBy: words,
  state: z.enum(['filed', 'answered', 'review-asked', 'withdrawn', 'settled', 'decided', 'proposed', 'entered']),
  isOpen: z.boolean(),
  outcome: outcome.nullable(),
  cure: z.enum(['not-needed', 'due', 'done']),
  appeal: z.enum([...outcomes, 'pending']).nullable(),
  deadlines: z.array(
    z.object({
      who: z.enum(['office', 'person', 'leadingGroup']),
      what: z.enum(['answer', 'ask-review', 'decide-review', 'decide', 'enter', 'cure']),
      dueOn: day.nullable(),
      daysLeft: z.int().nullable(),
      isOverdue: z.boolean(),
    }),
  ),
  waitsForMe: z.boolean(),
}

const proceedingHead = component('ProceedingHead', z.object(headFields))

const proceedingView = component(
  'Proceeding',
  z.object({
    ...headFields,
    subject: z.discriminatedUnion('about', [
      z.object({ about: z.literal('entry'), entry }),
      z.object({
        about: z.literal('figure'),
        what: words,
        bulletin: z.object({
          id: z.uuid(),
          kind: z.enum(bulletinKinds),
          title: words,
          number: count,
          publishedOn: day,
        }),
      }),
      z.object({
        about: z.literal('deduction'),
        ruleId: words,
        ruleSentence: words,
        clause: words,
        min: centipoints.nullable(),
        max: centipoints.nullable(),
        occurredOn: day,
        quantity,
        unit: words.nullable(),
        matter: words.nullable(),
        place: words.nullable(),
        facts: words,
      }),
    ]),
    steps: z.array(
      z.object({
        position: count,
        at: instant,
        on: day,
        by: words,
        dueOn: day.nullable(),
        deed: written(stepDeedSchema),
      }),
    ),
    possible: z.array(stepKind),
    barred: z.array(z.object({ step: stepKind, why: recusal })),
    members: z.array(z.object({ userName: words, recusal: recusal.nullable() })),
    isOwn: z.boolean(),
    attachments: z.array(attachment),
  }),
)

const curePreview = z.object({
  year: z.int(),
  isProvisional: z.boolean(),
  noPay: z.enum(['no-amount', 'other-formula', 'no-score']).nullable(),
  changes: z.array(
    z.object({
      staffNumber: words,
      name: words,
      office: words,
      scoreBefore: centipoints,
      scoreAfter: centipoints,
      rankBefore: count.nullable(),
      rankAfter: count.nullable(),
      payBeforeFen: fen.nullable(),
      payAfterFen: fen.nullable(),
      isSubject: z.boolean(),
    }),
  ),
  unchanged: count,
  poolFen: fen.nullable(),
})

const publishedOver = z.object({
  id: z.uuid(),
  title: words,
  number: count,
  publishedOn: day,
  isInNotice: z.boolean(),
})

const taken = json(proceedingView, [403, 404, 409, 422])

export const proceedingAnswers = answersOf<typeof proceedingEndpoints>()({
  listProceedings: json(z.object({ proceedings: z.array(proceedingHead) })),
  readProceeding: json(proceedingView, [404]),
  listEntriesUnderObjection: json(
    z.object({
      entries: z.array(z.object({ entryId: z.uuid(), proceedingId: z.uuid(), year: z.int(), number: count })),
    }),
  ),
  fileObjection: taken,
  withdrawObjection: taken,
  answerObjection: taken,
  askForReview: taken,
  recordRecusal: taken,
  decideReview: taken,
  recordAppeal: taken,
  previewCure: json(
    z.object({ preview: curePreview.nullable(), publishedOver: z.array(publishedOver) }),
    [404, 422],
  ),
  cureByReversal: taken,
  cureByCorrection: taken,
  downloadProceeding: file([404]),
})
