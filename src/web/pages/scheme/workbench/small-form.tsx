import { Button } from 'antd'
import type { ReactNode } from 'react'
import { useText } from '../../../text/dictionary.ts'
import { schemeText } from '../../../text/scheme.ts'
import styles from './cards.module.css'

/** A few fields in place of what they change, with 保存 and 取消. */
export function SmallForm({
  isBusy,
  isUnchanged = false,
  onSave,
  onCancel,
  children,
}: {
  readonly isBusy: boolean
  readonly isUnchanged?: boolean
  readonly onSave: () => void
  readonly onCancel: () => void
  readonly children: ReactNode
}) {
  const text = useText(schemeText).edit
  return (
    <form
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault()
        onSave()
      }}
    >
      {children}
      <div className={styles.tools}>
        <Button type="primary" htmlType="submit" loading={isBusy} disabled={isUnchanged}>
          {text.save}
        </Button>
        <Button onClick={onCancel}>{text.cancel}</Button>
      </div>
    </form>
  )
}
