import { Button } from 'antd'
import { useState } from 'react'
import type { ChangePreview } from '../../../http/contract/people-changes.ts'
import { messageOf } from '../../parts/api.ts'
import { useText } from '../../text/dictionary.ts'
import { peopleChangeText } from '../../text/people-change.ts'
import styles from './change-dialog.module.css'
import { scoreWords, stretchWords } from './preview-words.ts'

const peopleShown = 6

type Props = {
  readonly preview: ChangePreview | undefined
  readonly error: Error | null
  /** Nothing is asked while the form is not filled in. */
  readonly isFilledIn: boolean
}

/** Before → after, as the dialog asks: days, stays, scores, leaders whose mean moves, and what would be wrong then. */
export function ChangePreviewPanel({ preview, error, isFilledIn }: Props) {
  const text = useText(peopleChangeText)
  return (
    <section className={styles.preview} aria-label={text.preview} aria-live="polite">
      <h3 className={styles.previewTitle}>{text.preview}</h3>
      {error !== null ? (
        <p role="alert" className={styles.problem}>
          {messageOf(error)}
        </p>
      ) : !isFilledIn ? (
        <p className="quiet">{text.fillFirst}</p>
      ) : preview === undefined ? (
        <p className="quiet">{text.reckoning}</p>
      ) : preview.problems.length > 0 ? (
        <Problems problems={preview.problems} />
      ) : (
        <Changes preview={preview} />
      )}
    </section>
  )
}

function Problems({ problems }: { readonly problems: readonly string[] }) {
  const text = useText(peopleChangeText)
  return (
    <div role="alert" className={styles.problem}>
      {text.cannot}
      <ul>
        {[...new Set(problems)].slice(0, 8).map((problem) => (
          <li key={problem}>{problem}</li>
        ))}
      </ul>
    </div>
  )
}

function Changes({ preview }: { readonly preview: ChangePreview }) {
  const text = useText(peopleChangeText)
  const [showsAll, setShowsAll] = useState(false)
  const { people, others, warnings, unchanged, year, daysOfYear } = preview
  if (people.length === 0) return <p>{text.nothing}</p>
  const shown = showsAll ? people : people.slice(0, peopleShown)
  const hasNoScores = people.every(({ soFarBefore, soFarAfter }) => soFarBefore === null && soFarAfter === null)
  return (
    <>
      <ul>
        {shown.map((person) => (
          <li key={person.staffNumber} className={styles.person}>
            <b>{person.name}</b>
            <span className="figure">
              {text.year(year)}
              {text.days(person.before.days, person.after.days, daysOfYear)}
            </span>
            <span className="figure">{scoreWords(person, text)}</span>
            <span className={styles.stays}>{stretchWords(person, text)}</span>
            {person.strayEntries > 0 && <span className={styles.caution}>{text.stray(person.strayEntries)}</span>}
          </li>
        ))}
      </ul>
      {people.length > shown.length && (
        <Button type="link" size="small" onClick={() => setShowsAll(true)}>
          {text.more(people.length - shown.length)}
        </Button>
      )}
      {hasNoScores && <p className="quiet">{text.noScheme}</p>}
      {unchanged > 0 && <p className="quiet">{text.already(unchanged)}</p>}
      {others.length > 0 && (
        <p>
          {text.others}：
          {others.map((other) => (
            <span key={other.staffNumber} className="figure">
              {other.name} {scoreWords(other, text)}；
            </span>
          ))}
        </p>
      )}
      {warnings.length > 0 && (
        <div className={styles.caution}>
          {text.warnings}：
          <ul>
            {warnings.map((warning) => (
              <li key={warning}>{warning}</li>
            ))}
          </ul>
        </div>
      )}
    </>
  )
}
