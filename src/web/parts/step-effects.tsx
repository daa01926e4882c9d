import type { EntryEffect } from '../../http/contract/entries.ts'
import { useText } from '../text/dictionary.ts'
import { partsText } from '../text/parts.ts'
import { messageOf } from './api.ts'
import { EffectList } from './effect-list.tsx'
import styles from './step-effects.module.css'

type Props = {
  /** What the step is, as the heading: 冲销后的变化. */
  readonly title: string
  readonly effects: readonly EntryEffect[] | undefined
  readonly error: Error | null
}

/** Before → after inside the dialog that asks; keeps its place while it is reckoned, and never holds the step up. */
export function StepEffects({ title, effects, error }: Props) {
  const text = useText(partsText)
  return (
    <section
      className={styles.effects}
      aria-label={title}
      aria-live="polite"
      aria-busy={effects === undefined && error === null}
    >
      <h3 className={styles.title}>{title}</h3>
      {error !== null ? (
        <p role="alert" className={styles.problem}>
          {messageOf(error)}
        </p>
      ) : effects === undefined ? (
        <p className="quiet">{text.effectsLoading}</p>
      ) : effects.length === 0 ? (
        <p className="quiet">{text.effectsNone}</p>
      ) : (
        <EffectList effects={effects} />
      )}
    </section>
  )
}
