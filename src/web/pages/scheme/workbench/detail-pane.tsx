import { Button } from 'antd'
import { useText } from '../../../text/dictionary.ts'
import { schemeText } from '../../../text/scheme.ts'
import styles from './cards.module.css'
import { FindingCard } from './finding-card.tsx'
import { PartCard } from './part-card.tsx'
import { RuleCard } from './rule-card.tsx'
import { diagnosticId } from './text-marks.ts'
import { useWorkbench } from './workbench-context.ts'
import { findDiagnostic } from './workbench-model.ts'

/** Whatever is chosen, in full. */
export function DetailPane() {
  const text = useText(schemeText)
  const { model, focus, choose, actions } = useWorkbench()
  if (focus?.kind === 'diagnostic') {
    const finding = findDiagnostic(model, focus.id)
    if (finding !== null) return <FindingCard key={focus.id} finding={finding} />
  }
  if (focus?.kind === 'rule') {
    const placed = model.rules.get(focus.id)
    if (placed !== undefined) return <RuleCard key={focus.id} placed={placed} />
  }
  if (focus !== null && focus.kind !== 'diagnostic' && focus.kind !== 'rule')
    return <PartCard key={`${focus.kind}-${focus.id}`} focus={focus} />
  const first = actions === null ? undefined : model.pending[0]
  return (
    <div className={styles.hint}>
      {first !== undefined && (
        <>
          <p className={styles.message}>{text.detailStart(model.pending.length)}</p>
          <Button type="primary" onClick={() => choose({ kind: 'diagnostic', id: diagnosticId(first) })}>
            {text.detailStartAction}
          </Button>
        </>
      )}
      <p>{text.detailHint}</p>
    </div>
  )
}
