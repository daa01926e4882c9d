import type { DraftStep } from '../../../../http/contract/schemes.ts'
import { useText } from '../../../text/dictionary.ts'
import { schemeText } from '../../../text/scheme.ts'
import { timeText } from '../../../text/time.ts'
import styles from './steps-pane.module.css'

/** Who did what to the draft, the last first: the record that stays with the regulation. */
export function StepsPane({ steps }: { readonly steps: readonly DraftStep[] }) {
  const text = useText(schemeText).steps
  if (steps.length === 0) return <p className={styles.none}>{text.none}</p>
  return (
    <ol className={styles.list} reversed>
      {steps.toReversed().map((step) => (
        <li key={step.id} className={step.undone ? styles.undone : undefined}>
          <span>{wordsOf(step, text)}</span>
          <span className="quiet">
            {' '}
            {step.by} · {timeText(step.at)}
            {step.undone && ` · ${text.undone}`}
          </span>
        </li>
      ))}
    </ol>
  )
}

function wordsOf(
  step: DraftStep,
  text: { readonly readAs: (words: string) => string; readonly reading: string; readonly left: string; readonly edited: string },
): string {
  if (step.kind === 'edit') return text.edited
  switch (step.interpretation.act) {
    case 'read-as':
      return text.readAs(step.interpretation.text)
    case 'choose-reading':
      return text.reading
    case 'leave':
      return text.left
  }
}
