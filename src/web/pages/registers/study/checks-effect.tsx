import { standingAfter, type Standing } from '../../../../domain/registers/study/study-standing.ts'
import { studyEndpoints, type WaitingNote } from '../../../../http/contract/registers/study.ts'
import { useAnswer } from '../../../parts/queries.ts'
import { useText } from '../../../text/dictionary.ts'
import { studyText } from '../../../text/study.ts'
import { acceptedWords, type Verdict } from './note-verdict.ts'
import { spaced, useAmount } from './own-standing.tsx'
import styles from './study.module.css'

type Props = {
  readonly judged: readonly WaitingNote[]
  readonly verdictOf: (note: WaitingNote) => Verdict
  readonly incomplete: number
}

/** What the verdicts would change: of each person what counts before and after, and what is then still short. */
export function ChecksEffect({ judged, verdictOf, incomplete }: Props) {
  const text = useText(studyText)
  if (judged.length === 0) return null
  const accepted = judged.filter((note) => verdictOf(note).outcome === 'accepted')
  // At the turn of the year pieces of both wait: each counts in its own.
  const years = [...new Set(accepted.map(({ record }) => Number(record.first.slice(0, 4))))].toSorted(
    (one, other) => one - other,
  )
  const returned = judged.length - accepted.length
  return (
    <section className={styles.effect} aria-live="polite">
      <h3 className={styles.heading}>{text.effect}</h3>
      <ul>
        {years.map((year) => (
          <OfYear key={year} year={year} accepted={accepted} verdictOf={verdictOf} />
        ))}
        {returned > 0 && <li>{text.returnedOf(returned)}</li>}
      </ul>
      {incomplete > 0 && <p className={styles.incomplete}>{text.incomplete(incomplete)}</p>}
    </section>
  )
}

type OfYearProps = Pick<Props, 'verdictOf'> & { readonly year: number; readonly accepted: readonly WaitingNote[] }

function OfYear({ year, accepted, verdictOf }: OfYearProps) {
  const text = useText(studyText)
  const standing = useAnswer(studyEndpoints.readStudyStanding, { query: { year } }).data
  const amount = useAmount(standing?.counts ?? 'words')
  if (standing === undefined) return null
  const { first, last, counts, rows } = standing
  const words = ({ pieces, words: counted, short }: Standing) =>
    `${text.standingWords(pieces, spaced(counted))}${short === null ? '' : short === 0 ? `，${text.reached}` : text.stillShort(amount(short))}`
  return rows.map((before) => {
    const own = accepted.filter(
      ({ record }) => record.staffNumber === before.staffNumber && record.first >= first && record.first <= last,
    )
    if (own.length === 0) return null
    const more = own.map((note) => acceptedWords(note, verdictOf(note)))
    return (
      <li key={before.staffNumber} className="figure">
        {text.effectLine(before.name, words(before), words(standingAfter(before, more, counts)))}
      </li>
    )
  })
}
