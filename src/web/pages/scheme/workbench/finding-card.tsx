import { Button } from 'antd'
import type { Diagnostic, Interpretation } from '../../../../domain/regulation/diagnostic.ts'
import { useText } from '../../../text/dictionary.ts'
import { schemeText } from '../../../text/scheme.ts'
import { schemeWholeText } from '../../../text/scheme-whole.ts'
import styles from './cards.module.css'
import { MendByHand } from './mend-by-hand.tsx'
import { RepairProof } from './repair-proof.tsx'
import { isRepairApplied } from './repair.ts'
import { diagnosticId } from './text-marks.ts'
import { useWorkbench } from './workbench-context.ts'
import { neighbourPending, rulesAt, type WorkbenchModel } from './workbench-model.ts'

/** One finding: how grave, one sentence, the words, and the ways to settle it. */
export function FindingCard({ finding }: { readonly finding: Diagnostic }) {
  const text = useText(schemeText)
  const words = useText(schemeWholeText)
  const { model, choose, showText } = useWorkbench()
  const own = finding.about?.kind === 'rule' ? finding.about.id : null
  const rules = rulesAt(model, finding.span).filter(({ rule }) => rule.id !== own)
  return (
    <article className={styles.card}>
      <p className={`${styles.severity ?? ''} ${styles[finding.severity] ?? ''}`}>
        {text.severity[finding.severity]}
      </p>
      <p className={styles.message}>{finding.message}</p>
      {finding.quote !== '' && (
        <>
          <blockquote className={styles.quote}>{shorten(finding.quote)}</blockquote>
          <Button type="link" size="small" className={styles.onlyPhone ?? ''} onClick={showText}>
            {text.finding.showInText}
          </Button>
        </>
      )}
      {finding.settled === undefined ? <Ways finding={finding} /> : <Settled finding={finding} />}
      {finding.settled === undefined && <MendByHand finding={finding} />}
      <RepairProof finding={finding} />
      {finding.quote === '' && finding.about?.kind !== 'scheme' && model.text !== '' && (
        <p className="quiet">{words.noWords}</p>
      )}
      {finding.quote === '' && finding.severity === 'warning' && <p className="quiet">{words.mayStay}</p>}
      {rules.length > 0 && (
        <div className={styles.related}>
          <p className={styles.label}>{text.finding.related}</p>
          {rules.slice(0, 8).map(({ rule }) => (
            <button
              key={rule.id}
              type="button"
              className={styles.relatedRow}
              onClick={() => choose({ kind: 'rule', id: rule.id })}
            >
              {rule.sentence}
            </button>
          ))}
        </div>
      )}
    </article>
  )
}

/** Fix, readings, and leaving it: each settles the finding and goes on to the next. */
function Ways({ finding }: { readonly finding: Diagnostic }) {
  const text = useText(schemeText).finding
  const { model, choose, actions } = useWorkbench()
  if (actions === null) return null
  const settle = async (interpretations: readonly Interpretation[]) => {
    // Notes are gone through among themselves.
    const isNote = (other: Diagnostic) => other.severity === 'info' && other.settled === undefined
    const queue = finding.severity === 'info' ? model.diagnostics.filter(isNote) : model.pending
    const next = neighbourPending(queue, finding, 1)
    if (!(await actions.interpret(interpretations))) return
    if (next !== null && diagnosticId(next) !== diagnosticId(finding))
      choose({ kind: 'diagnostic', id: diagnosticId(next) })
  }
  const kin = model.diagnostics.filter(
    (other) =>
      other.settled === undefined && other.code === finding.code && other.fix?.label === finding.fix?.label,
  )
  const kinFixes = kin.flatMap((other) => (other.fix === undefined ? [] : [other.fix.interpretation]))
  // Leaving is kept by the words left: what was made by hand has none, and is mended instead.
  const hasWords = finding.span.end > finding.span.start
  const canLeave = hasWords && (finding.severity !== 'error' || finding.code === 'unreadable-clause')
  return (
    <div className={styles.ways}>
      {finding.fix !== undefined && (
        <Button
          type="primary"
          disabled={actions.isBusy}
          onClick={() => void settle(finding.fix === undefined ? [] : [finding.fix.interpretation])}
        >
          {finding.fix.label}
        </Button>
      )}
      {kinFixes.length > 1 && (
        <Button disabled={actions.isBusy} onClick={() => void settle(kinFixes.slice(0, 500))}>
          {text.acceptAll(kinFixes.length)}
        </Button>
      )}
      {finding.readings !== undefined && finding.readings.length > 0 && (
        <>
          <p className={styles.label}>{text.readings}</p>
          {finding.readings.map((reading, at) => (
            <Button
              key={reading.key}
              className={styles.reading ?? ''}
              disabled={actions.isBusy}
              onClick={() => void settle([reading.interpretation])}
            >
              {reading.label}
              {at === 0 && <span className="quiet">（{text.inUse}）</span>}
            </Button>
          ))}
        </>
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

/** What leaving a finding as it is means to the one who does it. */
function leavingOf(model: WorkbenchModel, finding: Diagnostic): 'accept' | 'noScore' | 'seen' | 'text' {
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

function Settled({ finding }: { readonly finding: Diagnostic }) {
  const text = useText(schemeText).finding
  const { model } = useWorkbench()
  const { settled } = finding
  if (settled === undefined) return null
  const reading = settled.act === 'choose-reading' ? settled.reading : null
  const label = finding.readings?.find(({ key }) => key === reading)?.label ?? finding.fix?.label ?? reading ?? ''
  const how =
    settled.act === 'read-as'
      ? text.howReadAs(settled.text)
      : settled.act === 'leave'
        ? text.howLeft[leavingOf(model, finding)]
        : text.howReading(label)
  return <p className={styles.settled}>✓ {text.settledBy(how)}</p>
}

/** A finding about a whole section quotes its beginning; the rest is lit in the text. */
export function shorten(quote: string): string {
  return quote.length > 220 ? `${quote.slice(0, 220)}……` : quote
}
