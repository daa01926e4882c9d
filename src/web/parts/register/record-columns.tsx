import type { AnyRegister, RegisterField } from '../../../domain/registers/register-definition.ts'
import type { RecordView } from '../../../http/contract/registers/record-endpoints.ts'
import type { registerText } from '../../text/register.ts'
import type { ListColumn } from '../list-page.tsx'
import { fieldWords, isFigure } from './record-words.ts'
import styles from './register.module.css'

type Text = { readonly [Key in keyof (typeof registerText)['zh']]: (typeof registerText)['zh'][Key] }

/** The fields of a register that its list shows, then its state and who noted it. */
export function recordColumns<Row extends RecordView>(
  register: AnyRegister,
  text: Text,
  onOpen: (record: Row) => void,
): readonly ListColumn<Row>[] {
  const listed = register.fields.filter(({ inList }) => inList !== false)
  return [
    ...listed.map((field, at): ListColumn<Row> => ({
      key: field.key,
      title: field.title,
      pinned: at === 0,
      ...(isFigure(field) ? { align: 'right' as const } : {}),
      render: (_, record) =>
        at === 0 ? (
          <button type="button" className={styles.open} onClick={() => onOpen(record)}>
            <FieldCell record={record} field={field} />
          </button>
        ) : (
          <FieldCell record={record} field={field} />
        ),
    })),
    { key: 'state', title: text.state, pinned: true, render: (_, record) => <StateTag record={record} /> },
    { key: 'by', title: text.recordedBy, render: (_, record) => record.by },
  ]
}

function FieldCell({ record, field }: { readonly record: RecordView; readonly field: RegisterField }) {
  const words = fieldWords(record, field)
  const isPlainFigure = field.kind === 'day' || field.kind === 'time' || isFigure(field)
  return <span className={isPlainFigure ? 'figure' : styles.cell}>{words}</span>
}

export function StateTag({ record }: { readonly record: RecordView }) {
  return (
    <span className={styles.state} data-withdrawn={record.state === 'withdrawn'}>
      {record.stateWords}
    </span>
  )
}

/** The same line on a phone. */
export function recordCard(record: RecordView) {
  return (
    <span className={styles.card}>
      <b>{record.summary}</b>
      <span className={styles.cardFoot}>
        <StateTag record={record} />
        <span className="quiet">{record.by}</span>
      </span>
    </span>
  )
}
