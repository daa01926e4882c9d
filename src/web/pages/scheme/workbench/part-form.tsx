import { Button, Checkbox, Input } from 'antd'
import { useState } from 'react'
import { useText } from '../../../text/dictionary.ts'
import { schemeText } from '../../../text/scheme.ts'
import styles from './cards.module.css'
import { plainNumber } from './rule-draft.ts'
import { Labelled } from './rule-form.tsx'

export type PartDraft = {
  readonly title: string
  readonly points: string
  /** Only for rated categories: who rates, with what weight. */
  readonly raters: RaterDraft | null
}

type RaterDraft = {
  readonly groups: readonly { readonly group: string; readonly weight: string }[]
  readonly spreads: boolean
}

export type PartFields = {
  readonly title: string
  readonly points: number
  readonly raters: {
    readonly groups: readonly { readonly group: string; readonly weight: number }[]
    readonly spreads: boolean
  } | null
}

/** Title and points of a category, sheet or item; rater groups where it is rated. */
export function PartForm({
  titleLabel,
  titlePlaceholder,
  initial,
  isBusy,
  onSave,
  onCancel,
}: {
  readonly titleLabel: string
  readonly titlePlaceholder?: string
  readonly initial: PartDraft
  readonly isBusy: boolean
  readonly onSave: (fields: PartFields) => void
  readonly onCancel: () => void
}) {
  const text = useText(schemeText)
  const [draft, setDraft] = useState(initial)
  const [tried, setTried] = useState(false)
  const fields = fieldsOf(draft)
  return (
    <form
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault()
        setTried(true)
        if (fields !== null) onSave(fields)
      }}
    >
      <Labelled label={titleLabel} error={tried && draft.title.trim() === '' ? text.edit.titleNeeded : undefined}>
        {(id) => (
          <Input
            id={id}
            autoFocus
            maxLength={200}
            placeholder={titlePlaceholder}
            value={draft.title}
            onChange={(event) => setDraft({ ...draft, title: event.target.value })}
          />
        )}
      </Labelled>
      <Labelled
        label={text.part.points}
        error={tried && plainNumber(draft.points) === null ? text.edit.pointsNeeded : undefined}
      >
        {(id) => (
          <Input
            id={id}
            inputMode="decimal"
            value={draft.points}
            onChange={(event) => setDraft({ ...draft, points: event.target.value })}
          />
        )}
      </Labelled>
      {draft.raters !== null && (
        <RaterFields raters={draft.raters} tried={tried} onChange={(raters) => setDraft({ ...draft, raters })} />
      )}
      <div className={styles.tools}>
        <Button type="primary" htmlType="submit" loading={isBusy}>
          {text.edit.save}
        </Button>
        <Button onClick={onCancel}>{text.edit.cancel}</Button>
      </div>
    </form>
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

function fieldsOf(draft: PartDraft): PartFields | null {
  const points = plainNumber(draft.points)
  if (draft.title.trim() === '' || points === null) return null
  if (draft.raters === null) return { title: draft.title.trim(), points, raters: null }
  const groups = draft.raters.groups.flatMap((row) => {
    const weight = plainNumber(row.weight)
    return weight === null || row.group.trim() === '' ? [] : [{ group: row.group.trim(), weight }]
  })
  if (groups.length !== draft.raters.groups.length) return null
  return { title: draft.title.trim(), points, raters: { groups, spreads: draft.raters.spreads } }
}
