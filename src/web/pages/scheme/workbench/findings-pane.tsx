import { Segmented } from 'antd'
import { useRef, useState, type KeyboardEvent } from 'react'
import type { Diagnostic } from '../../../../domain/regulation/diagnostic.ts'
import { useText } from '../../../text/dictionary.ts'
import { schemeWorkText } from '../../../text/scheme-work.ts'
import { findingKinds, listFindings, stepKey, type FindingKind } from './findings-list.ts'
import styles from './findings-pane.module.css'
import { diagnosticId, isSameFocus } from './text-marks.ts'
import { useLights, useWorkbench } from './workbench-context.ts'

/** Every finding in the order of the text: those open by severity, those settled folded below. */
export function FindingsPane() {
  const words = useText(schemeWorkText).findings
  const { model } = useWorkbench()
  const [kind, show] = useState<FindingKind>('all')
  const lists = listFindings(model.diagnostics)
  const shown = lists[kind]
  const list = useRef<HTMLDivElement>(null)
  // J and K walk as in a list of mail, the arrows as anywhere.
  const walk = (event: KeyboardEvent) => {
    const step = stepKey(event.key)
    if (step === null || event.metaKey || event.ctrlKey || event.altKey) return
    event.preventDefault()
    const rows = [...(list.current?.querySelectorAll<HTMLButtonElement>('[data-finding]') ?? [])]
    const at = rows.findIndex((row) => row === document.activeElement)
    const next = rows[at === -1 ? 0 : Math.max(0, Math.min(rows.length - 1, at + step))]
    next?.focus()
    next?.click()
  }
  return (
    <div ref={list} className={styles.pane} onKeyDown={walk} role="presentation">
      <Segmented<FindingKind>
        block
        size="small"
        aria-label={words.filter}
        value={kind}
        onChange={show}
        options={findingKinds.map((value) => ({
          value,
          label: `${value === 'all' ? words.all : words.short[value]} ${String(lists[value].length)}`,
        }))}
      />
      {shown.length > 1 && <p className={`${styles.hint ?? ''} no-phone`}>{words.hint}</p>}
      {shown.length === 0 && (
        <p className={styles.none}>{lists.all.length === 0 ? `✓ ${words.noneOpen}` : words.noneOfKind}</p>
      )}
      <ol className={styles.list}>
        {shown.map((finding, at) => (
          <FindingRow key={`${diagnosticId(finding)}-${String(at)}`} finding={finding} />
        ))}
      </ol>
      {lists.settled.length > 0 && (
        <details className={styles.settledList}>
          <summary>{words.settled(lists.settled.length)}</summary>
          <ol className={styles.list}>
            {lists.settled.map((finding, at) => (
              <FindingRow key={`${diagnosticId(finding)}-${String(at)}`} finding={finding} />
            ))}
          </ol>
        </details>
      )}
    </div>
  )
}

function FindingRow({ finding }: { readonly finding: Diagnostic }) {
  const words = useText(schemeWorkText).findings
  const { focus, choose } = useWorkbench()
  const own = { kind: 'diagnostic' as const, id: diagnosticId(finding) }
  const isChosen = isSameFocus(focus, own)
  const tone = finding.settled === undefined ? finding.severity : 'settled'
  return (
    <li {...useLights(own)}>
      <button
        type="button"
        data-finding
        aria-current={isChosen}
        className={`${styles.row ?? ''} ${styles[tone] ?? ''} ${isChosen ? (styles.chosen ?? '') : ''}`}
        onClick={() => choose(own)}
      >
        <span className={styles.message}>{finding.message}</span>
        <span className={styles.quote}>{finding.quote === '' ? words.placeless : finding.quote}</span>
      </button>
    </li>
  )
}
