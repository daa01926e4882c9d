import { Button } from 'antd'
import { useState, type ReactNode } from 'react'
import { useText } from '../text/dictionary.ts'
import { partsText } from '../text/parts.ts'
import styles from './folding-notice.module.css'

type Props = {
  readonly title: string
  readonly hint?: string
  readonly startsOpen: boolean
  /** Nothing is left to do about it. */
  readonly isSettled?: boolean
  readonly children: ReactNode
}

/** Something to see to, in one line above a result; what it is about unfolds. */
export function FoldingNotice({ title, hint, startsOpen, isSettled = false, children }: Props) {
  const text = useText(partsText)
  const [isOpen, setOpen] = useState(startsOpen)
  return (
    <section className={`${styles.notice ?? ''} no-print`} aria-label={title} data-settled={isSettled}>
      <div className={styles.head}>
        <b>{title}</b>
        {hint !== undefined && <span className="quiet">{hint}</span>}
        <Button
          type="link"
          size="small"
          aria-expanded={isOpen}
          onClick={() => {
            setOpen(!isOpen)
          }}
        >
          {isOpen ? text.fold : text.noticeUnfold}
        </Button>
      </div>
      {isOpen && children}
    </section>
  )
}
