import { Button } from 'antd'
import type { Diagnostic } from '../../../../domain/regulation/diagnostic.ts'
import { useText } from '../../../text/dictionary.ts'
import { schemeText } from '../../../text/scheme.ts'
import { schemeWholeText } from '../../../text/scheme-whole.ts'
import styles from './cards.module.css'
import { FindingWays } from './finding-ways.tsx'
import { MendByHand } from './mend-by-hand.tsx'
import { RepairProof } from './repair-proof.tsx'
import { SettledAnswer } from './settled-answer.tsx'
import { useWorkbench } from './workbench-context.ts'
import { rulesAt } from './workbench-model.ts'

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
      {finding.settled === undefined ? (
        <>
          <FindingWays finding={finding} />
          <MendByHand finding={finding} />
        </>
      ) : (
        <SettledAnswer finding={finding} settled={finding.settled} />
      )}
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

/** A finding about a whole section quotes its beginning; the rest is lit in the text. */
export function shorten(quote: string): string {
  return quote.length > 220 ? `${quote.slice(0, 220)}……` : quote
}
