import { z } from 'zod'
import { largestAttachmentMegabytes } from '../../domain/review/attachment.ts'
import type { EvidenceView } from '../../queries/evidence-view.ts'
import type { ListedEvidence } from '../../queries/list-evidence.ts'
import { answer, endpoint } from './endpoint.ts'

export type { EvidenceView as EvidenceFile }

/** Kept only where the town wants it; left out, nothing is known of it. */
const takenFields = z.object({
  takenAt: z.iso.datetime().optional(),
  latitude: z
    .string()
    .regex(/^-?\d{1,2}(\.\d{1,6})?$/)
    .optional(),
  longitude: z
    .string()
    .regex(/^-?\d{1,3}(\.\d{1,6})?$/)
    .optional(),
})

export const mostEvidenceSubjects = 200

/** 佐证 of entries and of lines of registers: who may read the one may read the other. */
export const evidenceEndpoints = {
  /** The office to any, an inspector to what he recorded himself. */
  addEntryEvidence: endpoint({
    method: 'POST',
    path: '/api/entries/{entryId}/evidence',
    access: { action: 'entry.record' },
    params: z.object({ entryId: z.uuid() }),
    upload: true,
    mostMegabytes: largestAttachmentMegabytes,
    body: takenFields,
    idempotent: true,
    answer: answer<EvidenceView>(),
  }),
  /** Who may write the line may add to it: the register says who (policies/register-reach.ts). */
  addRecordEvidence: endpoint({
    method: 'POST',
    path: '/api/records/{recordId}/evidence',
    access: { action: 'entry.read' },
    params: z.object({ recordId: z.uuid() }),
    upload: true,
    mostMegabytes: largestAttachmentMegabytes,
    body: takenFields,
    idempotent: true,
    answer: answer<EvidenceView>(),
  }),
  /** Of several at once; those one may not read have none. */
  listEvidence: endpoint({
    method: 'GET',
    path: '/api/evidence',
    access: { action: 'entry.read' },
    query: z.object({
      kind: z.enum(['entry', 'record']),
      /** One after the other, with commas. */
      ids: z
        .string()
        .max(mostEvidenceSubjects * 37)
        .transform((text) => text.split(',').filter((id) => id !== ''))
        .pipe(z.array(z.uuid()).max(mostEvidenceSubjects)),
    }),
    answer: answer<ListedEvidence>(),
  }),
  /** `thumbnail`: a small JPEG, of pictures alone. A picture may be shown within a page, anything else only saved. */
  readEvidence: endpoint({
    method: 'GET',
    path: '/api/evidence/{evidenceId}',
    access: { action: 'entry.read' },
    params: z.object({ evidenceId: z.uuid() }),
    query: z.object({ size: z.enum(['whole', 'thumbnail']).default('whole') }),
    answers: 'file',
    answer: answer<Blob>(),
  }),
}
