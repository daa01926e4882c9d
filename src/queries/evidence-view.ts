import type { Evidence } from '../commands/evidence-store.ts'

/** 佐证, as it is listed with its entry or its line of a register. */
export type EvidenceView = {
  readonly id: string
  /** Of the entry, or of the line. */
  readonly subjectId: string
  readonly fileName: string
  readonly mediaType: string
  /** Shown in a list as a thumbnail; anything else is downloaded. */
  readonly isPicture: boolean
  /** In bytes. */
  readonly size: number
  readonly taken: Evidence['taken']
  readonly at: string
  readonly by: string
}

export function evidenceView({ id, subject, fileName, mediaType, size, taken, at, by }: Evidence): EvidenceView {
  const isPicture = isPictureType(mediaType)
  return { id, subjectId: subject.id, fileName, mediaType, isPicture, size, taken, at: at.toISOString(), by }
}

/** Every picture is kept as one kind. */
export function isPictureType(mediaType: string): boolean {
  return mediaType === 'image/jpeg'
}
