import { Descriptions, Drawer, Timeline } from 'antd'
import { Link } from 'react-router'
import type { Entry } from '../../../http/contract/entries.ts'
import { EvidencePart } from '../../parts/evidence/evidence-part.tsx'
import { ReceiptButton } from '../../parts/receipt-button.tsx'
import { useText } from '../../text/dictionary.ts'
import { entryLedgerText } from '../../text/entry-ledger.ts'
import { entryFigure } from '../../text/entry-words.ts'
import { momentText } from '../../text/figure.ts'
import { periodText } from '../../text/periods.ts'
import { ObjectionOfEntry } from '../../parts/objection/objection-of-entry.tsx'
import { ConfirmEntry } from './confirm-entry.tsx'
import { Late } from './entry-columns.tsx'
import styles from './entry-drawer.module.css'
import { EntryOrigin } from './entry-origin.tsx'
import { EntryStateTag } from './entry-state-tag.tsx'
import { ReverseEntry } from './reverse-entry.tsx'

/** One entry whole: the clause it rests on, what is known of it, and what happened to it since. */
export function EntryDrawer({ entry, onClose }: { readonly entry: Entry | null; readonly onClose: () => void }) {
  const text = useText(entryLedgerText)
  return (
    <Drawer
      open={entry !== null}
      onClose={onClose}
      title={text.drawerTitle}
      size="min(560px, 100vw)"
      extra={entry !== null && <EntryStateTag state={entry.state} />}
      footer={
        entry !== null && (
          <div className={styles.foot}>
            <Link
              to={`/people/${encodeURIComponent(entry.staffNumber)}/sheet?year=${entry.occurredOn.slice(0, 4)}`}
            >
              {text.toSheet}
            </Link>
            <span className={styles.actions}>
              {entry.state !== 'reversed' && (
                <ObjectionOfEntry
                  entryId={entry.id}
                  staffNumber={entry.staffNumber}
                  about={`${entry.occurredOn} ${entry.ruleSentence}`}
                  size="middle"
                />
              )}
              <ReceiptButton entryId={entry.id} recordedBy={entry.recordedBy} staffNumber={entry.staffNumber} />
              <ReverseEntry entry={entry} />
              <ConfirmEntry entry={entry} />
            </span>
          </div>
        )
      }
    >
      {entry !== null && <EntryDetail entry={entry} />}
    </Drawer>
  )
}

function EntryDetail({ entry }: { readonly entry: Entry }) {
  const text = useText(entryLedgerText)
  const period = useText(periodText)
  const facts = [
    { label: text.rule, value: `${entry.ruleSentence} ${entryFigure(entry)}`.trim() },
    { label: text.columnItem, value: entry.itemTitle },
    { label: text.level, value: entry.level },
    { label: text.matter, value: entry.matter },
    { label: text.place, value: entry.place },
    { label: text.basis, value: entry.basis },
    { label: text.note, value: entry.note },
    { label: period.acknowledgedOn, value: entry.acknowledgedOn },
    { label: period.toldOn, value: entry.toldOn ?? period.notTold },
  ].filter((fact) => fact.value !== null && fact.value !== '')
  return (
    <>
      <p className={styles.who}>
        {entry.name}
        <span className="quiet"> {entry.office}</span>
        <span className={`${styles.day ?? ''} figure`}>{entry.occurredOn}</span>
      </p>
      <h3 className={styles.heading}>{text.clause}</h3>
      <blockquote className={styles.quote}>{entry.clause === '' ? entry.ruleSentence : entry.clause}</blockquote>
      <p className="quiet">{text.version(entry.schemeVersion)}</p>
      <Late entry={entry} inWords />
      <Descriptions
        column={1}
        size="small"
        className={styles.facts ?? ''}
        items={facts.map((fact) => ({ key: fact.label, label: fact.label, children: fact.value }))}
      />
      <EntryOrigin entryId={entry.id} />
      <EvidencePart kind="entry" subjectId={entry.id} />
      <h3 className={styles.heading}>{text.history}</h3>
      <Timeline items={historyOf(entry, text)} />
    </>
  )
}

function historyOf(
  entry: Entry,
  text: { readonly [Key in keyof (typeof entryLedgerText)['zh']]: (typeof entryLedgerText)['zh'][Key] },
) {
  const recorded = step(text.historyRecorded, entry.recordedAt, entry.recordedBy)
  const confirmed =
    entry.confirmedAt === null
      ? entry.state === 'recorded'
        ? [{ color: 'gray', content: text.historyWaiting }]
        : []
      : [step(text.historyConfirmed, entry.confirmedAt, entry.confirmedBy ?? '')]
  const reversed =
    entry.reversal === null
      ? []
      : [step(text.historyReversed, entry.reversal.at, entry.reversal.by, entry.reversal.reason)]
  return [recorded, ...confirmed, ...reversed]
}

function step(what: string, at: string, by: string, why?: string) {
  return {
    content: (
      <>
        {what} <span className="quiet figure">{momentText(at)}</span> <span className="quiet">{by}</span>
        {why !== undefined && <div>{why}</div>}
      </>
    ),
  }
}
