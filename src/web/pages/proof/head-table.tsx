import { Button, Table } from 'antd'
import type { HeadView } from '../../../http/contract/proof.ts'
import { shortHex } from '../../../domain/proof/short-hex.ts'
import { useIsPhone } from '../../parts/use-is-phone.ts'
import { useText } from '../../text/dictionary.ts'
import { momentText } from '../../text/figure.ts'
import { proofText } from '../../text/proof.ts'
import styles from './proof.module.css'
import { saveNote } from './save-note.ts'

type Words = (typeof proofText)['zh']

/** Signed or kept heads, the latest first, each with its note to take away. */
export function HeadTable({
  heads,
  isKept = false,
}: {
  readonly heads: readonly HeadView[]
  readonly isKept?: boolean
}) {
  const text = useText(proofText)
  const isPhone = useIsPhone()
  const rows = heads.map((head, place) => ({ ...head, place }))
  if (isPhone)
    return (
      <ul className={styles.cards}>
        {rows.slice(0, 10).map((head) => (
          <li key={head.place} className={styles.headCard}>
            <span className="figure">{text.entries(head.size)}</span>
            <span className="quiet figure">{momentText(head.at)}</span>
            <span className={styles.digits}>{shortHex(head.root)}</span>
            <span>
              {isKept && head.by} <Signature head={head} text={text} />
            </span>
            <SaveNote head={head} text={text} />
          </li>
        ))}
      </ul>
    )
  return (
    <Table
      size="small"
      rowKey="place"
      dataSource={rows}
      pagination={rows.length > 10 ? { pageSize: 10, showSizeChanger: false } : false}
      columns={[
        {
          key: 'at',
          title: text.columnAt,
          width: 160,
          className: 'figure',
          render: (_, { at }) => momentText(at),
        },
        {
          key: 'size',
          title: text.columnSize,
          width: 110,
          align: 'right',
          className: 'figure',
          render: (_, { size }) => size.toLocaleString('en-US'),
        },
        {
          key: 'head',
          title: text.columnHead,
          render: (_, { root }) => <span className={styles.digits}>{shortHex(root)}</span>,
        },
        ...(isKept ? [{ key: 'by', title: text.columnBy, width: 140, dataIndex: 'by' }] : []),
        {
          key: 'signed',
          title: text.columnSigned,
          width: 130,
          render: (_, head) => <Signature head={head} text={text} />,
        },
        { key: 'save', title: '', width: 90, render: (_, head) => <SaveNote head={head} text={text} /> },
      ]}
    />
  )
}

function Signature({ head, text }: { readonly head: HeadView; readonly text: Words }) {
  return head.signedWith === null ? (
    <b className={styles.bad}>{text.notOurs}</b>
  ) : (
    <span className="quiet">{text.algorithms[head.signedWith]}</span>
  )
}

function SaveNote({ head, text }: { readonly head: HeadView; readonly text: Words }) {
  return (
    <Button
      type="link"
      size="small"
      className="no-print"
      aria-label={`${text.save} ${text.noteName(head.size)}`}
      onClick={() => saveNote(head.note, text.noteName(head.size))}
    >
      {text.save}
    </Button>
  )
}
