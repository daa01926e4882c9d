import { accept, refuse, type Result } from '../domain/primitives/result.ts'
import { mostAttachments, type TakenInFile } from '../domain/review/attachment.ts'
import type { Evidence, EvidenceStore } from './evidence-store.ts'
import type { KeptFiles } from './kept-files.ts'

export type AddEvidenceRefusal =
  | { readonly code: 'attachments-full'; readonly most: number }
  | { readonly code: 'files-disk-full' }

type Ports = {
  readonly evidence: EvidenceStore
  readonly files: KeptFiles
}

type EvidenceAct = { readonly by: string; readonly at: Date; readonly newId: () => string }

/**
 * 佐证: adds a file to an entry or to a line of a register; never taken away again. Its bytes are kept before it is on
 * record. The same content handed in again is the file that is there already.
 */
export async function addEvidence(
  { evidence, files }: Ports,
  { by, at, newId }: EvidenceAct,
  subject: Evidence['subject'],
  { bytes, ...checked }: TakenInFile,
  taken: Evidence['taken'],
): Promise<Result<Evidence, AddEvidenceRefusal>> {
  const there = await evidence.of(subject.kind, [subject.id])
  const kept = await files.put(bytes)
  if (!kept.ok) return refuse({ code: 'files-disk-full' })
  const same = there.find(({ sha256 }) => sha256 === kept.value)
  if (same !== undefined) return accept(same)
  if (there.length >= mostAttachments) return refuse({ code: 'attachments-full', most: mostAttachments })
  const added = { id: newId(), subject, ...checked, size: bytes.length, sha256: kept.value, taken, at, by }
  await evidence.add(added)
  return accept(added)
}
