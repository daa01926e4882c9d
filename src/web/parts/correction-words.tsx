import type { Correction } from '../../http/contract/own-record.ts'
import { useText } from '../text/dictionary.ts'
import { momentText } from '../text/figure.ts'
import { ownRecordText } from '../text/own-record.ts'
import styles from './correction-words.module.css'

/** One request with its answer, the same for who asked and for the office. */
export function CorrectionWords({ correction }: { readonly correction: Correction }) {
  const text = useText(ownRecordText)
  const { state, words, answer, answeredBy, answeredAt, at } = correction
  return (
    <div className={styles.correction}>
      <div className={styles.head}>
        <span className={styles.state} data-state={state}>
          {text.states[state]}
        </span>
        <span className="figure quiet">{momentText(at)}</span>
      </div>
      <p className={styles.words}>{words}</p>
      {answer !== null && (
        <p className={styles.answer}>
          {answer}
          <span className="quiet"> {text.answeredBy(answeredBy ?? '', momentText(answeredAt ?? ''))}</span>
        </p>
      )}
    </div>
  )
}
