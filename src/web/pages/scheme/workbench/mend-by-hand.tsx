import { Button, Input } from 'antd'
import { useState } from 'react'
import type { Diagnostic } from '../../../../domain/regulation/diagnostic.ts'
import { defaultRaterGroups } from '../../../../domain/scheme/rater-groups.ts'
import { useText } from '../../../text/dictionary.ts'
import { pointsText } from '../../../text/figure.ts'
import { schemeText } from '../../../text/scheme.ts'
import { schemeWholeText } from '../../../text/scheme-whole.ts'
import styles from './cards.module.css'
import { OriginMark } from './origin-mark.tsx'
import { PayForm } from './pay-form.tsx'
import { plainNumber } from './rule-draft.ts'
import { Labelled } from './rule-form.tsx'
import { useWorkbench } from './workbench-context.ts'
import { overlaps, partsAt } from './workbench-model.ts'

const longestReread = 60

/** Ways to mend what a finding speaks of without leaving it: the part, the pay, the raters, or other words. */
export function MendByHand({ finding }: { readonly finding: Diagnostic }) {
  const text = useText(schemeText)
  const words = useText(schemeWholeText)
  const { model, actions, choose } = useWorkbench()
  const [open, show] = useState<'words' | 'pay' | null>(null)
  if (actions === null) return null
  const { pay, categories } = model.scheme
  // The part a finding names stands below it already.
  const parts = partsAt(model, finding.span).filter(({ focus }) => focus.id !== finding.about?.id)
  const hasPay = pay?.source !== null && pay?.source !== undefined && overlaps(pay.source, finding.span)
  const unrated = categories.find(
    (category) =>
      category.kind === 'rated' &&
      (category.raterGroups ?? []).length === 0 &&
      (finding.about?.id === category.id || parts.some(({ focus }) => focus.id === category.id)),
  )
  const done = (isDone: boolean) => {
    if (isDone) show(null)
  }
  if (open === 'pay') return <PayForm pay={pay} onClose={() => show(null)} />
  if (open === 'words')
    return (
      <RereadForm
        quote={finding.quote}
        isNumber={finding.code === 'number-repaired'}
        isBusy={actions.isBusy}
        onCancel={() => show(null)}
        onSave={(words) =>
          void actions.interpret([{ act: 'read-as', span: finding.span, text: words }]).then(done)
        }
      />
    )
  const canReread = finding.quote.length > 0 && finding.quote.length <= longestReread
  if (unrated === undefined && parts.length === 0 && !hasPay && !canReread) return null
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
                // Without groups given it gets those the system suggests, and is marked so.
                fields: { kind: 'rated' },
              })
            }
          >
            {text.finding.suggestRaters(names)}
          </Button>
        )}
        {unrated !== undefined && <OriginMark origin="default" />}
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
        {canReread && (
          <Button size="small" onClick={() => show('words')}>
            {finding.code === 'number-repaired' ? words.notSo : text.finding.readAs}
          </Button>
        )}
      </div>
    </div>
  )
}

function RereadForm({
  quote,
  isNumber,
  isBusy,
  onSave,
  onCancel,
}: {
  readonly quote: string
  /** A number that sums have repaired: only another number says something. */
  readonly isNumber: boolean
  readonly isBusy: boolean
  readonly onSave: (words: string) => void
  readonly onCancel: () => void
}) {
  const text = useText(schemeText)
  const whole = useText(schemeWholeText)
  const [words, type] = useState(isNumber ? '' : quote)
  const isSame = words.trim() === quote
  const isWrong = isNumber && words.trim() !== '' && plainNumber(words) === null
  const isOpen = words.trim() === '' || isSame || isWrong
  return (
    <form
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault()
        if (!isOpen) onSave(words.trim())
      }}
    >
      <Labelled
        label={isNumber ? whole.notSoLabel : text.finding.readAsLabel}
        error={isWrong ? text.edit.numberWrong : isNumber && isSame ? whole.notSoSame(quote) : undefined}
      >
        {(id) => <Input id={id} autoFocus value={words} onChange={(event) => type(event.target.value)} />}
      </Labelled>
      {isNumber && <p className={styles.place}>{whole.notSoHint(quote)}</p>}
      <div className={styles.tools}>
        <Button type="primary" htmlType="submit" loading={isBusy} disabled={isOpen}>
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
