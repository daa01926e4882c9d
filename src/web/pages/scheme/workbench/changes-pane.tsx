import { useText } from '../../../text/dictionary.ts'
import { schemeWholeText } from '../../../text/scheme-whole.ts'
import styles from './changes-pane.module.css'
import type { Change } from './changes.ts'
import { OriginMark } from './origin-mark.tsx'
import { isSameFocus } from './text-marks.ts'
import { useLights, useWorkbench } from './workbench-context.ts'

/** What of an adopted version is not the text's own: a person's work, and what the system suggested. */
export function ChangesPane({ changes }: { readonly changes: readonly Change[] }) {
  const words = useText(schemeWholeText).changes
  const { model } = useWorkbench()
  return (
    <div className={styles.pane}>
      <p className="quiet">{model.text === '' ? words.introBlank : words.intro}</p>
      {changes.length === 0 && <p className={styles.none}>{words.none}</p>}
      {(['person', 'default'] as const).map((origin) => (
        <Changes key={origin} origin={origin} changes={changes.filter((change) => change.origin === origin)} />
      ))}
    </div>
  )
}

function Changes({ origin, changes }: { readonly origin: Change['origin']; readonly changes: readonly Change[] }) {
  const words = useText(schemeWholeText).changes
  if (changes.length === 0) return null
  return (
    <section>
      <h3 className={styles.heading}>{words[origin](changes.length)}</h3>
      <ul className={styles.list}>
        {changes.map((change) => (
          <ChangeRow key={`${change.focus.id}-${wordsKey(change)}`} change={change} />
        ))}
      </ul>
    </section>
  )
}

function ChangeRow({ change }: { readonly change: Change }) {
  const { focus, choose } = useWorkbench()
  return (
    <li {...useLights(change.focus)}>
      <button
        type="button"
        className={`${styles.row ?? ''} ${isSameFocus(focus, change.focus) ? (styles.chosen ?? '') : ''}`}
        onClick={() => choose(change.focus)}
      >
        {change.place !== '' && <span className={styles.place}>{change.place}</span>}
        <ChangeWords change={change} />
        {change.origin === 'default' && <OriginMark origin="default" />}
      </button>
    </li>
  )
}

function ChangeWords({ change }: { readonly change: Change }) {
  const words = useText(schemeWholeText)
  if (typeof change.words === 'string') return <span>{change.words}</span>
  const { matter } = change.words
  const said = matter === 'yearly' || matter === 'raters' ? words.changes[matter] : words[matter]
  return <span>{said}</span>
}

function wordsKey({ words }: Change): string {
  return typeof words === 'string' ? 'part' : words.matter
}
