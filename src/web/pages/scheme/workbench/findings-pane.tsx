import { Segmented } from 'antd'
import { useState } from 'react'
import type { Diagnostic } from '../../../../domain/regulation/diagnostic.ts'
import { useText } from '../../../text/dictionary.ts'
import { schemeText } from '../../../text/scheme.ts'
import styles from './findings-pane.module.css'
import { diagnosticId, isSameFocus } from './text-marks.ts'
import { useWorkbench } from './workbench-context.ts'

type Shown = 'open' | 'notes' | 'settled'

/** Every finding in the order of the text, whatever is already done with it. */
export function FindingsPane() {
  const text = useText(schemeText)
  const { model } = useWorkbench()
  const [shown, show] = useState<Shown>('open')
  const lists: Readonly<Record<Shown, readonly Diagnostic[]>> = {
    open: model.pending,
    notes: model.diagnostics.filter((finding) => finding.severity === 'info' && finding.settled === undefined),
    settled: model.diagnostics.filter((finding) => finding.settled !== undefined),
  }
  return (
    <div className={styles.pane}>
      <Segmented<Shown>
        block
        size="small"
        value={shown}
        onChange={show}
        options={(['open', 'notes', 'settled'] as const).map((value) => ({
          value,
          label: `${text.findings[value]} ${String(lists[value].length)}`,
        }))}
      />
      {lists[shown].length === 0 && <p className={styles.none}>{text.findings.none}</p>}
      <ol className={styles.list}>
        {lists[shown].map((finding, at) => (
          <FindingRow key={`${diagnosticId(finding)}-${String(at)}`} finding={finding} />
        ))}
      </ol>
    </div>
  )
}

function FindingRow({ finding }: { readonly finding: Diagnostic }) {
  const { focus, choose, hover } = useWorkbench()
  const own = { kind: 'diagnostic' as const, id: diagnosticId(finding) }
  return (
    <li>
      <button
        type="button"
        className={`${styles.row ?? ''} ${styles[finding.severity] ?? ''} ${isSameFocus(focus, own) ? (styles.chosen ?? '') : ''}`}
        onMouseEnter={() => hover(own)}
        onMouseLeave={() => hover(null)}
        onClick={() => choose(own)}
      >
        <span className={styles.message}>{finding.message}</span>
        <span className={styles.quote}>{finding.quote}</span>
      </button>
    </li>
  )
}
