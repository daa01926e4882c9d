import { placedRules } from '../../../../domain/scheme/scheme.ts'
import { useText } from '../../../text/dictionary.ts'
import { schemeWorkText } from '../../../text/scheme-work.ts'
import styles from './cards.module.css'
import { useFormPreview } from './form-preview.tsx'

/** The rule being typed, read out as the sentence it will be. */
export function RuleSentenceBeside() {
  const words = useText(schemeWorkText)
  const preview = useFormPreview()
  if (preview === null) return null
  const rule = [...placedRules(preview.scheme)].find((placed) => preview.touched.has(placed.rule.id))?.rule
  if (rule === undefined) return null
  return (
    <div className={styles.sumsBeside} aria-live="polite">
      <p className={styles.label}>{words.willRead}</p>
      <p>{rule.sentence}</p>
    </div>
  )
}
