import { Link } from 'react-router'
import type { RuleChoice } from '../../../http/contract/entries.ts'
import { useText } from '../../text/dictionary.ts'
import { discretionRange } from '../../text/discretion-range.ts'
import { recordEntryText } from '../../text/record-entry.ts'
import styles from './record-entry.module.css'
import type { ProposedDiscretion } from './use-proposal.ts'

/** Where the effect stands of a rule with an amount: why there is none yet, and what happens next. */
export function DiscretionPanel({ rule }: { readonly rule: RuleChoice | null }) {
  const text = useText(recordEntryText)
  const bounds = rule?.discretion ?? null
  return (
    <section className={styles.panel} aria-label={text.discretionTitle}>
      <h2 className={styles.panelTitle}>{text.discretionTitle}</h2>
      <p className={styles.how}>{text.discretionHow}</p>
      {bounds !== null && <p className="quiet">{text.discretionRange(discretionRange(bounds.min, bounds.max))}</p>}
    </section>
  )
}

/** That it is on record now, and the way to it. */
export function ProposedLine({ proposed }: { readonly proposed: ProposedDiscretion }) {
  const text = useText(recordEntryText)
  const { proceedingId, year, number, failedFiles } = proposed
  return (
    <>
      <span className={styles.saved}>✓ {text.proposed(`裁量〔${String(year)}〕${String(number)}号`)}</span>{' '}
      <Link to={`/proceedings/${proceedingId}`}>{text.toProposal}</Link>
      {failedFiles.length > 0 && (
        <span role="alert" className={styles.failedFiles}>
          {[...failedFiles, text.filesFailed].join(' ')}
        </span>
      )}
    </>
  )
}
