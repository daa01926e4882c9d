import { Button, Checkbox, Input, Select } from 'antd'
import { useState } from 'react'
import type { CalendarWindow } from '../../../../domain/primitives/local-date.ts'
import type { SchemeEdit } from '../../../../domain/scheme/edit-scheme.ts'
import { defaultRaterGroups } from '../../../../domain/scheme/rater-groups.ts'
import { useText } from '../../../text/dictionary.ts'
import { schemeText } from '../../../text/scheme.ts'
import { schemeWholeText } from '../../../text/scheme-whole.ts'
import styles from './cards.module.css'
import { EditForm, type OnDone } from './edit-form.tsx'
import { OriginMark } from './origin-mark.tsx'
import {
  isSuggested,
  partFieldsOf,
  ratersDraft,
  type PartDraft,
  type PartFields,
  type PartKind,
  type RaterDraft,
} from './part-draft.ts'
import { plainNumber } from './rule-draft.ts'
import { Labelled } from './rule-form.tsx'

/** Title and points of a category or item, and where it has them: how it is scored, its window, who rates. */
export function PartForm({
  initial,
  kinds,
  inherited,
  editOf,
  onDone,
  onCancel,
}: {
  readonly initial: PartDraft
  /** The ways a category may be scored; absent: not asked. */
  readonly kinds?: readonly PartKind[]
  /** The window in force where the part has none of its own; absent: not asked. */
  readonly inherited?: CalendarWindow
  readonly editOf: (fields: PartFields) => SchemeEdit
  readonly onDone: OnDone
  readonly onCancel: () => void
}) {
  const text = useText(schemeText)
  const [draft, setDraft] = useState(initial)
  const fields = partFieldsOf(draft)
  const raters = draft.raters ?? ratersDraft(defaultRaterGroups, false)
  return (
    <EditForm edit={fields === null ? null : editOf(fields)} onDone={onDone} onCancel={onCancel}>
      {(tried) => (
        <>
          <Labelled
            label={text.part.title}
            error={tried && draft.title.trim() === '' ? text.edit.titleNeeded : undefined}
          >
            {(id) => (
              <Input
                id={id}
                autoFocus
                maxLength={200}
                value={draft.title}
                onChange={(event) => setDraft({ ...draft, title: event.target.value })}
              />
            )}
          </Labelled>
          <PointsField points={draft.points} tried={tried} onChange={(points) => setDraft({ ...draft, points })} />
          {kinds !== undefined && (
            <Labelled label={text.part.kind}>
              {(id) => (
                <Select<PartKind>
                  id={id}
                  value={draft.kind}
                  options={kinds.map((kind) => ({ value: kind, label: text.kinds[kind] }))}
                  onChange={(kind) =>
                    setDraft({ ...draft, kind, raters: kind === 'rated' ? raters : draft.raters })
                  }
                  style={{ width: '100%' }}
                />
              )}
            </Labelled>
          )}
          {inherited !== undefined && draft.kind !== 'rated' && (
            <WindowField
              window={draft.window}
              inherited={inherited}
              onChange={(window) => setDraft({ ...draft, window })}
            />
          )}
          {draft.kind === 'rated' && (
            <RaterFields raters={raters} tried={tried} onChange={(next) => setDraft({ ...draft, raters: next })} />
          )}
        </>
      )}
    </EditForm>
  )
}

export function PointsField({
  points,
  tried,
  onChange,
}: {
  readonly points: string
  readonly tried: boolean
  readonly onChange: (points: string) => void
}) {
  const text = useText(schemeText)
  return (
    <Labelled
      label={text.part.points}
      error={(tried || points.trim() !== '') && plainNumber(points) === null ? text.edit.pointsNeeded : undefined}
    >
      {(id) => (
        <Input id={id} inputMode="decimal" value={points} onChange={(event) => onChange(event.target.value)} />
      )}
    </Labelled>
  )
}

function WindowField({
  window,
  inherited,
  onChange,
}: {
  readonly window: CalendarWindow | null
  readonly inherited: CalendarWindow
  readonly onChange: (window: CalendarWindow | null) => void
}) {
  const words = useText(schemeWholeText)
  return (
    <Labelled label={words.window}>
      {(id) => (
        <Select<CalendarWindow | ''>
          id={id}
          value={window ?? ''}
          options={[
            { value: '', label: words.inherited(words.windows[inherited]) },
            ...(['year', 'quarter', 'month'] as const).map((value) => ({ value, label: words.windows[value] })),
          ]}
          onChange={(value) => onChange(value === '' ? null : value)}
          style={{ width: '100%' }}
        />
      )}
    </Labelled>
  )
}

function RaterFields({
  raters,
  tried,
  onChange,
}: {
  readonly raters: RaterDraft
  readonly tried: boolean
  readonly onChange: (raters: RaterDraft) => void
}) {
  const text = useText(schemeText)
  const change = (at: number, changes: Partial<RaterDraft['groups'][number]>) => {
    onChange({
      ...raters,
      groups: raters.groups.map((row, index) => (index === at ? { ...row, ...changes } : row)),
    })
  }
  return (
    <fieldset className={styles.raters}>
      <legend>{text.part.raters}</legend>
      {isSuggested(raters) && <OriginMark origin="default" />}
      {raters.groups.map((row, at) => (
        <div key={String(at)} className={styles.pair}>
          <Input
            aria-label={text.part.group}
            value={row.group}
            status={tried && row.group.trim() === '' ? 'error' : ''}
            onChange={(event) => change(at, { group: event.target.value })}
          />
          <Input
            aria-label={text.part.weight}
            inputMode="decimal"
            value={row.weight}
            status={tried && plainNumber(row.weight) === null ? 'error' : ''}
            onChange={(event) => change(at, { weight: event.target.value })}
          />
          <Button
            type="text"
            aria-label={text.rule.remove}
            disabled={raters.groups.length === 1}
            onClick={() => onChange({ ...raters, groups: raters.groups.filter((_, index) => index !== at) })}
          >
            ×
          </Button>
        </div>
      ))}
      <Button
        size="small"
        onClick={() => onChange({ ...raters, groups: [...raters.groups, { group: '', weight: '' }] })}
      >
        {text.part.addGroup}
      </Button>
      <Checkbox
        checked={raters.spreads}
        onChange={(event) => onChange({ ...raters, spreads: event.target.checked })}
      >
        {text.part.spread}
      </Checkbox>
    </fieldset>
  )
}
