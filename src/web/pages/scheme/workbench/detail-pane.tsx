import { Button } from 'antd'
import { useText } from '../../../text/dictionary.ts'
import { schemeText } from '../../../text/scheme.ts'
import { BlankSteps } from './blank-steps.tsx'
import { ExampleCard, NewExampleCard } from '../examples/example-card.tsx'
import { newExample } from '../examples/examples-pane.tsx'
import { schemeWorkText } from '../../../text/scheme-work.ts'
import styles from './cards.module.css'
import { FindingCard, shorten } from './finding-card.tsx'
import { PartCard } from './part-card.tsx'
import { RuleCard } from './rule-card.tsx'
import { SchemeCard } from './scheme-card.tsx'
import { SilentCard } from './silent-pane.tsx'
import { diagnosticId, isSameFocus, partOfFinding, silentId, type Focus } from './text-marks.ts'
import { useWorkbench } from './workbench-context.ts'
import { findDiagnostic, spanOfFocus } from './workbench-model.ts'

/** Whatever is chosen, in full; a finding with the part it speaks of below it. */
export function DetailPane() {
  const text = useText(schemeText)
  const { model, focus, chosenPart, choose, actions } = useWorkbench()
  if (focus?.kind === 'diagnostic') {
    const finding = findDiagnostic(model, focus.id)
    const part = finding === null ? null : partOfFinding(finding)
    if (finding !== null)
      return (
        <>
          <FindingCard key={focus.id} finding={finding} />
          {part !== null && (
            <div className={styles.below}>
              <Part focus={part} isUnderFinding />
            </div>
          )}
        </>
      )
  }
  const silent =
    focus?.kind === 'silent' ? model.silent.find((word) => silentId(word.span) === focus.id) : undefined
  if (silent !== undefined) return <SilentCard word={silent} />
  const span = focus?.kind === 'span' ? spanOfFocus(model, focus) : null
  if (span !== null) return <RemovedWords words={model.text.slice(span.start, span.end)} />
  // A finding that a change has done away with leaves the part it spoke of.
  if (chosenPart !== null) return <Part focus={chosenPart} />
  if (model.text === '' || actions === null)
    return (
      <>
        {actions !== null && <BlankSteps />}
        <SchemeCard />
      </>
    )
  const first = model.pending[0]
  return (
    <div className={styles.hint}>
      {first !== undefined && (
        <>
          <p className={styles.message}>{text.detailStart(model.pending.length)}</p>
          <Button type="primary" onClick={() => choose({ kind: 'diagnostic', id: diagnosticId(first) })}>
            {text.detailStartAction}
          </Button>
        </>
      )}
      <p>{text.detailHint}</p>
    </div>
  )
}

/** Words whose clause a person has taken out of the scheme; undo brings it back. */
function RemovedWords({ words }: { readonly words: string }) {
  const said = useText(schemeWorkText).changes
  const text = useText(schemeText).finding
  const { showText } = useWorkbench()
  return (
    <article className={styles.card}>
      <p className={styles.label}>{said.removedHere}</p>
      <blockquote className={styles.quote}>{shorten(words)}</blockquote>
      <Button type="link" size="small" className={styles.onlyPhone ?? ''} onClick={showText}>
        {text.showInText}
      </Button>
    </article>
  )
}

function Part({ focus, isUnderFinding = false }: { readonly focus: Focus; readonly isUnderFinding?: boolean }) {
  const { model } = useWorkbench()
  if (focus.kind === 'scheme') return <SchemeCard />
  if (isSameFocus(focus, newExample)) return <NewExampleCard />
  if (focus.kind === 'example') {
    const example = model.scheme.examples?.find(({ id }) => id === focus.id)
    return example === undefined ? null : <ExampleCard key={focus.id} example={example} />
  }
  const placed = focus.kind === 'rule' ? model.rules.get(focus.id) : undefined
  if (placed !== undefined) return <RuleCard key={focus.id} placed={placed} isUnderFinding={isUnderFinding} />
  return <PartCard key={`${focus.kind}-${focus.id}`} focus={focus} isUnderFinding={isUnderFinding} />
}
