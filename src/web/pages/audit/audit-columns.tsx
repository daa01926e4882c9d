import {
  auditKindWords,
  objectInWords,
  operationWords,
  roleListWords,
} from '../../../http/contract/audit-words.ts'
import type { AuditLine } from '../../../http/contract/audit.ts'
import type { ListColumn } from '../../parts/list-page.tsx'
import type { auditText } from '../../text/audit.ts'
import { momentText } from '../../text/figure.ts'
import { ChangeWords } from './audit-row-words.tsx'
import styles from './audit.module.css'

type Text = { readonly [Key in keyof (typeof auditText)['zh']]: string }

export function auditColumns(text: Text, onOpen: (row: AuditLine) => void): readonly ListColumn<AuditLine>[] {
  return [
    {
      key: 'at',
      title: text.columnAt,
      pinned: true,
      width: 140,
      render: (_, row) => <span className="figure">{momentText(row.at)}</span>,
    },
    { key: 'who', title: text.columnWho, pinned: true, render: (_, row) => <Who row={row} text={text} /> },
    {
      key: 'what',
      title: text.columnWhat,
      pinned: true,
      render: (_, row) => (
        <button
          type="button"
          className={styles.open}
          onClick={() => {
            onOpen(row)
          }}
        >
          {operationWords(row.operation)}
          <Refused row={row} text={text} />
          <div className={styles.under}>{auditKindWords[row.kind]}</div>
        </button>
      ),
    },
    {
      key: 'object',
      title: text.columnObject,
      render: (_, row) => <div className={styles.object}>{objectInWords(row.object)}</div>,
    },
    { key: 'change', title: text.columnChange, render: (_, row) => <ChangeWords row={row} /> },
    {
      key: 'reason',
      title: text.columnReason,
      render: (_, row) => <div className={styles.reason}>{row.reason}</div>,
    },
    {
      key: 'from',
      title: text.columnFrom,
      render: (_, row) => <span className="figure">{row.address}</span>,
    },
  ]
}

function Who({ row, text }: { readonly row: AuditLine; readonly text: Text }) {
  return (
    <span className={styles.who}>
      {row.by ?? <span className="quiet">{text.nobody}</span>}
      <span className={styles.under}>{roleListWords(row.roles)}</span>
    </span>
  )
}

function Refused({ row, text }: { readonly row: AuditLine; readonly text: Text }) {
  return row.outcome === 'refused' && <span className={styles.refused}>{text.refused}</span>
}

/** The same row on a phone. */
export function auditCard(row: AuditLine, text: Text) {
  return (
    <span className={styles.card}>
      <span className={styles.cardHead}>
        <b>{row.by ?? text.nobody}</b>
        <span className="figure quiet">{momentText(row.at)}</span>
      </span>
      <span>
        {operationWords(row.operation)} <Refused row={row} text={text} />
      </span>
      {row.object !== null && <span className="quiet">{objectInWords(row.object)}</span>}
      {row.reason !== null && <span className="quiet">{row.reason}</span>}
    </span>
  )
}
