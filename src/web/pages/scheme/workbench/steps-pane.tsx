import type { SchemeEdit } from '../../../../domain/scheme/edit-scheme.ts'
import type { DraftStep } from '../../../../http/contract/schemes.ts'
import { useText } from '../../../text/dictionary.ts'
import { schemeText } from '../../../text/scheme.ts'
import { schemeWorkText } from '../../../text/scheme-work.ts'
import { momentText } from '../../../text/figure.ts'
import styles from './steps-pane.module.css'
import { useWorkbench } from './workbench-context.ts'

/** Who did what to the draft, the last first: the record that stays with the regulation. */
export function StepsPane({ steps }: { readonly steps: readonly DraftStep[] }) {
  const text = useText(schemeText).steps
  const words = useText(schemeWorkText).answers
  if (steps.length === 0) return <p className={styles.none}>{text.none}</p>
  return (
    <ol className={styles.list} reversed>
      {steps.toReversed().map((step) => (
        <li key={step.id} className={step.undone ? styles.undone : undefined}>
          <StepWords step={step} />
          <p className={styles.by}>
            {step.by} · {momentText(step.at)}
            {step.undone && ` · ${text.undone}`}
          </p>
          {step.kind === 'interpretation' && step.idle && !step.undone && (
            <p className={styles.by}>{words.idle}</p>
          )}
        </li>
      ))}
    </ol>
  )
}

function StepWords({ step }: { readonly step: DraftStep }) {
  const { steps: text, outline } = useText(schemeText)
  const { model } = useWorkbench()
  if (step.kind === 'edit') {
    const name = nameIn(step.edit, outline.everyone)
    return (
      <>
        {text.acts[step.edit.act]}
        {name !== null && `“${name}”`}
      </>
    )
  }
  const { interpretation } = step
  const words = model.text.slice(interpretation.span.start, interpretation.span.end)
  const how =
    interpretation.act === 'read-as'
      ? text.readAs(interpretation.text)
      : interpretation.act === 'leave'
        ? text.left
        : text.reading
  return (
    <>
      <span className="quiet">{words.length > 24 ? `${words.slice(0, 24)}…` : words}</span> {how}
    </>
  )
}

/** What the edit names, where it names something in words. */
function nameIn(edit: SchemeEdit, everyone: string): string | null {
  switch (edit.act) {
    case 'add-category':
    case 'add-item':
    case 'set-title':
      return edit.title
    case 'add-sheet':
      return edit.office ?? edit.title ?? everyone
    case 'add-rule':
      return edit.rule.condition ?? null
    case 'change-category':
    case 'change-sheet':
    case 'change-item':
      return edit.fields.title ?? null
    default:
      return null
  }
}
