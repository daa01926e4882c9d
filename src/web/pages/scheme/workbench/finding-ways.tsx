import { Button } from 'antd'
import type { Diagnostic, Interpretation } from '../../../../domain/regulation/diagnostic.ts'
import { useText } from '../../../text/dictionary.ts'
import { schemeText } from '../../../text/scheme.ts'
import styles from './cards.module.css'
import { ReadingChoices } from './reading-choices.tsx'
import { isRepairApplied } from './repair.ts'
import { diagnosticId } from './text-marks.ts'
import { useWorkbench } from './workbench-context.ts'
import { neighbourPending, type WorkbenchModel } from './workbench-model.ts'

/** Fix, readings, and leaving it: each settles the finding and goes on to the next, or takes the old answer's place. */
export function FindingWays({
  finding,
  replaces,
  onAnswered,
}: {
  readonly finding: Diagnostic
  /** The step of the answer that a new one takes the place of. */
  readonly replaces?: string
  readonly onAnswered?: () => void
}) {
  const text = useText(schemeText).finding
  const { model, chooseLater, actions } = useWorkbench()
  if (actions === null) return null
  const settle = async (interpretations: readonly Interpretation[]) => {
    // Notes are gone through among themselves.
    const isNote = (other: Diagnostic) => other.severity === 'info' && other.settled === undefined
    const queue = finding.severity === 'info' ? model.diagnostics.filter(isNote) : model.pending
    const next = neighbourPending(queue, finding, 1)
    const goOn = chooseLater()
    if (!(await actions.interpret(interpretations, replaces === undefined ? [] : [replaces]))) return
    onAnswered?.()
    if (replaces === undefined && next !== null && diagnosticId(next) !== diagnosticId(finding))
      goOn({ kind: 'diagnostic', id: diagnosticId(next) })
  }
  const { fix } = finding
  const kinFixes = replaces === undefined ? fixesOfKin(model, finding) : []
  // Leaving is kept by the words left: what was made by hand has none, and is mended instead.
  const hasWords = finding.span.end > finding.span.start
  // The reading in use stands among the readings: leaving it would be the same under another name.
  const { readings = [] } = finding
  const isChoice = readings.length > 0
  const canLeave = hasWords && !isChoice && (finding.severity !== 'error' || finding.code === 'unreadable-clause')
  return (
    <div className={styles.ways}>
      {fix !== undefined && (
        <Button type="primary" disabled={actions.isBusy} onClick={() => void settle([fix.interpretation])}>
          {fix.label}
        </Button>
      )}
      {kinFixes.length > 1 && (
        <Button disabled={actions.isBusy} onClick={() => void settle(kinFixes.slice(0, 500))}>
          {text.acceptAll(kinFixes.length)}
        </Button>
      )}
      {isChoice && (
        <ReadingChoices
          finding={finding}
          readings={readings}
          isBusy={actions.isBusy}
          onChoose={(reading) => void settle([reading])}
        />
      )}
      {canLeave && (
        <Button
          disabled={actions.isBusy}
          onClick={() => void settle([{ act: 'leave', span: finding.span, code: finding.code }])}
        >
          {text.leaveAs[leavingOf(model, finding)]}
        </Button>
      )}
    </div>
  )
}

/** The same fix of all open findings of its kind. */
function fixesOfKin(model: WorkbenchModel, finding: Diagnostic): readonly Interpretation[] {
  return model.diagnostics
    .filter(
      (other) =>
        other.settled === undefined && other.code === finding.code && other.fix?.label === finding.fix?.label,
    )
    .flatMap((other) => (other.fix === undefined ? [] : [other.fix.interpretation]))
}

/** What leaving a finding as it is means to the one who does it. */
export function leavingOf(model: WorkbenchModel, finding: Diagnostic): 'accept' | 'noScore' | 'seen' | 'text' {
  if (finding.fix !== undefined) return 'text'
  switch (finding.code) {
    case 'number-repaired':
      return isRepairApplied(model, finding) ? 'accept' : 'text'
    case 'word-repaired':
    case 'chunk-break':
      return 'accept'
    case 'unreadable-clause':
      return 'noScore'
    case 'text-truncated':
    case 'missing-section':
    case 'no-scoring-clause':
    case 'unused-points':
      return 'seen'
    default:
      return 'text'
  }
}
