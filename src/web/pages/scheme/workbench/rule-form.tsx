import { Button, Checkbox, Input, Select } from 'antd'
import { useId, useState, type ReactNode } from 'react'
import type { SchemeEdit } from '../../../../domain/scheme/edit-scheme.ts'
import { mayCarry } from '../../../../domain/scheme/effects/index.ts'
import { ruleEffects } from '../../../../domain/scheme/scheme.ts'
import { useText } from '../../../text/dictionary.ts'
import { schemeText } from '../../../text/scheme.ts'
import { schemeWholeText } from '../../../text/scheme-whole.ts'
import { schemeWorkText } from '../../../text/scheme-work.ts'
import styles from './cards.module.css'
import { EditForm, type OnDone } from './edit-form.tsx'
import {
  directions,
  fieldsOfEffect,
  wrongFields,
  type Direction,
  type DraftField,
  type RuleDraft,
} from './rule-draft.ts'
import { RuleSentenceBeside } from './rule-sentence-beside.tsx'

/** Fields of a rule by its effect; the rarer ones wait behind 更多. */
export function RuleForm({
  initial,
  editOf,
  onDone,
  onCancel,
}: {
  readonly initial: RuleDraft
  readonly editOf: (draft: RuleDraft) => SchemeEdit | 'unchanged'
  readonly onDone: OnDone
  readonly onCancel: () => void
}) {
  const text = useText(schemeText)
  const [draft, setDraft] = useState(initial)
  const { first, more } = fieldsOfEffect[draft.effect]
  const [unfolded, unfold] = useState(more.some((field) => draft[field] !== ''))
  const wrong = wrongFields(draft)
  const set = (changes: Partial<RuleDraft>) => setDraft({ ...draft, ...changes })
  const field = (name: DraftField, tried: boolean) => (
    <RuleField
      key={name}
      name={name}
      draft={draft}
      wrong={tried ? wrong : wrong.filter((one) => draft[one].trim() !== '')}
      onChange={set}
    />
  )
  return (
    <EditForm
      edit={wrong.length === 0 ? editOf(draft) : null}
      onDone={onDone}
      onCancel={onCancel}
      more={
        !unfolded &&
        more.length > 0 && (
          <Button type="link" onClick={() => unfold(true)}>
            {text.edit.more}
          </Button>
        )
      }
    >
      {(tried) => (
        <>
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
          {draft.effect === 'discretionary' && <DirectionField draft={draft} onChange={set} />}
          <div className={styles.formGrid}>{first.map((name) => field(name, tried))}</div>
          {unfolded && <div className={styles.formGrid}>{more.map((name) => field(name, tried))}</div>}
          <RuleChecks draft={draft} onChange={set} />
          <RuleSentenceBeside />
        </>
      )}
    </EditForm>
  )
}

type Setting = { readonly draft: RuleDraft; readonly onChange: (changes: Partial<RuleDraft>) => void }

function DirectionField({ draft, onChange }: Setting) {
  const words = useText(schemeWorkText)
  return (
    <Labelled label={words.direction}>
      {(id) => (
        <Select<Direction>
          id={id}
          value={draft.direction}
          options={directions.map((value) => ({ value, label: words.directions[value] }))}
          onChange={(direction) => onChange({ direction })}
          style={{ width: '100%' }}
        />
      )}
    </Labelled>
  )
}

function RuleChecks({ draft, onChange }: Setting) {
  const text = useText(schemeText)
  const words = useText(schemeWholeText)
  return (
    <>
      {mayCarry(draft.effect, 'missing') && draft.shortfallTarget.trim() === '' && (
        <Checkbox checked={draft.missing} onChange={(event) => onChange({ missing: event.target.checked })}>
          {words.missing}
        </Checkbox>
      )}
      {mayCarry(draft.effect, 'uncapped') && (
        <Checkbox checked={draft.uncapped} onChange={(event) => onChange({ uncapped: event.target.checked })}>
          {text.rule.uncapped}
        </Checkbox>
      )}
    </>
  )
}

function RuleField({
  name,
  draft,
  wrong,
  onChange,
}: Setting & {
  readonly name: DraftField
  readonly wrong: readonly DraftField[]
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
  const error = wrong.includes(name) ? text.edit.numberWrong : undefined
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
