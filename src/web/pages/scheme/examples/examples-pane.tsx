import { Button } from 'antd'
import { useMemo } from 'react'
import type { WorkedExample } from '../../../../domain/scheme/scheme.ts'
import { reckonExample } from '../../../../domain/scoring/reckon-example.ts'
import { useText } from '../../../text/dictionary.ts'
import { schemeExamplesText } from '../../../text/scheme-examples.ts'
import { isSameFocus, type Focus } from '../workbench/text-marks.ts'
import { useWorkbench } from '../workbench/workbench-context.ts'
import { isAsExpected } from './as-expected.ts'
import { expectedWords, givenWords } from './example-words.ts'
import styles from './examples.module.css'

/** Where a new example is written. */
export const newExample: Focus = { kind: 'example', id: 'new' }

/** 算例: each with what should come of it and whether it does. */
export function ExamplesPane() {
  const words = useText(schemeExamplesText)
  const { model, actions, choose } = useWorkbench()
  const { scheme } = model
  const examples = scheme.examples ?? []
  const failed = useMemo(
    () =>
      new Set(
        (scheme.examples ?? [])
          .filter((example) => !isAsExpected(example, reckonExample(scheme, example)))
          .map(({ id }) => id),
      ),
    [scheme],
  )
  return (
    <div className={styles.pane}>
      <p className="quiet">{actions === null ? words.introVersion : words.intro}</p>
      {actions !== null && (
        <Button type={examples.length === 0 ? 'primary' : 'default'} onClick={() => choose(newExample)}>
          {words.add}
        </Button>
      )}
      {examples.length === 0 ? (
        <p className={styles.none}>{words.none}</p>
      ) : (
        <p className={failed.size === 0 ? styles.pass : styles.fail}>
          {failed.size === 0 ? `✓ ${words.passed(examples.length)}` : words.failed(failed.size, examples.length)}
        </p>
      )}
      <ul className={styles.list}>
        {examples.map((example) => (
          <ExampleRow key={example.id} example={example} isFailed={failed.has(example.id)} />
        ))}
      </ul>
    </div>
  )
}

function ExampleRow({ example, isFailed }: { readonly example: WorkedExample; readonly isFailed: boolean }) {
  const words = useText(schemeExamplesText)
  const { focus, choose, chosenPart } = useWorkbench()
  const own: Focus = { kind: 'example', id: example.id }
  const isChosen = isSameFocus(focus, own) || isSameFocus(chosenPart, own)
  return (
    <li>
      <button
        type="button"
        className={`${styles.row ?? ''} ${isChosen ? (styles.chosen ?? '') : ''}`}
        onClick={() => choose(own)}
      >
        <span className={styles.title}>
          {example.title}
          <span className={isFailed ? styles.fail : styles.pass}>
            {isFailed ? `× ${words.fail}` : `✓ ${words.pass}`}
          </span>
        </span>
        <span className={styles.given}>
          {example.given.map(givenWords).join('；')} → {expectedWords(example.expected)}
        </span>
      </button>
    </li>
  )
}
