import { Select } from 'antd'
import { useState } from 'react'
import type { RulePlace } from '../../../../domain/scheme/edits/edit-schema.ts'
import type { Item, OfficeSheet, Rule, Scheme } from '../../../../domain/scheme/scheme.ts'
import { useText } from '../../../text/dictionary.ts'
import { schemeText } from '../../../text/scheme.ts'
import { schemeWorkText } from '../../../text/scheme-work.ts'
import { EditForm } from './edit-form.tsx'
import { Labelled } from './rule-form.tsx'
import { useWorkbench } from './workbench-context.ts'

/** An item into another sheet, at its end. */
export function MoveItemForm({
  item,
  sheet,
  onClose,
}: {
  readonly item: Item
  readonly sheet: OfficeSheet
  readonly onClose: () => void
}) {
  const { model } = useWorkbench()
  const text = useText(schemeText)
  const groups = model.scheme.categories.map((category) => ({
    label: category.title,
    options: category.sheets
      .filter(({ id }) => id !== sheet.id)
      .map(({ id, office }) => ({ value: id, label: `${category.title} › ${office ?? text.outline.everyone}` })),
  }))
  const [chosen, choose] = useState<string | null>(null)
  return (
    <EditForm
      edit={chosen === null ? null : { act: 'move-item', item: item.id, sheet: chosen, before: null }}
      onCancel={onClose}
      onDone={onClose}
    >
      {(tried) => <PlaceField groups={groups} chosen={chosen} tried={tried} onChoose={choose} />}
    </EditForm>
  )
}

/** A rule into another item, or out of the items to the rewards or the vetoes, at the end. */
export function MoveRuleForm({
  rule,
  place,
  onClose,
}: {
  readonly rule: Rule
  readonly place: RulePlace
  readonly onClose: () => void
}) {
  const { model } = useWorkbench()
  const text = useText(schemeText)
  const [chosen, choose] = useState<string | null>(null)
  const outside = (['rewards', 'vetoes'] as const).filter((one) => one !== place)
  const groups = [
    ...itemGroups(model.scheme, text.outline.everyone, typeof place === 'string' ? null : place.item),
    { label: text.outline.outside, options: outside.map((value) => ({ value, label: text.outline[value] })) },
  ]
  const target: RulePlace | null =
    chosen === null ? null : chosen === 'rewards' || chosen === 'vetoes' ? chosen : { item: chosen }
  return (
    <EditForm
      edit={target === null ? null : { act: 'move-rule', rule: rule.id, place: target, before: null }}
      onCancel={onClose}
      onDone={onClose}
    >
      {(tried) => <PlaceField groups={groups} chosen={chosen} tried={tried} onChoose={choose} />}
    </EditForm>
  )
}

type PlaceGroup = {
  readonly label: string
  readonly options: readonly { readonly value: string; readonly label: string }[]
}

function itemGroups(scheme: Scheme, everyone: string, without: string | null): readonly PlaceGroup[] {
  return scheme.categories.flatMap((category) =>
    category.sheets.map((sheet) => ({
      label: `${category.title} › ${sheet.office ?? everyone}`,
      options: sheet.items
        .filter(({ id }) => id !== without)
        .map(({ id, title }) => ({
          value: id,
          label: sheet.office === null ? title : `${sheet.office} › ${title}`,
        })),
    })),
  )
}

function PlaceField({
  groups,
  chosen,
  tried,
  onChoose,
}: {
  readonly groups: readonly PlaceGroup[]
  readonly chosen: string | null
  readonly tried: boolean
  readonly onChoose: (place: string) => void
}) {
  const words = useText(schemeWorkText).move
  return (
    <Labelled label={words.to} error={tried && chosen === null ? words.toNeeded : undefined}>
      {(id) => (
        <Select
          id={id}
          autoFocus
          showSearch={{ optionFilterProp: 'label' }}
          placeholder={words.toNeeded}
          value={chosen}
          options={groups
            .filter(({ options }) => options.length > 0)
            .map((group) => ({ ...group, options: [...group.options] }))}
          onChange={onChoose}
          style={{ width: '100%' }}
        />
      )}
    </Labelled>
  )
}
