import type { Interpretation } from '../../../../domain/regulation/diagnostic.ts'
import type { DraftStep } from '../../../../http/contract/schemes.ts'

export type AnswerStep = Extract<DraftStep, { readonly kind: 'interpretation' }>

/** The step that gave this answer and still stands, the latest first; null for an answer that no step gave. */
export function stepOfAnswer(steps: readonly DraftStep[], settled: Interpretation): AnswerStep | null {
  const wanted = JSON.stringify(inOrder(settled))
  const found = steps.findLast(
    (step) =>
      step.kind === 'interpretation' && !step.undone && JSON.stringify(inOrder(step.interpretation)) === wanted,
  )
  return found?.kind === 'interpretation' ? found : null
}

/** Fields in one order, whatever way the answer went through storage. */
function inOrder(answer: Interpretation): readonly (string | number)[] {
  const { act, span } = answer
  const said = act === 'read-as' ? answer.text : act === 'choose-reading' ? answer.reading : answer.code
  return [act, span.start, span.end, said]
}
