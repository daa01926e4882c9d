import { Input, Radio } from 'antd'
import { useState } from 'react'
import type { SchemeEdit } from '../../../../domain/scheme/edit-scheme.ts'
import { useText } from '../../../text/dictionary.ts'
import { schemeText } from '../../../text/scheme.ts'
import { schemeWholeText } from '../../../text/scheme-whole.ts'
import { EditForm, type OnDone } from './edit-form.tsx'
import { PointsField } from './part-form.tsx'
import { plainNumber } from './rule-draft.ts'
import { Labelled } from './rule-form.tsx'

export type SheetFields = { readonly office: string | null; readonly points: number }
type Audience = 'everyone' | 'office'

/** A sheet for everyone, or for one office. */
export function SheetForm({
  initial,
  audiences,
  editOf,
  onDone,
  onCancel,
}: {
  readonly initial: { readonly audience: Audience; readonly office: string; readonly points: string }
  /** One sheet of everyone in a category is enough. */
  readonly audiences: readonly Audience[]
  readonly editOf: (fields: SheetFields) => SchemeEdit
  readonly onDone: OnDone
  readonly onCancel: () => void
}) {
  const text = useText(schemeText)
  const words = useText(schemeWholeText)
  const [draft, setDraft] = useState(initial)
  const isOffice = draft.audience === 'office'
  const isNameless = isOffice && draft.office.trim() === ''
  const points = plainNumber(draft.points)
  const edit =
    points === null || isNameless ? null : editOf({ office: isOffice ? draft.office.trim() : null, points })
  return (
    <EditForm edit={edit} onDone={onDone} onCancel={onCancel}>
      {(tried) => (
        <>
          {audiences.length > 1 && (
            <Labelled label={words.sheetFor}>
              {(id) => (
                <Radio.Group
                  id={id}
                  value={draft.audience}
                  options={audiences.map((value) => ({
                    value,
                    label: value === 'everyone' ? words.everyone : words.oneOffice,
                  }))}
                  onChange={(event: { target: { value?: Audience } }) =>
                    setDraft({ ...draft, audience: event.target.value ?? 'office' })
                  }
                />
              )}
            </Labelled>
          )}
          {isOffice && (
            <Labelled label={text.part.office} error={tried && isNameless ? text.edit.officeNeeded : undefined}>
              {(id) => (
                <Input
                  id={id}
                  autoFocus
                  maxLength={200}
                  placeholder={text.edit.officePlaceholder}
                  value={draft.office}
                  onChange={(event) => setDraft({ ...draft, office: event.target.value })}
                />
              )}
            </Labelled>
          )}
          <PointsField points={draft.points} tried={tried} onChange={(points) => setDraft({ ...draft, points })} />
        </>
      )}
    </EditForm>
  )
}
