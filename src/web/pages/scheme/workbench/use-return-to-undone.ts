import { useEffect, useRef } from 'react'
import type { DraftStep } from '../../../../http/contract/schemes.ts'
import { findingOfAnswer } from './step-words.ts'
import { diagnosticId, type Focus } from './text-marks.ts'
import type { WorkbenchModel } from './workbench-model.ts'

/** An answer just taken back brings its question forward again: it waits where it was given. */
export function useReturnToUndone(
  steps: readonly DraftStep[],
  model: WorkbenchModel,
  choose: (focus: Focus) => void,
): void {
  const seen = useRef<ReadonlySet<string> | null>(null)
  useEffect(() => {
    const undone = steps.filter((step) => step.undone)
    const fresh = undone.find(({ id }) => seen.current?.has(id) === false)
    seen.current = new Set(undone.map(({ id }) => id))
    if (fresh?.kind !== 'interpretation') return
    const finding = findingOfAnswer(model, fresh.interpretation)
    if (finding !== null && finding.settled === undefined)
      choose({ kind: 'diagnostic', id: diagnosticId(finding) })
  }, [steps, model, choose])
}
