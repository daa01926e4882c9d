import { Alert, Button, Descriptions, Drawer } from 'antd'
import type { ReactNode } from 'react'
import type { AnyRegister } from '../../../domain/registers/register-definition.ts'
import { registerTitles } from '../../../domain/registers/register.ts'
import type { RecordView } from '../../../http/contract/registers/record-endpoints.ts'
import { sheetRegisterOf } from '../../../http/contract/registers/register-sheets.ts'
import { useText } from '../../text/dictionary.ts'
import { registerText } from '../../text/register.ts'
import { StateTag } from './record-columns.tsx'
import { RecordHistory } from './record-history.tsx'
import { fieldWords } from './record-words.ts'
import styles from './register.module.css'

type Props = {
  readonly register: AnyRegister
  readonly record: RecordView
  /** What can be done with it, by the register's own steps. */
  readonly steps: ReactNode
  readonly detail: ReactNode
  readonly evidence: ReactNode
  /** Absent: it is not changed here. */
  readonly onChange?: () => void
  readonly withdraw: ReactNode
  readonly onClose: () => void
}

/** One line whole: what it says, its evidence, and how it came to say so. */
export function RecordDrawer({ register, record, steps, detail, evidence, onChange, withdraw, onClose }: Props) {
  const text = useText(registerText)
  const said = register.fields
    .map((field) => ({ key: field.key, label: field.title, children: fieldWords(record, field) }))
    .filter(({ children }) => children !== '')
  const sheets = sheetRegisterOf(register.id)
  const mayChange = record.barred === null
  return (
    <Drawer
      open
      onClose={onClose}
      title={registerTitles[register.id]}
      size="min(560px, 100vw)"
      extra={<StateTag record={record} />}
      footer={
        mayChange && (onChange !== undefined || withdraw !== null || steps !== null) ? (
          <div className={styles.foot}>
            <span className={styles.footActions}>
              {withdraw}
              {onChange !== undefined && <Button onClick={onChange}>{text.change}</Button>}
            </span>
            <span className={styles.footActions}>{steps}</span>
          </div>
        ) : null
      }
    >
      <p className={styles.summary}>{record.summary}</p>
      {record.barred === 'aboutOneself' && <Alert type="info" showIcon title={text.barredOneself} />}
      <Descriptions column={1} size="small" items={said} className={styles.facts ?? ''} />
      {detail}
      {evidence}
      {sheets !== null && <RecordHistory register={sheets} recordId={record.id} />}
    </Drawer>
  )
}
