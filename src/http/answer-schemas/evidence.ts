import { z } from 'zod'
import type { evidenceEndpoints } from '../contract/evidence.ts'
import { answersOf, component, file, json } from './answers-of.ts'
import { count, instant, words } from './fields.ts'

const evidence = component(
  'Evidence',
  z.object({
    id: z.uuid(),
    subjectId: z.uuid(),
    fileName: words,
    mediaType: words,
    isPicture: z.boolean(),
    size: count,
    taken: z.object({ at: words, place: z.object({ latitude: words, longitude: words }).nullable() }).nullable(),
    at: instant,
    by: words,
  }),
)

export const evidenceAnswers = answersOf<typeof evidenceEndpoints>()({
  addEntryEvidence: json(evidence, [403, 404, 409, 422]),
  addRecordEvidence: json(evidence, [403, 404, 409, 422]),
  listEvidence: json(z.object({ evidence: z.array(evidence), openTo: z.array(z.uuid()) })),
  readEvidence: file([404, 409]),
})
