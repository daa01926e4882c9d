import { Input, type InputRef } from 'antd'
import { useText } from '../../text/dictionary.ts'
import { recordEntryText } from '../../text/record-entry.ts'
import { discretionRange, figureAskedBy, type Draft } from './draft.ts'
import styles from './record-entry.module.css'

type Props = {
  readonly draft: Draft
  readonly onChange: (changes: Partial<Draft>) => void
  readonly inputRef: (element: HTMLInputElement | null) => void
}

/** The one figure of the draft: how many, how far done in %, how many points were decided, or nothing. */
export function FigureField({ draft, onChange, inputRef }: Props) {
  const text = useText(recordEntryText)
  const asked = figureAskedBy(draft.rule)
  const labels = {
    quantity: text.quantity,
    completion: text.completion,
    discretion: text.discretion,
    none: text.quantity,
  }
  const units = { quantity: draft.rule?.unit ?? '', completion: '%', discretion: '分', none: '' }
  const bounds = draft.rule?.discretion ?? null
  return (
    <label className={styles.field}>
      <span className={styles.label}>
        {labels[asked]}
        {asked === 'discretion' && bounds !== null && <span>{discretionRange(bounds.min, bounds.max)}</span>}
      </span>
      <Input
        className={styles.figureInput ?? ''}
        ref={(element: InputRef | null) => {
          inputRef(element?.input ?? null)
        }}
        aria-label={labels[asked]}
        inputMode="decimal"
        autoComplete="off"
        maxLength={40}
        readOnly={asked === 'none'}
        suffix={<span className="quiet">{units[asked]}</span>}
        value={asked === 'none' ? text.noFigure : asked === 'discretion' ? draft.discretion : draft.quantity}
        onFocus={(event) => {
          event.target.select()
        }}
        onChange={(event) => {
          onChange(asked === 'discretion' ? { discretion: event.target.value } : { quantity: event.target.value })
        }}
      />
    </label>
  )
}
