import { useState } from 'react'
import type { Category, OfficeSheet } from '../../../../domain/scheme/scheme.ts'
import { useText } from '../../../text/dictionary.ts'
import { schemeText } from '../../../text/scheme.ts'
import { AddItem } from './item-tools.tsx'
import { typed } from './part-draft.ts'
import { SheetForm } from './sheet-form.tsx'
import { ToolRow } from './tool-row.tsx'
import { useWorkbench } from './workbench-context.ts'

export function SheetTools({ category, sheet }: { readonly category: Category; readonly sheet: OfficeSheet }) {
  const text = useText(schemeText).edit
  const { actions } = useWorkbench()
  const [open, show] = useState<'change' | 'add' | null>(null)
  if (actions === null) return null
  const close = () => show(null)
  if (open === 'add') return <AddItem sheet={sheet} onClose={close} />
  if (open === 'change') {
    const hasOther = category.sheets.some((other) => other.id !== sheet.id && other.office === null)
    return (
      <SheetForm
        initial={{
          audience: sheet.office === null ? 'everyone' : 'office',
          office: sheet.office ?? '',
          points: typed(sheet.points),
        }}
        audiences={hasOther ? ['office'] : ['everyone', 'office']}
        onCancel={close}
        onDone={close}
        editOf={({ office, points }) => ({
          act: 'change-sheet',
          sheet: sheet.id,
          fields:
            office === null || office === sheet.office ? { office, points } : { title: office, office, points },
        })}
      />
    )
  }
  return (
    <ToolRow
      adds={[{ label: text.addItem, onAdd: () => show('add') }]}
      removal={{ act: 'remove-sheet', sheet: sheet.id }}
      after={{ kind: 'category', id: category.id }}
      onChange={() => show('change')}
    />
  )
}
