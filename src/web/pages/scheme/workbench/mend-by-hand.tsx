import { Button, Input } from 'antd'
import { useState } from 'react'
import type { Diagnostic } from '../../../../domain/regulation/diagnostic.ts'
import { defaultRaterGroups } from '../../../../domain/scheme/rater-groups.ts'
import { useText } from '../../../text/dictionary.ts'
import { pointsText } from '../../../text/figure.ts'
import { schemeText } from '../../../text/scheme.ts'
import styles from './cards.module.css'
import { PayForm } from './pay-form.tsx'
import { Labelled } from './rule-form.tsx'
import { useWorkbench } from './workbench-context.ts'
import { overlaps, partsAt } from './workbench-model.ts'

const longestReread = 60

/** Ways to mend what a finding speaks of without leaving it: the part, the pay, the raters, or other words. */
export function MendByHand({ finding }: { readonly finding: Diagnostic }) {
  const text = useText(schemeText)
  const { model, actions, choose } = useWorkbench()
  const [open, show] = useState<'words' | 'pay' | null>(null)
  if (actions === null) return null
  const { pay, categories } = model.scheme
  const parts = partsAt(model, finding.span)
  const hasPay = pay?.source !== null && pay?.source !== undefined && overlaps(pay.source, finding.span)
  const unrated = categories.find(
    (category) =>
      category.kind === 'rated' &&
      (category.raterGroups ?? []).length === 0 &&
      parts.some(({ focus }) => focus.id === category.id),
  )
  const done = (isDone: boolean) => {
    if (isDone) show(null)
  }
  if (open === 'pay')
    return (
      <PayForm
        perPersonFen={pay?.perPerson ?? null}
        isBusy={actions.isBusy}
        onCancel={() => show(null)}
        onSave={(perPerson) =>
          void actions
            .edit({ act: 'set-pay', pay: { perPerson, formula: pay?.formula ?? 'pool-by-score' } })
            .then(done)
        }
      />
    )
  if (open === 'words')
    return (
      <RereadForm
        quote={finding.quote}
        isBusy={actions.isBusy}
        onCancel={() => show(null)}
        onSave={(words) =>
          void actions.interpret([{ act: 'read-as', span: finding.span, text: words }]).then(done)
        }
      />
    )
  const suggested = defaultRaterGroups.map(({ group, weight }) => ({ group, weight: weight / 100 }))
  const names = defaultRaterGroups.map(({ group, weight }) => `${group}${pointsText(weight)}`).join('、')
  return (
    <div>
      <p className={styles.label}>{text.finding.mend}</p>
      <div className={styles.tools}>
        {unrated !== undefined && (
          <Button
            className={styles.reading ?? ''}
            disabled={actions.isBusy}
            onClick={() =>
              void actions.edit({
                act: 'change-category',
                category: unrated.id,
                fields: { raterGroups: suggested },
              })
            }
          >
            {text.finding.suggestRaters(names)}
          </Button>
        )}
        {parts.map((part) => (
          <Button key={part.focus.id} size="small" onClick={() => choose(part.focus)}>
            {text.finding.openPart(text.part[part.focus.kind], shortTitle(part.title))}
          </Button>
        ))}
        {hasPay && (
          <Button size="small" onClick={() => show('pay')}>
            {text.finding.changePay}
          </Button>
        )}
        {finding.quote.length > 0 && finding.quote.length <= longestReread && (
          <Button size="small" onClick={() => show('words')}>
            {text.finding.readAs}
          </Button>
        )}
      </div>
    </div>
  )
}

function RereadForm({
  quote,
  isBusy,
  onSave,
  onCancel,
}: {
  readonly quote: string
  readonly isBusy: boolean
  readonly onSave: (words: string) => void
  readonly onCancel: () => void
}) {
  const text = useText(schemeText)
  const [words, type] = useState(quote)
  return (
    <form
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault()
        if (words.trim() !== '' && words !== quote) onSave(words)
      }}
    >
      <Labelled label={text.finding.readAsLabel}>
        {(id) => <Input id={id} autoFocus value={words} onChange={(event) => type(event.target.value)} />}
      </Labelled>
      <div className={styles.tools}>
        <Button
          type="primary"
          htmlType="submit"
          loading={isBusy}
          disabled={words.trim() === '' || words === quote}
        >
          {text.edit.save}
        </Button>
        <Button onClick={onCancel}>{text.edit.cancel}</Button>
      </div>
    </form>
  )
}

function shortTitle(title: string): string {
  return title.length > 14 ? `${title.slice(0, 14)}…` : title
}
