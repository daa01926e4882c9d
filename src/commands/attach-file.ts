import type { LocalDate } from '../domain/primitives/local-date.ts'
import { accept, refuse, type Result } from '../domain/primitives/result.ts'
import { mostAttachments } from '../domain/review/attachment.ts'
import type { Proceeding } from '../domain/review/proceeding.ts'
import { isOpen } from '../domain/review/proceeding-state.ts'
import type { AttachmentStore, StoredAttachment } from './attachment-store.ts'
import type { KeptFile } from './keep-file.ts'

export type AttachFileRefusal =
  | { readonly code: 'attachments-closed' }
  | { readonly code: 'attachments-full'; readonly most: number }

type AttachAct = {
  readonly by: string
  readonly at: Date
  readonly today: LocalDate
  readonly newId: () => string
}

/**
 * Adds a file to an open proceeding. Its bytes were kept before (keep-file.ts). The same content handed in again is the file that is there already.
 */
export async function attachFile(
  attachments: Pick<AttachmentStore, 'ofProceeding' | 'add'>,
  { by, at, today, newId }: AttachAct,
  proceeding: Proceeding,
  kept: KeptFile,
): Promise<Result<StoredAttachment, AttachFileRefusal>> {
  if (!isOpen(proceeding, today)) return refuse({ code: 'attachments-closed' })
  const there = await attachments.ofProceeding(proceeding.id)
  const same = there.find(({ sha256 }) => sha256 === kept.sha256)
  if (same !== undefined) return accept(same)
  if (there.length >= mostAttachments) return refuse({ code: 'attachments-full', most: mostAttachments })
  const { id: proceedingId } = proceeding
  const stored = { id: newId(), proceedingId, ...kept, at, by }
  await attachments.add([stored])
  return accept(stored)
}
