import { useState } from 'react'
import type { Item, OfficeSheet, Scheme } from '../../../../domain/scheme/scheme.ts'
import { useText } from '../../../text/dictionary.ts'
import { schemeText } from '../../../text/scheme.ts'
import { MoveItemForm } from './move-form.tsx'
import { movesOfItem } from './moves.ts'
import { newPartId } from './new-part.ts'
import { emptyPart, typed } from './part-draft.ts'
import { PartForm } from './part-form.tsx'
import { draftOfRule, inputOfDraft } from './rule-draft.ts'
import { RuleForm } from './rule-form.tsx'
import { ToolRow } from './tool-row.tsx'
import { useWorkbench } from './workbench-context.ts'

export function AddItem({ sheet, onClose }: { readonly sheet: OfficeSheet; readonly onClose: () => void }) {
  const { model } = useWorkbench()
  return (
    <PartForm
      initial={{ ...emptyPart, points: pointsLeft(sheet) }}
      onCancel={onClose}
      editOf={({ title, points }) => ({ act: 'add-item', sheet: sheet.id, title, points })}
      onDone={(after, goOn) => {
        onClose()
        const id = after === null ? null : newPartId(model.scheme, after)
        if (id !== null) goOn({ kind: 'item', id })
      }}
    />
  )
}

export function ItemTools({ sheet, item }: { readonly sheet: OfficeSheet; readonly item: Item }) {
  const text = useText(schemeText).edit
  const { actions, model } = useWorkbench()
  const [open, show] = useState<'change' | 'add' | 'move' | null>(null)
  if (actions === null) return null
  const close = () => show(null)
  if (open === 'move') return <MoveItemForm item={item} sheet={sheet} onClose={close} />
  if (open === 'change')
    return (
      <PartForm
        initial={{ ...emptyPart, title: item.title, points: typed(item.points), window: item.window ?? null }}
        inherited={windowAbove(model.scheme, sheet)}
        onCancel={close}
        onDone={close}
        editOf={({ title, points, window }) => ({
          act: 'change-item',
          item: item.id,
          fields: { title, points, window },
        })}
      />
    )
  if (open === 'add')
    return (
      <RuleForm
        initial={draftOfRule(null)}
        onCancel={close}
        onDone={close}
        editOf={(draft) => ({ act: 'add-rule', place: { item: item.id }, rule: inputOfDraft(draft) })}
      />
    )
  return (
    <ToolRow
      adds={[{ label: text.addRule, onAdd: () => show('add') }]}
      moves={movesOfItem(sheet, item)}
      onMoveElsewhere={() => show('move')}
      removal={{ act: 'remove-item', item: item.id }}
      after={{ kind: 'sheet', id: sheet.id }}
      onChange={() => show('change')}
    />
  )
}

/** What the sheet still lacks, as the next item's points; empty when its sum is made up or not known. */
function pointsLeft(sheet: OfficeSheet): string {
  const summed = sheet.items.reduce((sum, { points }) => sum + (points ?? 0), 0)
  return sheet.points === null || sheet.points <= summed ? '' : typed(sheet.points - summed)
}

function windowAbove(scheme: Scheme, sheet: OfficeSheet) {
  const category = scheme.categories.find(({ sheets }) => sheets.some(({ id }) => id === sheet.id))
  return category?.window ?? scheme.window ?? 'year'
}
