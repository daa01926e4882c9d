import { Progress } from 'antd'
import { Link } from 'react-router'
import { wordsWords } from '../../../../domain/registers/study/study-record.ts'
import { studyEndpoints, type StudyStandingRow } from '../../../../http/contract/registers/study.ts'
import { useAnswer } from '../../../parts/queries.ts'
import { useMay, useSession } from '../../../parts/session.tsx'
import { useText } from '../../../text/dictionary.ts'
import { studyText } from '../../../text/study.ts'
import styles from './study.module.css'

/** 已交 6 篇 7,200 字，目标 10,000 字，还差 2,800 字. */
export function OwnStanding() {
  const text = useText(studyText)
  const may = useMay()
  const { today, staffNumber } = useSession()
  const year = Number(today.slice(0, 4))
  const answer = useAnswer(
    studyEndpoints.readStudyStanding,
    { query: { year } },
    { enabled: staffNumber !== null },
  )
  const standing = answer.data
  const amount = useAmount(standing?.counts ?? 'words')
  const sessions = (
    <p className="quiet">
      {text.sessions} <Link to="/registers/gathering">{text.toSessions}</Link>
    </p>
  )
  if (standing === undefined || standing.own === null)
    return may('gathering.read') ? <div className={styles.aside}>{sessions}</div> : null
  const { own, counts, clause } = standing
  const { target } = own
  const reached = counts === 'pieces' ? own.pieces * 100 : own.words
  return (
    <section className={styles.own} aria-label={text.page.title}>
      <p className={styles.sentence}>
        {[
          text.own(own.pieces, spaced(own.words)),
          target === null ? text.noTarget : text.target(amount(target)),
          ...(target === null ? [] : [shortWords(own, text, amount)]),
        ].join('，')}
      </p>
      {target !== null && target > 0 && (
        <Progress
          percent={Math.min(100, Math.floor((reached * 100) / target))}
          strokeColor="var(--accent)"
          aria-label={text.target(amount(target))}
        />
      )}
      {own.waiting > 0 && <p className="quiet">{text.waiting(own.waiting)}</p>}
      {clause !== null && <p className="quiet">{text.clause(clause)}</p>}
      {may('gathering.read') && sessions}
    </section>
  )
}

function shortWords(
  { short }: StudyStandingRow,
  text: { readonly reached: string; readonly short: (short: string) => string },
  amount: (hundredths: number) => string,
): string {
  return short === null || short === 0 ? text.reached : text.short(amount(short))
}

/** 7,200 字. */
export function spaced(hundredths: number): string {
  return wordsWords(hundredths).replace(/字$/, ' 字')
}

/** In words or in pieces, as the scheme counts. */
export function useAmount(counts: 'words' | 'pieces'): (hundredths: number) => string {
  const text = useText(studyText)
  return (hundredths) => (counts === 'pieces' ? text.piecesUnit(String(hundredths / 100)) : spaced(hundredths))
}
