import { standingAfter, type Standing } from '../../../../domain/registers/study/study-standing.ts'
import { studyEndpoints, type WaitingNote } from '../../../../http/contract/registers/study.ts'
import { useAssessmentYear } from '../../../parts/assessment-year.ts'
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
  const [year] = useAssessmentYear()
  const standing = useAnswer(studyEndpoints.readStudyStanding, { query: { year } }).data
  const amount = useAmount(standing?.counts ?? 'words')
  if (judged.length === 0) return null
  const accepted = judged.filter((note) => verdictOf(note).outcome === 'accepted')
  const people = [...new Set(accepted.map(({ record }) => record.staffNumber))]
  const words = ({ pieces, words: counted, short }: Standing) =>
    `${text.standingWords(pieces, spaced(counted))}${short === null ? '' : short === 0 ? `，${text.reached}` : text.stillShort(amount(short))}`
  return (
    <section className={styles.effect} aria-live="polite">
      <h3 className={styles.heading}>{text.effect}</h3>
      <ul>
        {people.map((staffNumber) => {
          const own = accepted.filter(({ record }) => record.staffNumber === staffNumber)
          const before = standing?.rows.find((row) => row.staffNumber === staffNumber)
          if (before === undefined || standing === undefined) return null
          const counted = own.filter(
            ({ record }) => record.first >= standing.first && record.first <= standing.last,
          )
          const more = counted.map((note) => acceptedWords(note, verdictOf(note)))
          const after = standingAfter(before, more, standing.counts)
          return (
            <li key={staffNumber} className="figure">
              {text.effectLine(before.name, words(before), words(after))}
            </li>
          )
        })}
        {judged.length > accepted.length && <li>{text.returnedOf(judged.length - accepted.length)}</li>}
      </ul>
      {incomplete > 0 && <p className={styles.incomplete}>{text.incomplete(incomplete)}</p>}
    </section>
  )
}
