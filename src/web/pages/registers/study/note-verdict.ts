import type { z } from 'zod'
import type { studyEndpoints, WaitingNote } from '../../../../http/contract/registers/study.ts'

/** What is to become of one piece; `later`: nothing this time. */
export type Verdict = {
  readonly outcome: 'accepted' | 'returned' | 'later'
  /** Whole words, of a piece the program could not count. */
  readonly words: number | null
  readonly reason: string
}

export const undecided: Verdict = { outcome: 'later', words: null, reason: '' }

/** Whether the program counted its words: nothing is typed in then. */
export function isCounted({ record: { body } }: WaitingNote): boolean {
  return body.words !== null && body.form !== 'scan'
}

/** Of an accepted piece, in hundredths; 0 while they are still missing. */
export function acceptedWords(note: WaitingNote, { words }: Verdict): number {
  return isCounted(note) ? (note.record.body.words ?? 0) : (words ?? 0) * 100
}

export function isComplete(note: WaitingNote, verdict: Verdict): boolean {
  if (verdict.outcome === 'returned') return verdict.reason.trim() !== ''
  return verdict.outcome === 'later' || acceptedWords(note, verdict) > 0
}

type Check = z.input<NonNullable<(typeof studyEndpoints.checkStudyNotes)['body']>>['checks'][number]

/** The verdict as it is sent; none: it is left for another time. */
export function checkOf(note: WaitingNote, { outcome, words, reason }: Verdict): readonly Check[] {
  const { id: recordId, revision } = note.record
  if (outcome === 'later') return []
  if (outcome === 'returned') return [{ recordId, revision, outcome, reason: reason.trim() }]
  return [{ recordId, revision, outcome, words: isCounted(note) ? null : words }]
}
