import { z } from 'zod'
import type { CorrectionView } from '../../queries/correction-view.ts'
import { answer, endpoint } from './endpoint.ts'
import { yearField } from './year-field.ts'

export type { CorrectionView as Correction }

type Corrections = { readonly corrections: readonly CorrectionView[] }

/** 个人信息: what the system keeps of who asks, and what he wants put right. */
export const ownRecordEndpoints = {
  /** Everything kept about one's own person, with the scores of one year. */
  downloadOwnData: endpoint({
    method: 'GET',
    path: '/api/own-data',
    access: { action: 'own-data.read' },
    query: z.object({ year: yearField, format: z.enum(['xlsx', 'json']).default('xlsx') }),
    answers: 'file',
    answer: answer<Blob>(),
  }),
  listOwnCorrections: endpoint({
    method: 'GET',
    path: '/api/own-data/corrections',
    access: { action: 'correction.request' },
    answer: answer<Corrections>(),
  }),
  requestCorrection: endpoint({
    method: 'POST',
    path: '/api/own-data/corrections',
    access: { action: 'correction.request' },
    idempotent: true,
    body: z.object({
      words: z.string().trim().min(5, '请写明哪里不对、应当怎样，至少5个字').max(1000, '最多1000个字'),
    }),
    answer: answer<CorrectionView>(),
  }),
  /** All of the town, those that wait first. */
  listCorrections: endpoint({
    method: 'GET',
    path: '/api/corrections',
    access: { action: 'correction.answer' },
    answer: answer<Corrections>(),
  }),
  answerCorrection: endpoint({
    method: 'POST',
    path: '/api/corrections/{requestId}/answer',
    access: { action: 'correction.answer' },
    idempotent: true,
    params: z.object({ requestId: z.uuid() }),
    body: z.object({
      state: z.enum(['done', 'declined']),
      answer: z.string().trim().min(1, '请写明怎样更正的，或为什么不更正').max(1000, '最多1000个字'),
    }),
    answer: answer<CorrectionView>(),
  }),
}
