import type { DraftStep } from '../../../../http/contract/schemes.ts'
import { useText } from '../../../text/dictionary.ts'
import { schemeText } from '../../../text/scheme.ts'
import { schemeWorkText } from '../../../text/scheme-work.ts'
import { momentText } from '../../../text/figure.ts'
import { leavingOf } from './finding-ways.tsx'
import { findingOfAnswer, nameInEdit } from './step-words.ts'
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
  const { steps: text, outline, finding: said } = useText(schemeText)
  const { model } = useWorkbench()
  if (step.kind === 'edit') {
    const name = nameInEdit(model, step.edit, outline.everyone)
    return (
      <>
        {text.acts[step.edit.act]}
        {name !== null && text.named(shortened(name, 40))}
      </>
    )
  }
  const { interpretation } = step
  const words = model.text.slice(interpretation.span.start, interpretation.span.end)
  const finding = findingOfAnswer(model, interpretation)
  return (
    <>
      <span className="quiet">{shortened(words, 24)}</span> {how()}
    </>
  )

  function how(): string {
    switch (interpretation.act) {
      case 'read-as':
        return text.readAs(interpretation.text)
      case 'leave':
        return finding === null ? text.left : said.howLeft[leavingOf(model, finding)]
      case 'choose-reading': {
        const chosen = finding?.readings?.find(({ key }) => key === interpretation.reading)
        return chosen === undefined ? text.reading : said.howReading(chosen.label)
      }
    }
  }
}

function shortened(words: string, most: number): string {
  return words.length > most ? `${words.slice(0, most)}…` : words
}
