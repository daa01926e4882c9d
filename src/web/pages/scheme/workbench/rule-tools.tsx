import { Button, Popconfirm } from 'antd'
import { useState } from 'react'
import { useText } from '../../../text/dictionary.ts'
import { schemeText } from '../../../text/scheme.ts'
import styles from './cards.module.css'
import { draftOfRule, patchOfDraft } from './rule-draft.ts'
import { RuleForm } from './rule-form.tsx'
import { useWorkbench } from './workbench-context.ts'
import type { PlacedRule } from './workbench-model.ts'

/** Changing or taking away a rule of the draft, in place. */
export function RuleTools({ placed }: { readonly placed: PlacedRule }) {
  const text = useText(schemeText)
  const { actions, choose } = useWorkbench()
  const [isEditing, edit] = useState(false)
  const { rule, item } = placed
  if (actions === null) return null
  if (isEditing)
    return (
      <RuleForm
        initial={draftOfRule(rule)}
        isBusy={actions.isBusy}
        onCancel={() => edit(false)}
        onSave={(draft) => {
          const fields = patchOfDraft(rule, draft)
          if (Object.keys(fields).length === 0) edit(false)
          else void actions.edit({ act: 'change-rule', rule: rule.id, fields }).then((isDone) => edit(!isDone))
        }}
      />
    )
  const remove = async () => {
    if (await actions.edit({ act: 'remove-rule', rule: rule.id }))
      choose(item === null ? null : { kind: 'item', id: item.id })
  }
  return (
    <div className={styles.tools}>
      <Button disabled={actions.isBusy} onClick={() => edit(true)}>
        {text.rule.edit}
      </Button>
      <RemoveButton isBusy={actions.isBusy} onRemove={() => void remove()} />
    </div>
  )
}

export function RemoveButton({ isBusy, onRemove }: { readonly isBusy: boolean; readonly onRemove: () => void }) {
  const text = useText(schemeText)
  return (
    <Popconfirm
      title={text.rule.removeAsk}
      description={text.rule.removeWhy}
      okText={text.rule.remove}
      cancelText={text.edit.cancel}
      onConfirm={onRemove}
    >
      <Button disabled={isBusy}>{text.rule.remove}</Button>
    </Popconfirm>
  )
}
