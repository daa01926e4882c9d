import { useMemo, useState } from 'react'
import type { WorkedExample } from '../../../../domain/scheme/scheme.ts'
import { reckonExample } from '../../../../domain/scoring/reckon-example.ts'
import { useText } from '../../../text/dictionary.ts'
import { schemeExamplesText } from '../../../text/scheme-examples.ts'
import { newPartId } from '../workbench/new-part.ts'
import { ToolRow } from '../workbench/tool-row.tsx'
import { useWorkbench } from '../workbench/workbench-context.ts'
import { draftOfExample, emptyExample } from './example-draft.ts'
import { ExampleForm } from './example-form.tsx'
import { expectedWords, givenWords } from './example-words.ts'
import styles from './examples.module.css'
import { Reckoning } from './reckoning.tsx'

/** One example: what happened, what it should come to, what the scheme gives and why. */
export function ExampleCard({ example }: { readonly example: WorkedExample }) {
  const words = useText(schemeExamplesText)
  const { model, actions } = useWorkbench()
  const [isEditing, edit] = useState(false)
  const reckoning = useMemo(() => reckonExample(model.scheme, example), [model.scheme, example])
  if (isEditing && actions !== null)
    return (
      <article className={styles.card}>
        <p className={styles.name}>{example.title}</p>
        <ExampleForm
          initial={draftOfExample(model.scheme, example)}
          editOf={(input) => ({ act: 'change-example', id: example.id, example: input })}
          onDone={() => edit(false)}
          onCancel={() => edit(false)}
        />
      </article>
    )
  return (
    <article className={styles.card}>
      <p className={styles.name}>{example.title}</p>
      <p className="quiet">
        {example.post} · {example.office ?? words.everyone}
      </p>
      <div>
        <p className={styles.label}>{words.ifThis}</p>
        <ul className={styles.plain}>
          {example.given.map((given, at) => (
            <li key={`${String(at)}-${given.rule}`}>{givenWords(given)}</li>
          ))}
        </ul>
      </div>
      <p>
        <span className={styles.label}>{words.expectedSaid}</span>{' '}
        <b className="figure">{expectedWords(example.expected)}</b>
      </p>
      <Reckoning example={example} reckoning={reckoning} />
      <ToolRow
        adds={[]}
        removal={{ act: 'remove-example', id: example.id }}
        after={null}
        onChange={() => edit(true)}
      />
    </article>
  )
}

export function NewExampleCard() {
  const words = useText(schemeExamplesText)
  const { model, actions, choose } = useWorkbench()
  if (actions === null) return null
  return (
    <article className={styles.card}>
      <p className={styles.name}>{words.newTitle}</p>
      <ExampleForm
        initial={emptyExample}
        editOf={(input) => ({ act: 'add-example', example: input })}
        onCancel={() => choose(null)}
        onDone={(after, goOn) => {
          const id = after === null ? null : newPartId(model.scheme, after)
          goOn(id === null ? null : { kind: 'example', id })
        }}
      />
    </article>
  )
}
