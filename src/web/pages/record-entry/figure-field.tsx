import { Input, type InputRef } from 'antd'
import { useText } from '../../text/dictionary.ts'
import { recordEntryText } from '../../text/record-entry.ts'
import { figureAskedBy, type Draft } from './draft.ts'
import styles from './record-entry.module.css'

type Props = {
  readonly draft: Draft
  readonly onChange: (changes: Partial<Draft>) => void
  readonly inputRef: (element: HTMLInputElement | null) => void
}

/** The one figure of the draft: how many, how far done in %, or nothing. */
export function FigureField({ draft, onChange, inputRef }: Props) {
  const text = useText(recordEntryText)
  const asked = figureAskedBy(draft.rule)
  const labels = {
    quantity: text.quantity,
    completion: text.completion,
    undecided: text.discretion,
    none: text.quantity,
  }
  const units = { quantity: draft.rule?.unit ?? '', completion: '%', undecided: '', none: '' }
  const isTyped = asked === 'quantity' || asked === 'completion'
  return (
    <label className={styles.field}>
      <span className={styles.label}>{labels[asked]}</span>
      <Input
        className={styles.figureInput ?? ''}
        ref={(element: InputRef | null) => {
          inputRef(element?.input ?? null)
        }}
        aria-label={labels[asked]}
        inputMode="decimal"
        autoComplete="off"
        maxLength={40}
        readOnly={!isTyped}
        suffix={<span className="quiet">{units[asked]}</span>}
        value={asked === 'none' ? text.noFigure : asked === 'undecided' ? text.undecided : draft.quantity}
        onFocus={(event) => {
          event.target.select()
        }}
        onChange={(event) => {
          if (isTyped) onChange({ quantity: event.target.value })
        }}
      />
    </label>
  )
}
