import { keepFile, type KeptFile } from '../commands/keep-file.ts'
import { refuse, type Result } from '../domain/primitives/result.ts'
import type { TakenInFile } from '../domain/review/attachment.ts'
import type { UploadedFile } from './files.ts'
import type { Refusal } from './refusal.ts'
import type { Services } from './services.ts'

/** Looks at a file handed in, by its bytes; a picture is drawn anew. Ahead of any transaction: both may take long. */
export async function checkUpload(
  { checkAttachment }: Pick<Services, 'checkAttachment'>,
  file: UploadedFile,
): Promise<Result<TakenInFile, Refusal>> {
  const checked = await checkAttachment(file)
  if (checked.ok) return checked
  return refuse({ code: 'attachment-refused', fileName: shownName(file.name), fault: checked.refusal })
}

/** Looks at it, and keeps its bytes. */
export async function keepUpload(
  services: Pick<Services, 'checkAttachment' | 'files'>,
  file: UploadedFile,
): Promise<Result<KeptFile, Refusal>> {
  const checked = await checkUpload(services, file)
  return checked.ok ? keepFile(services.files, checked.value) : checked
}

/** A name that was refused is only repeated, and not at any length. */
function shownName(name: string): string {
  return name.length > 80 ? `${name.slice(0, 80)}…` : name
}
