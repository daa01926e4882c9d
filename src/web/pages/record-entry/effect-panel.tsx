import type { RuleChoice } from '../../../http/contract/entries.ts'
import { messageOf } from '../../parts/api.ts'
import { EffectList } from '../../parts/effect-list.tsx'
import { useText } from '../../text/dictionary.ts'
import { recordEntryText } from '../../text/record-entry.ts'
import { placeOf } from './find-rule.ts'
import styles from './record-entry.module.css'
import type { EntryPreview } from './use-entry-preview.ts'

/** The clause as it stands in the regulation, beside the button that applies it. */
export function ClausePanel({ rule }: { readonly rule: RuleChoice | null }) {
  const text = useText(recordEntryText)
  return (
    <section className={styles.panel} aria-label={text.clause}>
      <h2 className={styles.panelTitle}>{text.clause}</h2>
      {rule !== null && (
        <>
          <blockquote className={styles.quote}>{rule.clause === '' ? rule.sentence : rule.clause}</blockquote>
          <p className="quiet">{placeOf(rule)}</p>
        </>
      )}
    </section>
  )
}

/** What every person's figures become, before anything is saved. */
export function EffectPanel({ preview }: { readonly preview: EntryPreview }) {
  const text = useText(recordEntryText)
  const effects = preview.state === 'shown' ? preview.effects : []
  return (
    <section
      className={styles.panel}
      aria-label={text.effectTitle}
      aria-live="polite"
      aria-busy={preview.state === 'pending'}
    >
      <h2 className={styles.panelTitle}>
        {text.effectTitle}
        {effects.length > 1 && <span className="quiet">{text.effectPeople(effects.length)}</span>}
      </h2>
      {preview.state === 'idle' && <p className="quiet">{text.effectWaiting}</p>}
      {preview.state === 'pending' && <p className="quiet">{text.effectLoading}</p>}
      {preview.state === 'failed' && (
        <p role="alert" className={styles.problem}>
          {messageOf(preview.error)}
        </p>
      )}
      {preview.state === 'shown' &&
        preview.warnings.map((warning) => (
          <p key={warning} role="alert" className={styles.warning}>
            {warning}
          </p>
        ))}
      <EffectList effects={effects} />
      {preview.state === 'shown' && <p className={styles.small}>{text.effectAfterConfirm}</p>}
    </section>
  )
}
