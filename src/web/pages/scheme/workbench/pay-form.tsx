import { Input, Radio } from 'antd'
import { useState } from 'react'
import type { Scheme } from '../../../../domain/scheme/scheme.ts'
import type { SchemeEdit } from '../../../../domain/scheme/edit-scheme.ts'
import { useText } from '../../../text/dictionary.ts'
import { schemeText } from '../../../text/scheme.ts'
import { schemeWholeText } from '../../../text/scheme-whole.ts'
import styles from './cards.module.css'
import { EditForm } from './edit-form.tsx'
import { plainNumber } from './rule-draft.ts'
import { Labelled } from './rule-form.tsx'

type Formula = 'pool-by-score' | 'other' | 'none'

/** How pay comes about, and the amount each person puts into the pool; empty where it is not decided. */
export function PayForm({ pay, onClose }: { readonly pay: Scheme['pay']; readonly onClose: () => void }) {
  const text = useText(schemeText).edit
  const words = useText(schemeWholeText)
  const perPerson = pay?.perPerson ?? null
  const [typed, type] = useState(perPerson === null ? '' : String(perPerson / 100))
  const [formula, choose] = useState<Formula>(pay?.formula ?? 'pool-by-score')
  const isWrong = formula !== 'none' && typed.trim() !== '' && plainNumber(typed) === null
  const edit: SchemeEdit = {
    act: 'set-pay',
    pay: formula === 'none' ? null : { perPerson: plainNumber(typed), formula },
  }
  return (
    <EditForm edit={isWrong ? null : edit} onDone={onClose} onCancel={onClose}>
      {() => (
        <>
          <Labelled label={words.payBy}>
            {(id) => (
              <Radio.Group
                id={id}
                className={styles.choices ?? ''}
                value={formula}
                options={(['pool-by-score', 'other', 'none'] as const).map((value) => ({
                  value,
                  label: words.formulas[value],
                }))}
                onChange={(event: { target: { value?: Formula } }) => choose(event.target.value ?? 'none')}
              />
            )}
          </Labelled>
          {formula !== 'none' && (
            <Labelled label={text.perPerson} error={isWrong ? text.numberWrong : undefined}>
              {(id) => (
                <Input id={id} inputMode="decimal" value={typed} onChange={(event) => type(event.target.value)} />
              )}
            </Labelled>
          )}
        </>
      )}
    </EditForm>
  )
}
