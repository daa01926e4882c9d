import type { LocalDate } from '../domain/primitives/local-date.ts'
import { accept, refuse, type Result } from '../domain/primitives/result.ts'
import { mostAttachments, type TakenInFile } from '../domain/review/attachment.ts'
import type { Proceeding } from '../domain/review/proceeding.ts'
import { isOpen } from '../domain/review/proceeding-state.ts'
import type { AttachmentStore, StoredAttachment } from './attachment-store.ts'
import type { KeptFiles } from './kept-files.ts'

export type AttachFileRefusal =
  | { readonly code: 'attachments-closed' }
  | { readonly code: 'attachments-full'; readonly most: number }
  | { readonly code: 'files-disk-full' }

type Ports = { readonly attachments: AttachmentStore; readonly files: KeptFiles }

type AttachAct = {
  readonly by: string
  readonly at: Date
  readonly today: LocalDate
  readonly newId: () => string
}

/**
 * Adds a file to an open proceeding. Its bytes are on the disk before it is on record: what is cut off in between leaves
 * bytes nobody names. The same content handed in again is the file that is there already.
 */
export async function attachFile(
  { attachments, files }: Ports,
  { by, at, today, newId }: AttachAct,
  proceeding: Proceeding,
  { bytes, ...checked }: TakenInFile,
): Promise<Result<StoredAttachment, AttachFileRefusal>> {
  if (!isOpen(proceeding, today)) return refuse({ code: 'attachments-closed' })
  const there = await attachments.ofProceeding(proceeding.id)
  const kept = await files.put(bytes)
  if (!kept.ok) return refuse({ code: 'files-disk-full' })
  const same = there.find(({ sha256 }) => sha256 === kept.value)
  if (same !== undefined) return accept(same)
  if (there.length >= mostAttachments) return refuse({ code: 'attachments-full', most: mostAttachments })
  const { id: proceedingId } = proceeding
  const stored = { id: newId(), proceedingId, ...checked, size: bytes.length, sha256: kept.value, at, by }
  await attachments.add([stored])
  return accept(stored)
}
