import { Button } from 'antd'
import { useState } from 'react'
import { nextHandId } from '../../../../domain/scheme/edits/checks.ts'
import { takenIds } from '../../../../domain/scheme/edits/place-in-scheme.ts'
import { raterGroupsOf } from '../../../../domain/scheme/rater-groups.ts'
import type { Category, Item, OfficeSheet, Scheme } from '../../../../domain/scheme/scheme.ts'
import { useText } from '../../../text/dictionary.ts'
import { schemeText } from '../../../text/scheme.ts'
import styles from './cards.module.css'
import { categoryFields, emptyPart, ratersDraft, typed } from './part-draft.ts'
import { PartForm } from './part-form.tsx'
import { draftOfRule, inputOfDraft } from './rule-draft.ts'
import { RuleForm } from './rule-form.tsx'
import { RemoveButton } from './rule-tools.tsx'
import { SheetForm } from './sheet-form.tsx'
import type { Focus } from './text-marks.ts'
import { useWorkbench, type WorkbenchActions } from './workbench-context.ts'

type Open = 'change' | 'add' | 'add-item' | null

/** Changing, filling or taking away a category. The sheet that everyone shares is filled from here too. */
export function CategoryTools({ category }: { readonly category: Category }) {
  const text = useText(schemeText)
  const { actions, choose, model } = useWorkbench()
  const [open, show] = useState<Open>(null)
  if (actions === null) return null
  const close = () => show(null)
  const everyone = category.sheets.find((sheet) => sheet.office === null)
  const raters =
    category.kind === 'rated'
      ? ratersDraft(raterGroupsOf(category), category.missingRaterGroup === 'spread')
      : null
  if (open === 'change')
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
        isBusy={actions.isBusy}
        onCancel={close}
        onSave={(fields) =>
          void actions
            .edit({
              act: 'change-category',
              category: category.id,
              fields: { ...categoryFields(fields, raters), window: fields.window },
            })
            .then(closeWhen(show))
        }
      />
    )
  if (open === 'add')
    return (
      <SheetForm
        initial={{
          audience: category.sheets.length === 0 ? 'everyone' : 'office',
          office: '',
          points: typed(category.points),
        }}
        audiences={everyone === undefined ? ['everyone', 'office'] : ['office']}
        isBusy={actions.isBusy}
        onCancel={close}
        onSave={(fields) => {
          const id = nextHandId('sheet', takenIds(model.scheme))
          // The sheet of everyone has no line in the outline: its category stays open, ready for the first item.
          const isAlone = fields.office === null && category.sheets.length === 0
          void actions.edit({ act: 'add-sheet', category: category.id, ...fields }).then((isDone) => {
            if (isDone && !isAlone) choose({ kind: 'sheet', id })
            closeWhen(show)(isDone)
          })
        }}
      />
    )
  if (open === 'add-item' && everyone !== undefined) return <AddItem sheet={everyone} onClose={close} />
  const isShared = everyone !== undefined && category.sheets.length === 1
  return (
    <div className={styles.tools}>
      {isShared && (
        <Button disabled={actions.isBusy} onClick={() => show('add-item')}>
          {text.edit.addItem}
        </Button>
      )}
      <Tools
        actions={actions}
        addLabel={category.kind === 'rated' ? null : text.edit.addSheet}
        onOpen={show}
        onRemove={() =>
          void actions.edit({ act: 'remove-category', category: category.id }).then(thenChoose(choose, null))
        }
      />
    </div>
  )
}

export function SheetTools({ category, sheet }: { readonly category: Category; readonly sheet: OfficeSheet }) {
  const text = useText(schemeText)
  const { actions, choose } = useWorkbench()
  const [open, show] = useState<Open>(null)
  if (actions === null) return null
  const close = () => show(null)
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
        isBusy={actions.isBusy}
        onCancel={close}
        onSave={({ office, points }) => {
          const fields =
            office === null || office === sheet.office ? { office, points } : { title: office, office, points }
          void actions.edit({ act: 'change-sheet', sheet: sheet.id, fields }).then(closeWhen(show))
        }}
      />
    )
  }
  if (open === 'add') return <AddItem sheet={sheet} onClose={close} />
  return (
    <div className={styles.tools}>
      <Tools
        actions={actions}
        addLabel={text.edit.addItem}
        onOpen={show}
        onRemove={() =>
          void actions
            .edit({ act: 'remove-sheet', sheet: sheet.id })
            .then(thenChoose(choose, { kind: 'category', id: category.id }))
        }
      />
    </div>
  )
}

function AddItem({ sheet, onClose }: { readonly sheet: OfficeSheet; readonly onClose: () => void }) {
  const { actions, choose, model } = useWorkbench()
  if (actions === null) return null
  return (
    <PartForm
      initial={{ ...emptyPart, points: pointsLeft(sheet) }}
      isBusy={actions.isBusy}
      onCancel={onClose}
      onSave={({ title, points }) => {
        const id = nextHandId('item', takenIds(model.scheme))
        void actions.edit({ act: 'add-item', sheet: sheet.id, title, points }).then((isDone) => {
          if (!isDone) return
          onClose()
          choose({ kind: 'item', id })
        })
      }}
    />
  )
}

export function ItemTools({ sheet, item }: { readonly sheet: OfficeSheet; readonly item: Item }) {
  const text = useText(schemeText)
  const { actions, choose, model } = useWorkbench()
  const [open, show] = useState<Open>(null)
  if (actions === null) return null
  const close = () => show(null)
  if (open === 'change')
    return (
      <PartForm
        initial={{ ...emptyPart, title: item.title, points: typed(item.points), window: item.window ?? null }}
        inherited={windowAbove(model.scheme, sheet)}
        isBusy={actions.isBusy}
        onCancel={close}
        onSave={({ title, points, window }) =>
          void actions
            .edit({ act: 'change-item', item: item.id, fields: { title, points, window } })
            .then(closeWhen(show))
        }
      />
    )
  if (open === 'add')
    return (
      <RuleForm
        initial={draftOfRule(null)}
        isBusy={actions.isBusy}
        onCancel={close}
        onSave={(draft) =>
          void actions
            .edit({ act: 'add-rule', place: { item: item.id }, rule: inputOfDraft(draft) })
            .then(closeWhen(show))
        }
      />
    )
  return (
    <div className={styles.tools}>
      <Tools
        actions={actions}
        addLabel={text.edit.addRule}
        onOpen={show}
        onRemove={() =>
          void actions
            .edit({ act: 'remove-item', item: item.id })
            .then(thenChoose(choose, { kind: 'sheet', id: sheet.id }))
        }
      />
    </div>
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
    <>
      {addLabel !== null && (
        <Button disabled={actions.isBusy} onClick={() => onOpen('add')}>
          {addLabel}
        </Button>
      )}
      <Button disabled={actions.isBusy} onClick={() => onOpen('change')}>
        {text.rule.edit}
      </Button>
      <RemoveButton isBusy={actions.isBusy} onRemove={onRemove} />
    </>
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

function closeWhen(show: (open: Open) => void): (isDone: boolean) => void {
  return (isDone) => {
    if (isDone) show(null)
  }
}

function thenChoose(choose: (focus: Focus | null) => void, next: Focus | null): (isDone: boolean) => void {
  return (isDone) => {
    if (isDone) choose(next)
  }
}
