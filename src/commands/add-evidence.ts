import { accept, refuse, type Result } from '../domain/primitives/result.ts'
import { mostAttachments } from '../domain/review/attachment.ts'
import type { Evidence, EvidenceStore } from './evidence-store.ts'
import type { KeptFile } from './keep-file.ts'

export type AddEvidenceRefusal = { readonly code: 'attachments-full'; readonly most: number }

type EvidenceAct = { readonly by: string; readonly at: Date; readonly newId: () => string }

/**
 * 佐证: adds a file to an entry or to a line of a register; never taken away again. Its bytes were kept before
 * (keep-file.ts). The same content handed in again is the file that is there already.
 */
export async function addEvidence(
  evidence: Pick<EvidenceStore, 'of' | 'add'>,
  { by, at, newId }: EvidenceAct,
  subject: Evidence['subject'],
  kept: KeptFile,
  taken: Evidence['taken'],
): Promise<Result<Evidence, AddEvidenceRefusal>> {
  const there = await evidence.of(subject.kind, [subject.id])
  const same = there.find(({ sha256 }) => sha256 === kept.sha256)
  if (same !== undefined) return accept(same)
  if (there.length >= mostAttachments) return refuse({ code: 'attachments-full', most: mostAttachments })
  const added = { id: newId(), subject, ...kept, taken, at, by }
  await evidence.add(added)
  return accept(added)
}
