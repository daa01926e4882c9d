import type { ComparedChange, DraftBase } from '../../../../http/contract/schemes.ts'
import { schemeEndpoints } from '../../../../http/contract/schemes.ts'
import { useAnswer } from '../../../parts/queries.ts'
import { ErrorState, LoadingState } from '../../../parts/states.tsx'
import { useText } from '../../../text/dictionary.ts'
import { schemeWorkText } from '../../../text/scheme-work.ts'
import styles from './changes-pane.module.css'
import { isSameFocus, wholeScheme, type Focus } from './text-marks.ts'
import { useLights, useWorkbench } from './workbench-context.ts'

/** What people changed, added, moved and took out of the draft, against what was read from its text or copied. */
export function DraftChanges({ base }: { readonly base: DraftBase | null }) {
  const words = useText(schemeWorkText).changes
  const { model } = useWorkbench()
  const isCopy = base?.part === 'scheme'
  if (model.text === '' && !isCopy) return <p className={styles.none}>{words.introBlank}</p>
  return (
    <div className={styles.pane}>
      <p className="quiet">{isCopy ? words.introCopy(base.version) : words.intro}</p>
      <Changes isCopy={isCopy} />
    </div>
  )
}

function Changes({ isCopy }: { readonly isCopy: boolean }) {
  const words = useText(schemeWorkText).changes
  const answer = useAnswer(schemeEndpoints.compareSchemes, { query: { from: 'start', to: 'draft' } })
  if (answer.error !== null) return <ErrorState error={answer.error} onRetry={() => void answer.refetch()} />
  if (answer.data === undefined) return <LoadingState rows={3} />
  const { changes } = answer.data
  if (changes.length === 0) return <p className={styles.none}>{isCopy ? words.noneCopy : words.none}</p>
  return (
    <ul className={styles.list}>
      {changes.map((change, at) => (
        <ChangeRow key={`${String(at)}-${change.sentence}`} change={change} />
      ))}
    </ul>
  )
}

function ChangeRow({ change }: { readonly change: ComparedChange }) {
  const words = useText(schemeWorkText).changes
  const { focus, choose } = useWorkbench()
  const own = focusOf(change)
  return (
    <li {...useLights(own)}>
      <button
        type="button"
        className={`${styles.row ?? ''} ${isSameFocus(focus, own) ? (styles.chosen ?? '') : ''}`}
        onClick={() => choose(own)}
      >
        {change.path.length > 0 && <span className={styles.place}>{change.path.join(' › ')}</span>}
        <span className={styles[change.change]}>{words.kinds[change.change]}</span>{' '}
        {change.fields.map(({ label, before, after }) => (
          <span key={label} className={styles.field}>
            {label}：{before ?? words.unset} → {after ?? words.unset}
          </span>
        ))}
        {change.before !== null && change.before.words !== change.after?.words && (
          <span className={styles.was}>
            {words.before}：{change.before.words}
          </span>
        )}
        {change.after !== null && (
          <span className={styles.now}>
            {words.after}：{change.after.words}
          </span>
        )}
      </button>
    </li>
  )
}

/** What is gone is lit in the text alone, by where its clause stood. */
function focusOf({ about, after, before }: ComparedChange): Focus {
  const source = before?.source ?? null
  if (after === null && source !== null)
    return { kind: 'span', id: `${String(source.start)}-${String(source.end)}` }
  const id = after?.id ?? null
  return about === 'scheme' || id === null ? wholeScheme : { kind: about, id }
}
