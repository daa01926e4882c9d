import type { Entry } from '../../../http/contract/entries.ts'
import type { ListColumn } from '../../parts/list-page.tsx'
import { entryFigure } from '../../text/entry-words.ts'
import type { entryLedgerText } from '../../text/entry-ledger.ts'
import { momentText } from '../../text/figure.ts'
import { EntryStateTag } from './entry-state-tag.tsx'
import styles from './entry-list.module.css'

type Text = { readonly [Key in keyof (typeof entryLedgerText)['zh']]: (typeof entryLedgerText)['zh'][Key] }

/** The columns the ledger and 待确认 share, so that an entry looks the same wherever it stands. */
export function entryColumns(text: Text): readonly ListColumn<Entry>[] {
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
      render: (_, entry) => <span className={styles.name}>{entry.name}</span>,
    },
    { key: 'office', title: text.columnOffice, dataIndex: 'office' },
    {
      key: 'occurredOn',
      title: text.columnDay,
      width: 112,
      render: (_, entry) => <span className="figure">{entry.occurredOn}</span>,
    },
    { key: 'item', title: text.columnItem, dataIndex: 'itemTitle' },
    {
      key: 'rule',
      title: text.columnRule,
      pinned: true,
      render: (_, entry) => <div className={styles.rule}>{entry.ruleSentence}</div>,
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
      render: (_, entry) => <EntryStateTag state={entry.state} />,
    },
    {
      key: 'recorded',
      title: text.columnRecorded,
      render: (_, entry) => <Moment at={entry.recordedAt} by={entry.recordedBy} />,
    },
    {
      key: 'confirmed',
      title: text.columnConfirmed,
      render: (_, entry) =>
        entry.confirmedAt !== null && <Moment at={entry.confirmedAt} by={entry.confirmedBy ?? ''} />,
    },
  ]
}

function Moment({ at, by }: { readonly at: string; readonly by: string }) {
  return (
    <span className={styles.moment}>
      <span className="figure">{momentText(at)}</span>
      <span className="quiet">{by}</span>
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
        {entry.reversal !== null && <span className="quiet">{entry.reversal.reason}</span>}
      </span>
    </span>
  )
}
