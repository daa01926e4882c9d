import type { Diagnostic } from '../../../../domain/regulation/diagnostic.ts'
import { useText } from '../../../text/dictionary.ts'
import { pointsText } from '../../../text/figure.ts'
import { schemeWholeText } from '../../../text/scheme-whole.ts'
import styles from './cards.module.css'
import { isProof, isRepairApplied, sheetProofs } from './repair.ts'
import { useWorkbench } from './workbench-context.ts'

/** The sums that speak for a repaired number, sheet by sheet: 10＋10＝20 ✓. */
export function RepairProof({ finding }: { readonly finding: Diagnostic }) {
  const words = useText(schemeWholeText)
  const { model } = useWorkbench()
  // Once a person has read the place otherwise the proof is gone.
  if (finding.settled?.act === 'read-as') return null
  if (!isProof(model, finding) || !isRepairApplied(model, finding)) return null
  return (
    <div>
      <p className={styles.label}>{words.proof}</p>
      <ul className={styles.plain}>
        {sheetProofs(model).map(({ sheet, parts, agrees }) => (
          <li key={sheet.id} className={styles.proof}>
            <span>{sheet.office ?? sheet.title}</span>
            <span className={`figure ${(agrees ? styles.settled : styles.warning) ?? ''}`}>
              {parts.map(pointsText).join('＋')}＝{pointsText(parts.reduce((sum, points) => sum + points, 0))}{' '}
              {agrees ? '✓' : `⚠ ${sheet.points === null ? '' : words.sheetWorth(pointsText(sheet.points))}`}
            </span>
          </li>
        ))}
      </ul>
    </div>
  )
}
