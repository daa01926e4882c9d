import { useState } from 'react'
import { raterGroupsOf } from '../../../../domain/scheme/rater-groups.ts'
import type { Category } from '../../../../domain/scheme/scheme.ts'
import { useText } from '../../../text/dictionary.ts'
import { schemeText } from '../../../text/scheme.ts'
import { AddItem } from './item-tools.tsx'
import { newPartId } from './new-part.ts'
import { categoryFields, ratersDraft, typed } from './part-draft.ts'
import { PartForm } from './part-form.tsx'
import { SheetForm } from './sheet-form.tsx'
import { ToolRow } from './tool-row.tsx'
import { useWorkbench } from './workbench-context.ts'

/** Changing, filling or taking away a category. The sheet that everyone shares is filled from here too. */
export function CategoryTools({ category }: { readonly category: Category }) {
  const text = useText(schemeText).edit
  const { actions } = useWorkbench()
  const [open, show] = useState<'change' | 'add' | 'add-item' | null>(null)
  if (actions === null) return null
  const close = () => show(null)
  const everyone = category.sheets.find((sheet) => sheet.office === null)
  if (open === 'change') return <ChangeCategory category={category} onClose={close} />
  if (open === 'add') return <AddSheet category={category} onClose={close} />
  if (open === 'add-item' && everyone !== undefined) return <AddItem sheet={everyone} onClose={close} />
  const isShared = everyone !== undefined && category.sheets.length === 1
  return (
    <ToolRow
      adds={[
        ...(isShared ? [{ label: text.addItem, onAdd: () => show('add-item') }] : []),
        ...(category.kind === 'rated' ? [] : [{ label: text.addSheet, onAdd: () => show('add') }]),
      ]}
      removal={{ act: 'remove-category', category: category.id }}
      after={null}
      onChange={() => show('change')}
    />
  )
}

type FormProps = { readonly category: Category; readonly onClose: () => void }

function ChangeCategory({ category, onClose }: FormProps) {
  const { model } = useWorkbench()
  const raters =
    category.kind === 'rated'
      ? ratersDraft(raterGroupsOf(category), category.missingRaterGroup === 'spread')
      : null
  return (
    <PartForm
      initial={{
        title: category.title,
        points: typed(category.points),
        kind: category.kind,
        window: category.window ?? null,
        raters,
      }}
      kinds={category.sheets.length === 0 ? ['deductive', 'earned', 'rated'] : ['deductive', 'earned']}
      inherited={model.scheme.window ?? 'year'}
      onCancel={onClose}
      onDone={onClose}
      editOf={(fields) => ({
        act: 'change-category',
        category: category.id,
        fields: { ...categoryFields(fields, raters), window: fields.window },
      })}
    />
  )
}

function AddSheet({ category, onClose }: FormProps) {
  const { model } = useWorkbench()
  const hasShared = category.sheets.some((sheet) => sheet.office === null)
  return (
    <SheetForm
      initial={{
        audience: category.sheets.length === 0 ? 'everyone' : 'office',
        office: '',
        points: typed(category.points),
      }}
      audiences={hasShared ? ['office'] : ['everyone', 'office']}
      onCancel={onClose}
      editOf={(fields) => ({ act: 'add-sheet', category: category.id, ...fields })}
      onDone={(after, goOn) => {
        onClose()
        const sheets = after?.categories.find(({ id }) => id === category.id)?.sheets ?? []
        const id = after === null ? null : newPartId(model.scheme, after)
        // The sheet of everyone has no line in the outline: its category stays open, ready for the first item.
        const isAlone = sheets.length === 1 && sheets[0]?.office === null
        if (id !== null && !isAlone) goOn({ kind: 'sheet', id })
      }}
    />
  )
}
