import { Link } from 'react-router'
import type { MissingPart } from '../../../domain/scoring/score-sheet.ts'
import type { MissingRow } from '../../../http/contract/results.ts'
import { FoldingNotice } from '../../parts/folding-notice.tsx'
import { useMay } from '../../parts/session.tsx'
import { useText } from '../../text/dictionary.ts'
import { standingsText } from '../../text/standings.ts'
import { remedyFor } from '../score-sheet/remedy.ts'
import { groupMissing, type MissingGroup } from './standing-view.ts'
import styles from './standings.module.css'

/** 谁缺什么: people who lack the same stand together; each name opens the sheet, which leads to the remedy. */
export function MissingPanel({
  missing,
  year,
  startsOpen = false,
}: {
  readonly missing: readonly MissingRow[]
  readonly year: number
  readonly startsOpen?: boolean
}) {
  const text = useText(standingsText)
  if (missing.length === 0) return null
  return (
    <FoldingNotice title={text.missingTitle(missing.length)} hint={text.missingHint} startsOpen={startsOpen}>
      <ul className={styles.missing}>
        {groupMissing(missing).map((group) => (
          <li key={group.sentences.join()}>
            <MissingPeople group={group} year={year} />
          </li>
        ))}
      </ul>
    </FoldingNotice>
  )
}

const namesShown = 12

/** A leader waits for everyone he leads: the first few stand for them all, who are named in their own group. */
const sentencesShown = 4

function MissingPeople({ group, year }: { readonly group: MissingGroup; readonly year: number }) {
  const text = useText(standingsText)
  const shown = group.people.slice(0, namesShown)
  return (
    <>
      <div className={styles.missingWhat}>
        {group.sentences.slice(0, sentencesShown).map((sentence, place) => (
          <span key={sentence}>
            {sentence}{' '}
            <RemedyLink part={group.parts[place]} staffNumber={group.people[0]?.staffNumber} year={year} />
          </span>
        ))}
        {group.sentences.length > sentencesShown && (
          <span className="quiet">{text.sentencesMore(group.sentences.length - sentencesShown)}</span>
        )}
      </div>
      <div className={styles.missingWho}>
        {shown.map((person) => (
          <Link
            key={person.staffNumber}
            to={`/people/${encodeURIComponent(person.staffNumber)}/sheet?year=${String(year)}`}
          >
            {person.name}
            <span className="quiet">{person.office}</span>
          </Link>
        ))}
        {group.people.length > shown.length && (
          <span className="quiet">{text.missingMore(group.people.length - shown.length)}</span>
        )}
      </div>
    </>
  )
}

function RemedyLink({
  part,
  staffNumber,
  year,
}: {
  readonly part: MissingPart | undefined
  readonly staffNumber: string | undefined
  readonly year: number
}) {
  const may = useMay()
  if (part === undefined || staffNumber === undefined) return null
  const remedy = remedyFor(part, staffNumber, year)
  return may(remedy.opens) ? <Link to={remedy.address}>{remedy.label}</Link> : null
}
