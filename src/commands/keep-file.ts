import { accept, refuse, type Result } from '../domain/primitives/result.ts'
import type { CheckedAttachment, TakenInFile } from '../domain/review/attachment.ts'
import type { KeptFiles } from './kept-files.ts'

/** A file whose bytes are kept, and that is on record of nothing yet. */
export type KeptFile = CheckedAttachment & {
  /** In bytes. */
  readonly size: number
  readonly sha256: string
}

export type KeepFileRefusal = { readonly code: 'files-disk-full' }

/**
 * Keeps the bytes of a file before it is put on record, outside any transaction, so that a slow store holds up nobody. What
 * is refused or cut off afterwards leaves bytes that no row names; the next upload of the same content takes them up.
 */
export async function keepFile(
  files: Pick<KeptFiles, 'put'>,
  { bytes, fileName, mediaType }: TakenInFile,
): Promise<Result<KeptFile, KeepFileRefusal>> {
  const kept = await files.put(bytes)
  if (!kept.ok) return refuse({ code: 'files-disk-full' })
  return accept({ fileName, mediaType, size: bytes.length, sha256: kept.value })
}
