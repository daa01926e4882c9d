import type { ProceedingHead } from '../../../http/contract/proceedings.ts'
import { useText } from '../../text/dictionary.ts'
import { proceedingsText } from '../../text/proceedings.ts'
import styles from './proceedings.module.css'

/** 已答复 · 不成立, marked when it waits for who looks. */
export function OutcomeWords({ proceeding }: { readonly proceeding: ProceedingHead }) {
  const text = useText(proceedingsText)
  const { state, outcome, waitsForMe, appeal } = proceeding
  const words = [
    text.states[state],
    ...(outcome === null ? [] : [text.outcomes[outcome]]),
    ...(appeal === null ? [] : [text.appealOutcomes[appeal]]),
    ...(waitsForMe ? [text.waitsForMe] : []),
  ]
  return (
    <span className={styles.state} data-waits={waitsForMe || undefined}>
      {words.join(' · ')}
    </span>
  )
}
