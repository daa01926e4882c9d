import { likeness } from './text-print.ts'
import type { StudyRecord } from './study-record.ts'

/** Another piece with the same in it. Shown to whoever checks it; what it means is theirs to say. */
export type StudyCopy = {
  readonly record: StudyRecord
  /** Whole per cent; 100: the same text, or the very same file. */
  readonly likeness: number
  readonly isSamePerson: boolean
  readonly isSameFile: boolean
}

/** From so many per cent on it is shown: suggested by this system. */
export const shownLikeness = 60

/**
 * Pieces that hold the same text or the same file as this one, of the same person or another's, the most alike first.
 * One that was returned to the same person is left out: handing it in again is what was asked for.
 */
export function findCopies(record: StudyRecord, others: readonly StudyRecord[]): readonly StudyCopy[] {
  const found = others.flatMap((other): readonly StudyCopy[] => {
    if (other.id === record.id) return []
    const isSamePerson = other.staffNumber === record.staffNumber
    if (isSamePerson && other.state === 'returned') return []
    const isSameFile = record.body.file !== null && record.body.file.sha256 === other.body.file?.sha256
    const { print } = record.body
    const alike = isSameFile
      ? 100
      : print === null || other.body.print === null
        ? 0
        : likeness(print, other.body.print)
    return alike >= shownLikeness ? [{ record: other, likeness: alike, isSamePerson, isSameFile }] : []
  })
  return found.toSorted((left, right) => right.likeness - left.likeness)
}
