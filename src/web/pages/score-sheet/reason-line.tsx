import { useParams } from 'react-router'
import { Points, Yuan } from '../../parts/figure.tsx'
import { ObjectionOfEntry } from '../../parts/objection/objection-of-entry.tsx'
import { ReceiptButton } from '../../parts/receipt-button.tsx'
import { useText } from '../../text/dictionary.ts'
import { dayText, pointsText } from '../../text/figure.ts'
import { scoreSheetText } from '../../text/score-sheet.ts'
import { LateMark } from './late-entries.tsx'
import type { SheetLine } from './sheet-lines.ts'
import styles from './score-sheet.module.css'

/** 3月9日 3次 周督查 「上班迟到的，每次扣1分」 −3（10 → 7）, or why it moved nothing. */
export function ReasonLine({ line }: { readonly line: SheetLine }) {
  const text = useText(scoreSheetText)
  // Whose sheet it is stands in the address.
  const { staffNumber = '' } = useParams()
  const kindWords = { base: text.base, entry: null, shortfall: text.shortfall, limit: text.limit, uncounted: null }
  const kind = kindWords[line.kind]
  return (
    <li className={line.kind === 'uncounted' ? styles.uncounted : undefined}>
      {line.day !== null && <span className={styles.day}>{dayText(line.day)}</span>}
      {kind !== null && <span className={styles.kind}>{kind}</span>}
      {line.facts.length > 0 && <span>{line.facts.join('，')}</span>}
      {line.clause !== '' && line.kind !== 'limit' && <q className={styles.clause}>{line.clause}</q>}
      {line.reading !== null && line.kind !== 'limit' && <span>{text.reading(line.reading)}</span>}
      {line.schemeVersion !== null && <span>{text.judgedBy(line.schemeVersion)}</span>}
      {line.change !== 0 && (
        <span className={styles.movement}>
          <Points hundredths={line.change} change />
          {line.before !== null && line.after !== null && (
            <span className="quiet figure">
              （{pointsText(line.before)} → {pointsText(line.after)}）
            </span>
          )}
        </span>
      )}
      {line.moneyFen !== null && (
        <span className={styles.movement}>
          {text.money} <Yuan fen={-line.moneyFen} change />
        </span>
      )}
      {line.reason !== null && (
        <span className={styles.reason}>
          {line.reason}
          {line.count > 1 && text.folded(line.count)}
        </span>
      )}
      <LateMark entryId={line.entryId} />
      {line.entryId !== null && line.count === 1 && (
        <ReceiptButton entryId={line.entryId} recordedBy={null} staffNumber={staffNumber} size="small" />
      )}
      {line.entryId !== null && line.count === 1 && (
        <ObjectionOfEntry
          entryId={line.entryId}
          staffNumber={staffNumber}
          about={[line.day ?? '', ...line.facts, line.clause].filter((part) => part !== '').join(' ')}
        />
      )}
    </li>
  )
}
