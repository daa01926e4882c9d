import type { Interpretation } from '../../../../domain/regulation/diagnostic.ts'
import type { DraftStep } from '../../../../http/contract/schemes.ts'

export type AnswerStep = Extract<DraftStep, { readonly kind: 'interpretation' }>

/** The step that gave this answer and still stands, the latest first; null for an answer that no step gave. */
export function stepOfAnswer(steps: readonly DraftStep[], settled: Interpretation): AnswerStep | null {
  const found = steps.findLast(
    (step) => step.kind === 'interpretation' && !step.undone && isSameAnswer(step.interpretation, settled),
  )
  return found?.kind === 'interpretation' ? found : null
}

/** Whether two answers say the same of the same words. */
export function isSameAnswer(left: Interpretation, right: Interpretation): boolean {
  return JSON.stringify(inOrder(left)) === JSON.stringify(inOrder(right))
}

/** Fields in one order, whatever way the answer went through storage. */
function inOrder(answer: Interpretation): readonly (string | number)[] {
  const { act, span } = answer
  const said = act === 'read-as' ? answer.text : act === 'choose-reading' ? answer.reading : answer.code
  return [act, span.start, span.end, said]
}
