import { App, Button } from 'antd'
import { inspectionEndpoints, type InspectedOffice } from '../../../http/contract/inspections.ts'
import { useIdempotencyKey } from '../../parts/idempotency-key.ts'
import { useCommand } from '../../parts/queries.ts'
import { useText } from '../../text/dictionary.ts'
import { entryFigure } from '../../text/entry-words.ts'
import { momentText } from '../../text/figure.ts'
import { inspectionText } from '../../text/inspections.ts'
import { EntryStateTag } from '../entry-ledger/entry-state-tag.tsx'
import { ReverseEntry } from '../entry-ledger/reverse-entry.tsx'
import styles from './inspections.module.css'

type Props = {
  readonly roundId: string
  readonly office: InspectedOffice
  /** Who looks may record here. */
  readonly works: boolean
  readonly onRecord: () => void
}

/** One office of a round: what was seen, and the two things to do there. */
export function OfficeCard({ roundId, office, works, onRecord }: Props) {
  const text = useText(inspectionText)
  const { message } = App.useApp()
  const [key, renew] = useIdempotencyKey()
  const visit = useCommand(inspectionEndpoints.visitOffice, {
    onDone: () => {
      renew()
      void message.success(text.visited(office.office))
    },
  })
  const standing = office.entries.filter(({ state }) => state !== 'reversed').length
  const state = office.outcome === 'findings' ? text.office.findings(standing) : text.office[office.outcome]
  const isNew = office.outcome === 'unvisited'
  return (
    <li className={styles.office} data-outcome={office.outcome}>
      <div className={styles.officeHead}>
        <h2>{office.office}</h2>
        <span className={styles.outcome}>{state}</span>
      </div>
      {office.visits.length > 0 && (
        <p className="quiet">
          {[...new Set(office.visits.map(({ by, at }) => `${by} ${momentText(at).slice(5)}`))].join('、')}
        </p>
      )}
      {office.entries.length > 0 && (
        <ul className={styles.entries}>
          {office.entries.map((entry) => (
            <li key={entry.id} data-state={entry.state}>
              <span>
                <b>{entry.name}</b> {entry.ruleSentence} <span className="figure">{entryFigure(entry)}</span>
                {entry.note !== null && <span className="quiet"> {entry.note}</span>}
              </span>
              <span className={styles.entryFoot}>
                <EntryStateTag state={entry.state} />
                {entry.state !== 'reversed' && entry.barred.reversal === null && (
                  <ReverseEntry entry={entry} size="small" />
                )}
              </span>
            </li>
          ))}
        </ul>
      )}
      {works && (
        <div className={styles.officeActions}>
          {isNew ? (
            <Button
              type="primary"
              size="large"
              loading={visit.isPending}
              onClick={() =>
                visit.mutate({ params: { roundId }, body: { office: office.office }, idempotencyKey: key })
              }
            >
              {text.nothingFound}
            </Button>
          ) : null}
          <Button size="large" onClick={onRecord}>
            {office.entries.length === 0 ? text.record : text.recordMore}
          </Button>
        </div>
      )}
    </li>
  )
}
