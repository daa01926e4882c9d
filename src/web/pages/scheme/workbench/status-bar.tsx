import { LeftOutlined, RightOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import { useText } from '../../../text/dictionary.ts'
import { schemeText } from '../../../text/scheme.ts'
import { schemeWorkText } from '../../../text/scheme-work.ts'
import styles from './workbench.module.css'
import { detailId } from './detail-aside.tsx'
import { diagnosticId } from './text-marks.ts'
import { useWorkbench } from './workbench-context.ts'
import { findDiagnostic, neighbourPending } from './workbench-model.ts'

/** N 条计分条款已识别, M 处待确认, and the way from one to the next. */
export function StatusBar({ tools }: { readonly tools?: React.ReactNode }) {
  const text = useText(schemeText).bar
  const words = useText(schemeWorkText)
  const { model, focus, choose, actions, openSide } = useWorkbench()
  const { pending, blocking } = model
  const current = focus?.kind === 'diagnostic' ? findDiagnostic(model, focus.id) : null
  const at =
    current === null ? -1 : pending.findIndex((finding) => diagnosticId(finding) === diagnosticId(current))
  const go = (step: 1 | -1) => {
    const next = neighbourPending(pending, current, step)
    if (next !== null) choose({ kind: 'diagnostic', id: diagnosticId(next) })
  }
  return (
    <div className={styles.bar} role="status">
      <span>
        <b className="figure">{text.rules(model.rules.size)}</b>
      </span>
      {actions === null ? null : pending.length === 0 ? (
        <span className={styles.good}>✓ {text.allSettled}</span>
      ) : (
        <button type="button" className={styles.barLink} onClick={() => openSide('findings')}>
          <span className={styles.caution}>{text.pending(pending.length)}</span>
          {blocking.length > 0 && <span className={styles.bad}> {text.blocking(blocking.length)}</span>}
        </button>
      )}
      <span className={styles.spring} />
      {model.silent.length > 0 && (
        <button type="button" className={styles.barLink} onClick={() => openSide('silent')}>
          <span className="quiet">{words.silent.count(model.silent.length)}</span>
        </button>
      )}
      {actions !== null && pending.length > 0 && (
        // At the right edge, where it stays under the pointer while the words before it grow shorter.
        <span className={styles.walk}>
          {at >= 0 && <span className="quiet figure">{text.place(at + 1, pending.length)}</span>}
          <Button size="small" icon={<LeftOutlined />} aria-label={text.previous} onClick={() => go(-1)} />
          <Button size="small" type="primary" icon={<RightOutlined />} iconPlacement="end" onClick={() => go(1)}>
            {text.next}
          </Button>
          {at >= 0 && (
            <button
              type="button"
              className={styles.skip}
              onClick={() => document.querySelector<HTMLElement>(`#${detailId}`)?.focus()}
            >
              {words.toCard}
            </button>
          )}
        </span>
      )}
      {tools}
    </div>
  )
}
