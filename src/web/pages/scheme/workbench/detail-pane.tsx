import { useText } from '../../../text/dictionary.ts'
import { schemeText } from '../../../text/scheme.ts'
import styles from './cards.module.css'
import { FindingCard } from './finding-card.tsx'
import { PartCard } from './part-card.tsx'
import { RuleCard } from './rule-card.tsx'
import { useWorkbench } from './workbench-context.ts'
import { findDiagnostic } from './workbench-model.ts'

/** Whatever is chosen, in full. */
export function DetailPane() {
  const text = useText(schemeText)
  const { model, focus } = useWorkbench()
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
  return <p className={styles.hint}>{text.detailHint}</p>
}
