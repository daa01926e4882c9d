import { useState } from 'react'
import { MoveRuleForm } from './move-form.tsx'
import { movesOfRule, placeOfRule } from './moves.ts'
import { draftOfRule, patchOfDraft } from './rule-draft.ts'
import { RuleForm } from './rule-form.tsx'
import { ToolRow } from './tool-row.tsx'
import { useWorkbench } from './workbench-context.ts'
import type { PlacedRule } from './workbench-model.ts'

/** Changing, moving or taking away a rule of the draft, in place. */
export function RuleTools({ placed }: { readonly placed: PlacedRule }) {
  const { actions, model } = useWorkbench()
  const [open, show] = useState<'change' | 'move' | null>(null)
  const { rule, item } = placed
  if (actions === null) return null
  const close = () => show(null)
  const place = placeOfRule(model.scheme, rule.id)
  if (open === 'move') return <MoveRuleForm rule={rule} place={place} onClose={close} />
  if (open === 'change')
    return (
      <RuleForm
        initial={draftOfRule(rule)}
        onCancel={close}
        onDone={close}
        editOf={(draft) => {
          const fields = patchOfDraft(rule, draft)
          return Object.keys(fields).length === 0 ? 'unchanged' : { act: 'change-rule', rule: rule.id, fields }
        }}
      />
    )
  return (
    <ToolRow
      adds={[]}
      moves={movesOfRule(model.scheme, rule, place)}
      onMoveElsewhere={() => show('move')}
      removal={{ act: 'remove-rule', rule: rule.id }}
      after={item === null ? null : { kind: 'item', id: item.id }}
      onChange={() => show('change')}
    />
  )
}
