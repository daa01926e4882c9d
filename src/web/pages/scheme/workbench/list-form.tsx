import { Button } from 'antd'
import type { ReactNode } from 'react'
import type { SchemeEdit } from '../../../../domain/scheme/edit-scheme.ts'
import { useText } from '../../../text/dictionary.ts'
import { schemeWorkText } from '../../../text/scheme-work.ts'
import styles from './cards.module.css'
import { EditForm } from './edit-form.tsx'

/** Rows that are changed together: each can go, new ones come at the end. */
export function ListForm<Row>({
  rows,
  empty,
  edit,
  wrongWords,
  addLabel,
  suggestion,
  onRows,
  onClose,
  renderRow,
}: {
  readonly rows: readonly Row[]
  readonly empty: Row
  readonly edit: SchemeEdit | null
  /** Said when saving is asked for while a row is incomplete. */
  readonly wrongWords: string
  readonly addLabel: string
  readonly suggestion?: ReactNode
  readonly onRows: (rows: readonly Row[]) => void
  readonly onClose: () => void
  readonly renderRow: (row: Row, change: (changes: Partial<Row>) => void) => ReactNode
}) {
  const words = useText(schemeWorkText)
  return (
    <EditForm edit={edit} onDone={onClose} onCancel={onClose}>
      {(tried) => (
        <>
          {rows.map((one, at) => (
            <div key={String(at)} className={styles.pair}>
              {renderRow(one, (changes) =>
                onRows(rows.map((other, index) => (index === at ? { ...other, ...changes } : other))),
              )}
              <Button
                type="text"
                aria-label={words.removeRow}
                onClick={() => onRows(rows.filter((_, index) => index !== at))}
              >
                ×
              </Button>
            </div>
          ))}
          {tried && edit === null && <p className={styles.error}>{wrongWords}</p>}
          <div className={styles.inset}>
            <Button size="small" onClick={() => onRows([...rows, empty])}>
              {addLabel}
            </Button>
            {suggestion}
          </div>
        </>
      )}
    </EditForm>
  )
}
