import { z } from 'zod'
import { largestAttachmentMegabytes } from '../../domain/review/attachment.ts'
import type { AttachmentView } from '../../queries/attachment-view.ts'
import { answer, endpoint } from './endpoint.ts'

export type { AttachmentView as Attachment }

/** 佐证: files handed in to a proceeding; who may read it may add to it while it is open. They are listed with it. */
export const attachmentEndpoints = {
  addAttachment: endpoint({
    method: 'POST',
    path: '/api/proceedings/{proceedingId}/attachments',
    access: { action: 'proceeding.read' },
    params: z.object({ proceedingId: z.uuid() }),
    upload: true,
    mostMegabytes: largestAttachmentMegabytes,
    idempotent: true,
    answer: answer<AttachmentView>(),
  }),
  downloadAttachment: endpoint({
    method: 'GET',
    path: '/api/attachments/{attachmentId}',
    access: { action: 'proceeding.read' },
    params: z.object({ attachmentId: z.uuid() }),
    answers: 'file',
    answer: answer<Blob>(),
  }),
}
