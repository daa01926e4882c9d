import { Button, Checkbox, Input, Select } from 'antd'
import { useId, useState, type ReactNode } from 'react'
import { mayCarry } from '../../../../domain/scheme/effects/index.ts'
import { ruleEffects } from '../../../../domain/scheme/scheme.ts'
import { useText } from '../../../text/dictionary.ts'
import { schemeText } from '../../../text/scheme.ts'
import { schemeWholeText } from '../../../text/scheme-whole.ts'
import styles from './cards.module.css'
import { fieldsOfEffect, wrongFields, type DraftField, type RuleDraft } from './rule-draft.ts'

/** Fields of a rule by its effect; the rarer ones wait behind 更多. */
export function RuleForm({
  initial,
  isBusy,
  onSave,
  onCancel,
}: {
  readonly initial: RuleDraft
  readonly isBusy: boolean
  readonly onSave: (draft: RuleDraft) => void
  readonly onCancel: () => void
}) {
  const text = useText(schemeText)
  const words = useText(schemeWholeText)
  const [draft, setDraft] = useState(initial)
  const [tried, setTried] = useState(false)
  const { first, more } = fieldsOfEffect[draft.effect]
  const [unfolded, unfold] = useState(more.some((field) => draft[field] !== ''))
  const wrong = tried ? wrongFields(draft) : []
  const set = (changes: Partial<RuleDraft>) => {
    setDraft({ ...draft, ...changes })
  }
  const save = () => {
    setTried(true)
    if (wrongFields(draft).length === 0) onSave(draft)
  }
  const field = (name: DraftField) => (
    <RuleField key={name} name={name} draft={draft} isWrong={wrong.includes(name)} wrong={wrong} onChange={set} />
  )
  return (
    <form
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault()
        save()
      }}
    >
      <Labelled label={text.rule.effect}>
        {(id) => (
          <Select
            id={id}
            value={draft.effect}
            options={ruleEffects.map((effect) => ({ value: effect, label: text.effects[effect] }))}
            onChange={(effect) => set({ effect })}
            style={{ width: '100%' }}
          />
        )}
      </Labelled>
      <Labelled label={text.rule.condition}>
        {(id) => (
          <Input.TextArea
            id={id}
            autoSize={{ minRows: 1, maxRows: 4 }}
            placeholder={text.edit.conditionHint}
            maxLength={500}
            value={draft.condition}
            onChange={(event) => set({ condition: event.target.value })}
          />
        )}
      </Labelled>
      <div className={styles.formGrid}>{first.map(field)}</div>
      {unfolded && <div className={styles.formGrid}>{more.map(field)}</div>}
      {mayCarry(draft.effect, 'missing') && draft.shortfallTarget.trim() === '' && (
        <Checkbox checked={draft.missing} onChange={(event) => set({ missing: event.target.checked })}>
          {words.missing}
        </Checkbox>
      )}
      {draft.effect === 'add' && (
        <Checkbox checked={draft.uncapped} onChange={(event) => set({ uncapped: event.target.checked })}>
          {text.rule.uncapped}
        </Checkbox>
      )}
      <div className={styles.tools}>
        <Button type="primary" htmlType="submit" loading={isBusy}>
          {text.edit.save}
        </Button>
        <Button onClick={onCancel}>{text.edit.cancel}</Button>
        {!unfolded && more.length > 0 && (
          <Button type="link" onClick={() => unfold(true)}>
            {text.edit.more}
          </Button>
        )}
      </div>
    </form>
  )
}

function RuleField({
  name,
  draft,
  isWrong,
  wrong,
  onChange,
}: {
  readonly name: DraftField
  readonly draft: RuleDraft
  readonly isWrong: boolean
  readonly wrong: readonly DraftField[]
  readonly onChange: (changes: Partial<RuleDraft>) => void
}) {
  const text = useText(schemeText)
  const input = (id: string, of: DraftField, placeholder?: string) => (
    <Input
      id={id}
      value={draft[of]}
      status={wrong.includes(of) ? 'error' : ''}
      placeholder={placeholder}
      onChange={(event) => onChange({ [of]: event.target.value })}
    />
  )
  const error = isWrong ? text.edit.numberWrong : undefined
  if (name === 'graceCount')
    return (
      <Labelled label={text.rule.grace} error={error} isWide>
        {(id) => (
          <div className={styles.pair}>
            {input(id, 'graceCount')}
            <Select
              value={draft.graceWindow}
              aria-label={text.rule.graceWindow}
              options={(['month', 'quarter', 'year'] as const).map((value) => ({
                value,
                label: text.windows[value],
              }))}
              onChange={(graceWindow) => onChange({ graceWindow })}
            />
          </div>
        )}
      </Labelled>
    )
  if (name === 'shortfallTarget')
    return (
      <Labelled label={text.rule.shortfall} error={error} isWide>
        {(id) => (
          <div className={styles.pair}>
            {input(id, 'shortfallTarget')}
            {input(`${id}-unit`, 'shortfallUnit', text.rule.shortfallUnit)}
            {input(`${id}-step`, 'shortfallStep', text.rule.shortfallStep)}
          </div>
        )}
      </Labelled>
    )
  return (
    <Labelled label={text.fields[name]} error={error}>
      {(id) => input(id, name)}
    </Labelled>
  )
}

export function Labelled({
  label,
  error,
  isWide = false,
  children,
}: {
  readonly label: string
  readonly isWide?: boolean
  readonly error?: string | undefined
  readonly children: (id: string) => ReactNode
}) {
  const id = useId()
  return (
    <div className={`${styles.labelled ?? ''} ${isWide ? (styles.wide ?? '') : ''}`}>
      <label htmlFor={id}>{label}</label>
      {children(id)}
      {error !== undefined && <p className={styles.error}>{error}</p>}
    </div>
  )
}
