import { Button } from 'antd'
import { useState } from 'react'
import type { EntryEffect, RuleChoice } from '../../../http/contract/entries.ts'
import { messageOf } from '../../parts/api.ts'
import { useText } from '../../text/dictionary.ts'
import { recordEntryText } from '../../text/record-entry.ts'
import { effectWords } from './effect-words.ts'
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

const effectsShown = 6

/** What every person's figures become, before anything is saved. */
export function EffectPanel({ preview }: { readonly preview: EntryPreview }) {
  const text = useText(recordEntryText)
  const [showsAll, setShowsAll] = useState(false)
  const effects = preview.state === 'shown' ? preview.effects : []
  const shown = showsAll ? effects : effects.slice(0, effectsShown)
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
      {shown.map((effect) => (
        <EffectLine key={effect.staffNumber} effect={effect} isNamed={effects.length > 1} />
      ))}
      {effects.length > shown.length && (
        <Button
          type="link"
          size="small"
          onClick={() => {
            setShowsAll(true)
          }}
        >
          {text.effectMore(effects.length - shown.length)}，{text.showAll}
        </Button>
      )}
      {preview.state === 'shown' && <p className={styles.small}>{text.effectAfterConfirm}</p>}
    </section>
  )
}

function EffectLine({ effect, isNamed }: { readonly effect: EntryEffect; readonly isNamed: boolean }) {
  const words = effectWords(effect)
  return (
    <div className={styles.effectLine}>
      {isNamed && <span className={styles.effectName}>{effect.name}</span>}
      <span className="figure">
        {words.item !== null && <b>{words.item}</b>}
        {words.item !== null && '，'}
        {words.moves ? <b>{words.total}</b> : words.total}
      </span>
      {words.remark !== null && <span className={styles.remark}>{words.remark}</span>}
    </div>
  )
}
