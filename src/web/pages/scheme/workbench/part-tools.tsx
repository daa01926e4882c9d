import { Button } from 'antd'
import { useState } from 'react'
import type { Category, Item, OfficeSheet } from '../../../../domain/scheme/scheme.ts'
import { raterGroupsOf } from '../../../../domain/scheme/rater-groups.ts'
import { useText } from '../../../text/dictionary.ts'
import { schemeText } from '../../../text/scheme.ts'
import styles from './cards.module.css'
import { PartForm, type PartDraft, type PartFields } from './part-form.tsx'
import { draftOfRule, inputOfDraft } from './rule-draft.ts'
import { RuleForm } from './rule-form.tsx'
import { RemoveButton } from './rule-tools.tsx'
import { useWorkbench, type WorkbenchActions } from './workbench-context.ts'

type Open = 'change' | 'add' | null

const emptyPart: PartDraft = { title: '', points: '', raters: null }

export function CategoryTools({ category }: { readonly category: Category }) {
  const text = useText(schemeText)
  const { actions, choose } = useWorkbench()
  const [open, show] = useState<Open>(null)
  if (actions === null) return null
  const done = closeWhen(show)
  if (open === 'change')
    return (
      <PartForm
        titleLabel={text.part.title}
        initial={{ title: category.title, points: typed(category.points), raters: ratersOf(category) }}
        isBusy={actions.isBusy}
        onCancel={() => show(null)}
        onSave={(fields) =>
          void actions
            .edit({ act: 'change-category', category: category.id, fields: categoryFields(fields) })
            .then(done)
        }
      />
    )
  if (open === 'add')
    return (
      <PartForm
        titleLabel={text.part.office}
        titlePlaceholder={text.edit.officePlaceholder}
        initial={{ ...emptyPart, points: typed(category.points) }}
        isBusy={actions.isBusy}
        onCancel={() => show(null)}
        onSave={({ title, points }) =>
          void actions.edit({ act: 'add-sheet', category: category.id, office: title, points }).then(done)
        }
      />
    )
  return (
    <Tools
      actions={actions}
      addLabel={category.kind === 'rated' ? null : text.edit.addSheet}
      onOpen={show}
      onRemove={() =>
        void actions.edit({ act: 'remove-category', category: category.id }).then((is) => is && choose(null))
      }
    />
  )
}

export function SheetTools({ sheet }: { readonly sheet: OfficeSheet }) {
  const text = useText(schemeText)
  const { actions, choose } = useWorkbench()
  const [open, show] = useState<Open>(null)
  if (actions === null) return null
  const done = closeWhen(show)
  if (open === 'change')
    return (
      <PartForm
        titleLabel={sheet.office === null ? text.part.title : text.part.office}
        initial={{ title: sheet.office ?? sheet.title, points: typed(sheet.points), raters: null }}
        isBusy={actions.isBusy}
        onCancel={() => show(null)}
        onSave={({ title, points }) => {
          const fields = sheet.office === null ? { title, points } : { title, office: title, points }
          void actions.edit({ act: 'change-sheet', sheet: sheet.id, fields }).then(done)
        }}
      />
    )
  if (open === 'add')
    return (
      <PartForm
        titleLabel={text.part.title}
        initial={emptyPart}
        isBusy={actions.isBusy}
        onCancel={() => show(null)}
        onSave={({ title, points }) =>
          void actions.edit({ act: 'add-item', sheet: sheet.id, title, points }).then(done)
        }
      />
    )
  return (
    <Tools
      actions={actions}
      addLabel={text.edit.addItem}
      onOpen={show}
      onRemove={() => void actions.edit({ act: 'remove-sheet', sheet: sheet.id }).then((is) => is && choose(null))}
    />
  )
}

export function ItemTools({ item }: { readonly item: Item }) {
  const text = useText(schemeText)
  const { actions, choose } = useWorkbench()
  const [open, show] = useState<Open>(null)
  if (actions === null) return null
  const done = closeWhen(show)
  if (open === 'change')
    return (
      <PartForm
        titleLabel={text.part.title}
        initial={{ title: item.title, points: typed(item.points), raters: null }}
        isBusy={actions.isBusy}
        onCancel={() => show(null)}
        onSave={({ title, points }) =>
          void actions.edit({ act: 'change-item', item: item.id, fields: { title, points } }).then(done)
        }
      />
    )
  if (open === 'add')
    return (
      <RuleForm
        initial={draftOfRule(null)}
        isBusy={actions.isBusy}
        onCancel={() => show(null)}
        onSave={(draft) =>
          void actions.edit({ act: 'add-rule', place: { item: item.id }, rule: inputOfDraft(draft) }).then(done)
        }
      />
    )
  return (
    <Tools
      actions={actions}
      addLabel={text.edit.addRule}
      onOpen={show}
      onRemove={() => void actions.edit({ act: 'remove-item', item: item.id }).then((is) => is && choose(null))}
    />
  )
}

function Tools({
  actions,
  addLabel,
  onOpen,
  onRemove,
}: {
  readonly actions: WorkbenchActions
  readonly addLabel: string | null
  readonly onOpen: (open: Open) => void
  readonly onRemove: () => void
}) {
  const text = useText(schemeText)
  return (
    <div className={styles.tools}>
      {addLabel !== null && (
        <Button disabled={actions.isBusy} onClick={() => onOpen('add')}>
          {addLabel}
        </Button>
      )}
      <Button disabled={actions.isBusy} onClick={() => onOpen('change')}>
        {text.rule.edit}
      </Button>
      <RemoveButton isBusy={actions.isBusy} onRemove={onRemove} />
    </div>
  )
}

function closeWhen(show: (open: Open) => void): (isDone: boolean) => void {
  return (isDone) => {
    if (isDone) show(null)
  }
}

function typed(hundredths: number | null): string {
  return hundredths === null ? '' : String(hundredths / 100)
}

function ratersOf(category: Category): PartDraft['raters'] {
  if (category.kind !== 'rated') return null
  const groups = raterGroupsOf(category).map(({ group, weight }) => ({ group, weight: typed(weight) }))
  return { groups, spreads: category.missingRaterGroup === 'spread' }
}

/** As the edit takes them: title and points, and who rates where it is rated. */
export function categoryFields({ title, points, raters }: PartFields) {
  if (raters === null) return { title, points }
  return {
    title,
    points,
    raterGroups: raters.groups.map((row) => ({ ...row })),
    missingRaterGroup: raters.spreads ? ('spread' as const) : ('missing' as const),
  }
}
