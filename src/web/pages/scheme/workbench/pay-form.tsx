import { Button, Input } from 'antd'
import { useState } from 'react'
import { useText } from '../../../text/dictionary.ts'
import { schemeText } from '../../../text/scheme.ts'
import styles from './cards.module.css'
import { plainNumber } from './rule-draft.ts'
import { Labelled } from './rule-form.tsx'

/** The amount each person puts into the pool; empty where it is not decided. */
export function PayForm({
  perPersonFen,
  isBusy,
  onSave,
  onCancel,
}: {
  readonly perPersonFen: number | null
  readonly isBusy: boolean
  readonly onSave: (yuan: number | null) => void
  readonly onCancel: () => void
}) {
  const text = useText(schemeText).edit
  const [typed, type] = useState(perPersonFen === null ? '' : String(perPersonFen / 100))
  const isWrong = typed.trim() !== '' && plainNumber(typed) === null
  return (
    <form
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault()
        if (!isWrong) onSave(plainNumber(typed))
      }}
    >
      <Labelled label={text.perPerson} error={isWrong ? text.numberWrong : undefined}>
        {(id) => (
          <Input id={id} inputMode="decimal" value={typed} onChange={(event) => type(event.target.value)} />
        )}
      </Labelled>
      <div className={styles.tools}>
        <Button type="primary" htmlType="submit" loading={isBusy}>
          {text.save}
        </Button>
        <Button onClick={onCancel}>{text.cancel}</Button>
      </div>
    </form>
  )
}
