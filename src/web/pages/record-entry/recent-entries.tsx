import { Link } from 'react-router'
import { endpoints } from '../../../http/contract/endpoints.ts'
import type { Entry } from '../../../http/contract/entries.ts'
import { useAnswer } from '../../parts/queries.ts'
import { ReceiptButton } from '../../parts/receipt-button.tsx'
import { ErrorState, LoadingState } from '../../parts/states.tsx'
import { useText } from '../../text/dictionary.ts'
import { entryFigure } from '../../text/entry-words.ts'
import { dayText } from '../../text/figure.ts'
import { recordEntryText } from '../../text/record-entry.ts'
import { EntryStateTag } from '../entry-ledger/entry-state-tag.tsx'
import { ReverseEntry } from '../entry-ledger/reverse-entry.tsx'
import styles from './recent-entries.module.css'

/** The last ten of the ledger, each with its way back. */
export function RecentEntries() {
  const text = useText(recordEntryText)
  const answer = useAnswer(endpoints.listEntries, { query: { page: 1, pageSize: 10 } })
  return (
    <section className={styles.recent} aria-label={text.recentTitle}>
      <div className={styles.head}>
        <h2 className={styles.title}>{text.recentTitle}</h2>
        <Link to="/entries">{text.allEntries}</Link>
      </div>
      {answer.error !== null && <ErrorState error={answer.error} onRetry={() => void answer.refetch()} />}
      {answer.data === undefined && answer.error === null && <LoadingState rows={5} />}
      {answer.data?.entries.length === 0 && <p className="quiet">{text.recentEmpty}</p>}
      <ol className={styles.list}>
        {answer.data?.entries.map((entry) => (
          <RecentEntry key={entry.id} entry={entry} />
        ))}
      </ol>
    </section>
  )
}

function RecentEntry({ entry }: { readonly entry: Entry }) {
  return (
    <li className={styles.entry} data-reversed={entry.state === 'reversed'}>
      <span className={`${styles.day ?? ''} figure`}>{dayText(entry.occurredOn)}</span>
      <span className={styles.who}>
        {entry.name} <span className="quiet">{entry.office}</span>
      </span>
      <span className={styles.rule}>
        {entry.ruleSentence}
        {entry.matter !== null && <span className="quiet">　{entry.matter}</span>}
      </span>
      <span className={`${styles.figure ?? ''} figure`}>{entryFigure(entry)}</span>
      <span className={styles.state}>
        <EntryStateTag state={entry.state} />
      </span>
      <span className={styles.action}>
        <ReceiptButton
          entryId={entry.id}
          recordedBy={entry.recordedBy}
          staffNumber={entry.staffNumber}
          size="small"
        />
        <ReverseEntry entry={entry} size="small" />
      </span>
    </li>
  )
}
