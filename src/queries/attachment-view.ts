import type { StoredAttachment } from '../commands/attachment-store.ts'

/** A file handed in, as it is listed with its proceeding. */
export type AttachmentView = {
  readonly id: string
  readonly fileName: string
  readonly mediaType: string
  /** In bytes. */
  readonly size: number
  readonly at: string
  readonly by: string
}

export function attachmentView({ id, fileName, mediaType, size, at, by }: StoredAttachment): AttachmentView {
  return { id, fileName, mediaType, size, at: at.toISOString(), by }
}
