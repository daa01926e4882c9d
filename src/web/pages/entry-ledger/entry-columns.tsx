import type { Entry } from '../../../http/contract/entries.ts'
import { LateTag } from '../../parts/late-tag.tsx'
import type { ListColumn } from '../../parts/list-page.tsx'
import { UnderObjection } from '../../parts/objection/under-objection.tsx'
import { entryFigure } from '../../text/entry-words.ts'
import type { entryLedgerText } from '../../text/entry-ledger.ts'
import { momentText } from '../../text/figure.ts'
import { EntryStateTag } from './entry-state-tag.tsx'
import styles from './entry-list.module.css'

type Text = { readonly [Key in keyof (typeof entryLedgerText)['zh']]: (typeof entryLedgerText)['zh'][Key] }

/** The columns the ledger and 待确认 share, so that an entry looks the same wherever it stands. */
export function entryColumns(text: Text, onOpen: (entry: Entry) => void): readonly ListColumn<Entry>[] {
  return [
    {
      key: 'position',
      title: text.columnPosition,
      dataIndex: 'position',
      align: 'right',
      width: 64,
      pinned: true,
    },
    {
      key: 'name',
      title: text.columnPerson,
      pinned: true,
      render: (_, entry) => (
        <span className={styles.name}>
          {entry.name}
          <span className={styles.under}>{entry.office}</span>
        </span>
      ),
    },
    {
      key: 'occurredOn',
      title: text.columnDay,
      width: 108,
      render: (_, entry) => <span className="figure">{entry.occurredOn}</span>,
    },
    {
      key: 'rule',
      title: text.columnRule,
      pinned: true,
      render: (_, entry) => (
        <div className={styles.rule}>
          <button
            type="button"
            className={styles.open}
            onClick={() => {
              onOpen(entry)
            }}
          >
            {entry.ruleSentence}
          </button>
          <span className={styles.under}>{entry.itemTitle}</span>
        </div>
      ),
    },
    {
      key: 'figure',
      title: text.columnFigure,
      align: 'right',
      render: (_, entry) => <span className="figure">{entryFigure(entry)}</span>,
    },
    {
      key: 'matter',
      title: text.columnMatter,
      render: (_, entry) => <div className={styles.matter}>{entry.matter}</div>,
    },
    {
      key: 'state',
      title: text.columnState,
      width: 90,
      render: (_, entry) => (
        <>
          <EntryStateTag state={entry.state} />
          <Late entry={entry} />
          <UnderObjection entryId={entry.id} />
        </>
      ),
    },
    { key: 'history', title: text.history, render: (_, entry) => <Moments entry={entry} text={text} /> },
  ]
}

/** 迟录, where the entry came after its month's close. */
export function Late({ entry, inWords }: { readonly entry: Entry; readonly inWords?: boolean }) {
  if (entry.late === null) return null
  const recordedOn = momentText(entry.recordedAt).slice(0, 10)
  return (
    <LateTag recordedOn={recordedOn} closedOn={entry.late.closedOn} {...(inWords === true ? { inWords } : {})} />
  )
}

/** Day and month suffice beside the row; the drawer has the minute. */
function dayOf(moment: string): string {
  return momentText(moment).slice(5, 10)
}

/** Who recorded and who confirmed it, and when. */
function Moments({ entry, text }: { readonly entry: Entry; readonly text: Text }) {
  return (
    <span className={styles.moments}>
      <span className="quiet">{text.historyRecorded}</span>
      <span className="figure">{dayOf(entry.recordedAt)}</span>
      <span>{entry.recordedBy}</span>
      {entry.confirmedAt !== null && (
        <>
          <span className="quiet">{text.historyConfirmed}</span>
          <span className="figure">{dayOf(entry.confirmedAt)}</span>
          <span>{entry.confirmedBy}</span>
        </>
      )}
    </span>
  )
}

/** The same entry on a phone. */
export function entryCard(entry: Entry) {
  return (
    <span className={styles.card}>
      <span className={styles.cardHead}>
        <b>{entry.name}</b>
        <span className="quiet">{entry.office}</span>
        <span className={`${styles.cardDay ?? ''} figure quiet`}>{entry.occurredOn}</span>
      </span>
      <span>
        {entry.ruleSentence} <b className="figure">{entryFigure(entry)}</b>
      </span>
      {entry.matter !== null && <span className="quiet">{entry.matter}</span>}
      <span>
        <EntryStateTag state={entry.state} />
        <Late entry={entry} />
        {entry.reversal !== null && <span className="quiet">{entry.reversal.reason}</span>}
      </span>
    </span>
  )
}
