import { Button } from 'antd'
import { useState } from 'react'
import { defaultRaterGroups } from '../../../../domain/scheme/rater-groups.ts'
import { useText } from '../../../text/dictionary.ts'
import { schemeText } from '../../../text/scheme.ts'
import styles from './cards.module.css'
import { categoryFields } from './part-tools.tsx'
import { PartForm } from './part-form.tsx'
import { PayForm } from './pay-form.tsx'
import { draftOfRule, inputOfDraft } from './rule-draft.ts'
import { RuleForm } from './rule-form.tsx'
import { useWorkbench } from './workbench-context.ts'

type Open = 'category' | 'rated' | 'reward' | 'pay' | null

/** Below the outline: what can be added to the scheme as a whole. */
export function SchemeTools() {
  const text = useText(schemeText)
  const { actions, model } = useWorkbench()
  const [open, show] = useState<Open>(null)
  if (actions === null) return null
  const close = () => show(null)
  const done = (isDone: boolean) => {
    if (isDone) show(null)
  }
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
          <Button size="small" onClick={() => show('pay')}>
            {text.edit.editPay}
          </Button>
        </div>
      )}
      {(open === 'category' || open === 'rated') && (
        <PartForm
          key={open}
          titleLabel={text.part.title}
          initial={{
            title: open === 'rated' ? '综合评议' : '',
            points: '',
            raters:
              open === 'rated'
                ? {
                    groups: defaultRaterGroups.map(({ group, weight }) => ({
                      group,
                      weight: String(weight / 100),
                    })),
                    spreads: false,
                  }
                : null,
          }}
          isBusy={actions.isBusy}
          onCancel={close}
          onSave={(fields) =>
            void actions
              .edit({
                act: 'add-category',
                kind: open === 'rated' ? 'rated' : 'deductive',
                ...categoryFields(fields),
              })
              .then(done)
          }
        />
      )}
      {open === 'reward' && (
        <RuleForm
          initial={{ ...draftOfRule(null), effect: 'add' }}
          isBusy={actions.isBusy}
          onCancel={close}
          onSave={(draft) => {
            const place = draft.effect === 'veto' ? 'vetoes' : 'rewards'
            void actions.edit({ act: 'add-rule', place, rule: inputOfDraft(draft) }).then(done)
          }}
        />
      )}
      {open === 'pay' && (
        <PayForm
          perPersonFen={model.scheme.pay?.perPerson ?? null}
          isBusy={actions.isBusy}
          onCancel={close}
          onSave={(perPerson) =>
            void actions
              .edit({ act: 'set-pay', pay: { perPerson, formula: model.scheme.pay?.formula ?? 'pool-by-score' } })
              .then(done)
          }
        />
      )}
    </div>
  )
}
