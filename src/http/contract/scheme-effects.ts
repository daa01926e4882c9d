import { z } from 'zod'
import { diagnosticSchema } from '../../domain/regulation/diagnostic.ts'
import type { ReadingEffects } from '../../domain/scoring/reading-effect.ts'
import { answer, endpoint } from './endpoint.ts'
import { yearField } from './year-field.ts'

export type { ReadingEffect, ReadingEffects } from '../../domain/scoring/reading-effect.ts'

const offsetField = z.coerce.number<number | string>().int().min(0)

export const schemeEffectEndpoints = {
  /** 按A理解: 影响7人, 最多4分 — for the finding of the open draft with that code at that span. */
  readReadingEffects: endpoint({
    method: 'GET',
    path: '/api/drafts/{draftId}/reading-effects',
    access: { action: 'scheme.read' },
    params: z.object({ draftId: z.uuid() }),
    query: z.object({
      revision: offsetField,
      code: diagnosticSchema.shape.code,
      start: offsetField,
      end: offsetField,
      year: yearField,
    }),
    answer: answer<ReadingEffects>(),
  }),
}
