import { z } from 'zod'
import type { EntryEffect } from '../../queries/entry-effect.ts'
import type { EntryView } from '../../queries/entry-view.ts'
import { answer, endpoint } from './endpoint.ts'
import { entryDraftSchema } from './entries.ts'
import { minutesFields } from './proceedings.ts'

const proceedingParams = z.object({ proceedingId: z.uuid() })
const seenField = z.int().min(1)

const amountsField = z
  .array(
    z.object({
      staffNumber: z.string().min(1),
      /** As typed; null: nothing for him. */
      points: z.string().trim().min(1, '请填写分值；不扣分的选“不予扣分”').max(40).nullable(),
    }),
  )
  .max(500)

const proposalSchema = z.object({
  ...entryDraftSchema.pick({
    about: true,
    ruleId: true,
    quantity: true,
    occurredOn: true,
    matter: true,
    place: true,
  }).shape,
  facts: z.string().trim().min(5, '请写明事实，至少5个字').max(4000, '最多4000个字'),
})
export type DiscretionProposal = z.input<typeof proposalSchema>

/** 裁量: what a regulation leaves to the leading group is proposed without an amount, and decided with minutes. */
export const discretionEndpoints = {
  proposeDiscretion: endpoint({
    method: 'POST',
    path: '/api/discretions',
    access: { action: 'discretion.propose' },
    idempotent: true,
    body: proposalSchema,
    answer: answer<{ readonly proceedingId: string; readonly year: number; readonly number: number }>(),
  }),
  /** Before it is decided; the reason stays on record. */
  withdrawDiscretion: endpoint({
    method: 'POST',
    path: '/api/discretions/{proceedingId}/withdrawal',
    access: { action: 'discretion.propose' },
    idempotent: true,
    params: proceedingParams,
    body: z.object({ seen: seenField, words: z.string().trim().max(4000) }),
    answer: answer<{ readonly withdrawn: true }>(),
  }),
  /** What the entries of a decision would move, before it is taken. */
  previewDiscretion: endpoint({
    method: 'POST',
    path: '/api/discretions/{proceedingId}/decision/preview',
    readsOnly: true,
    access: { action: 'discretion.decide' },
    params: proceedingParams,
    body: z.object({ amounts: amountsField }),
    answer: answer<{ readonly effects: readonly EntryEffect[] }>(),
  }),
  /** Makes the entries in the same stroke; they wait for the office's confirmation. */
  decideDiscretion: endpoint({
    method: 'POST',
    path: '/api/discretions/{proceedingId}/decision',
    access: { action: 'discretion.decide' },
    idempotent: true,
    params: proceedingParams,
    body: z.object({
      seen: seenField,
      amounts: amountsField,
      reasons: z.string().trim().min(5, '请写明理由，至少5个字').max(4000, '最多4000个字'),
      minutes: minutesFields,
    }),
    answer: answer<{ readonly entries: readonly EntryView[] }>(),
  }),
}
