import { AutoComplete, Form, Input, Select } from 'antd'
import type { ReactNode } from 'react'
import { employments } from '../../../domain/roster/assignment.ts'
import { posts } from '../../../domain/scheme/scheme.ts'
import { useText } from '../../text/dictionary.ts'
import { peopleChangeText } from '../../text/people-change.ts'
import type { ChangeDraft } from './change-draft.ts'
import styles from './change-dialog.module.css'

type Props = {
  readonly draft: ChangeDraft
  readonly offices: readonly string[]
  /** Who joins again keeps number and name. */
  readonly isKnown: boolean
  readonly onChange: (changes: Partial<ChangeDraft>) => void
}

/** What each kind of change has to say. */
export function ChangeFields({ draft, offices, isKnown, onChange }: Props) {
  const text = useText(peopleChangeText)
  const { kind } = draft
  const isAway = kind === 'secondment' || kind === 'long-leave'
  return (
    <div className={styles.fields}>
      {kind === 'join' && !isKnown && (
        <>
          <Field id="change-name" label={text.name}>
            <Input
              id="change-name"
              maxLength={40}
              value={draft.name}
              onChange={(event) => onChange({ name: event.target.value })}
            />
          </Field>
          <Field id="change-number" label={text.staffNumber}>
            <Input
              id="change-number"
              maxLength={32}
              value={draft.staffNumber}
              onChange={(event) => onChange({ staffNumber: event.target.value.trim() })}
            />
          </Field>
        </>
      )}
      {kind !== 'cancel' && (
        <Field id="change-on" label={text.on[kind]}>
          <Input
            id="change-on"
            type="date"
            value={draft.on}
            onChange={(event) => onChange({ on: event.target.value })}
          />
        </Field>
      )}
      {isAway && (
        <>
          <Field id="change-to" label={text.to} help={text.toHint}>
            <Input
              id="change-to"
              type="date"
              value={draft.to}
              onChange={(event) => onChange({ to: event.target.value })}
            />
          </Field>
          <Field id="change-note" label={text.note}>
            <Input
              id="change-note"
              maxLength={200}
              placeholder={text.notePlaceholder}
              value={draft.note}
              onChange={(event) => onChange({ note: event.target.value })}
            />
          </Field>
        </>
      )}
      {(kind === 'join' || kind === 'move') && <PlaceFields draft={draft} offices={offices} onChange={onChange} />}
    </div>
  )
}

function PlaceFields({ draft, offices, onChange }: Omit<Props, 'isKnown'>) {
  const text = useText(peopleChangeText)
  const isMove = draft.kind === 'move'
  const unchanged = isMove ? [{ value: '', label: text.unchanged }] : []
  const officeChoices = offices.map((office) => ({ value: office, label: office }))
  return (
    <>
      <Field id="change-office" label={text.office}>
        <AutoComplete
          id="change-office"
          value={draft.office}
          placeholder={isMove ? text.unchanged : ''}
          options={officeChoices}
          popupMatchSelectWidth={220}
          showSearch={{ filterOption: (typed, option) => (option?.value ?? '').includes(typed) }}
          onChange={(office: string | undefined) => onChange({ office: (office ?? '').trim() })}
          allowClear
        />
      </Field>
      <Field id="change-post" label={text.post}>
        <Select
          id="change-post"
          value={draft.post}
          onChange={(post: string) => onChange({ post })}
          options={[...unchanged, ...posts.map((post) => ({ value: post, label: post }))]}
        />
      </Field>
      {(draft.post === '分管领导' || draft.post === '主要领导' || isMove) && draft.post !== '工作人员' && (
        <Field id="change-in-charge" label={text.inChargeOf}>
          <Select
            id="change-in-charge"
            mode="tags"
            tokenSeparators={['、', '，', ',']}
            value={[...draft.inChargeOf]}
            placeholder={isMove ? text.unchanged : ''}
            onChange={(inChargeOf: string[]) => onChange({ inChargeOf })}
            options={officeChoices}
            popupMatchSelectWidth={220}
          />
        </Field>
      )}
      <Field id="change-employment" label={text.employment}>
        <Select
          id="change-employment"
          value={draft.employment}
          onChange={(employment: string) => onChange({ employment })}
          options={[
            ...unchanged,
            ...employments.map((employment) => ({ value: employment, label: employment })),
            { value: isMove ? 'unspecified' : '', label: text.unspecified },
          ]}
        />
      </Field>
    </>
  )
}

function Field({
  id,
  label,
  help,
  children,
}: {
  readonly id: string
  readonly label: string
  readonly help?: string
  readonly children: ReactNode
}) {
  return (
    <Form.Item label={label} htmlFor={id} extra={help} className={styles.field ?? ''}>
      {children}
    </Form.Item>
  )
}
