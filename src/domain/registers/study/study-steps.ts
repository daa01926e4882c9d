import { accept, refuse, type Result } from '../../primitives/result.ts'
import type { StudyBody, StudyRecord } from './study-record.ts'

export type StudyStep =
  /** 核对: `words` in hundredths, of a piece whose words the program could not count; null: as counted. */
  | { readonly step: 'accepted'; readonly words: number | null }
  | { readonly step: 'returned' }
  /** By the person, while nobody has looked at it. */
  | { readonly step: 'withdrawn' }

export type StudyRefusal =
  | { readonly code: 'study-state'; readonly state: string }
  /** The program could not count them, and nobody has said. */
  | { readonly code: 'study-words-missing' }
  /** The program has counted them: nothing else is written in. */
  | { readonly code: 'study-words-counted'; readonly words: number }

/** The piece after the step; an accepted one may still be returned, and a returned one accepted after all. */
export function takeStudyStep(
  { state, body }: Pick<StudyRecord, 'state' | 'body'>,
  step: StudyStep,
): Result<{ readonly state: string; readonly body: StudyBody }, StudyRefusal> {
  if (step.step === 'withdrawn')
    return state === 'handed-in' ? accept({ state: 'withdrawn', body }) : refuse({ code: 'study-state', state })
  if (step.step === 'returned')
    return state === 'returned' ? refuse({ code: 'study-state', state }) : accept({ state: 'returned', body })
  if (state === 'accepted') return refuse({ code: 'study-state', state })
  const isCounted = body.form === 'typed' || body.form === 'document'
  if (isCounted && body.words !== null) {
    if (step.words !== null && step.words !== body.words)
      return refuse({ code: 'study-words-counted', words: body.words })
    return accept({ state: 'accepted', body })
  }
  const words = step.words ?? body.words
  if (words === null || words <= 0) return refuse({ code: 'study-words-missing' })
  return accept({ state: 'accepted', body: { ...body, words } })
}
