import { z } from 'zod'
import type { attachmentEndpoints } from '../contract/attachments.ts'
import { answersOf, component, file, json } from './answers-of.ts'
import { count, instant, words } from './fields.ts'

export const attachment = component(
  'Attachment',
  z.object({ id: z.uuid(), fileName: words, mediaType: words, size: count, at: instant, by: words }),
)

export const attachmentAnswers = answersOf<typeof attachmentEndpoints>()({
  addAttachment: json(attachment, [404, 409, 422]),
  downloadAttachment: file([404, 409]),
})
