import { Button } from 'antd'
import { useState } from 'react'
import { defaultRaterGroups } from '../../../../domain/scheme/rater-groups.ts'
import { useText } from '../../../text/dictionary.ts'
import { schemeText } from '../../../text/scheme.ts'
import styles from './cards.module.css'
import { newPartId } from './new-part.ts'
import { categoryFields, emptyPart, ratersDraft } from './part-draft.ts'
import { PartForm } from './part-form.tsx'
import { draftOfRule, inputOfDraft } from './rule-draft.ts'
import { RuleForm } from './rule-form.tsx'
import { useWorkbench } from './workbench-context.ts'

type Open = 'category' | 'rated' | 'reward' | null

const suggested = ratersDraft(defaultRaterGroups, false)

/** Below the outline: what can be added to the scheme; what holds for the whole is changed in 方案总则. */
export function SchemeTools() {
  const text = useText(schemeText)
  const { actions, model } = useWorkbench()
  const [open, show] = useState<Open>(null)
  if (actions === null) return null
  const close = () => show(null)
  return (
    <div className={styles.schemeTools}>
      {open === null && (
        <div className={styles.tools}>
          <Button size="small" onClick={() => show('category')}>
            {text.edit.addCategory}
          </Button>
          <Button size="small" onClick={() => show('rated')}>
            {text.edit.addRated}
          </Button>
          <Button size="small" onClick={() => show('reward')}>
            {text.edit.addReward}
          </Button>
        </div>
      )}
      {(open === 'category' || open === 'rated') && (
        <PartForm
          key={open}
          initial={
            open === 'rated' ? { ...emptyPart, title: '综合评议', kind: 'rated', raters: suggested } : emptyPart
          }
          {...(open === 'category' && { kinds: ['deductive', 'earned'] as const })}
          onCancel={close}
          editOf={(fields) => ({ act: 'add-category', ...categoryFields(fields, suggested) })}
          onDone={(after, goOn) => {
            close()
            const id = after === null ? null : newPartId(model.scheme, after)
            if (id !== null) goOn({ kind: 'category', id })
          }}
        />
      )}
      {open === 'reward' && (
        <RuleForm
          initial={{ ...draftOfRule(null), effect: 'add' }}
          onCancel={close}
          onDone={close}
          editOf={(draft) => ({
            act: 'add-rule',
            place: draft.effect === 'veto' ? 'vetoes' : 'rewards',
            rule: inputOfDraft(draft),
          })}
        />
      )}
    </div>
  )
}
