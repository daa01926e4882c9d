import type { ProceedingHead } from '../../../http/contract/proceedings.ts'
import { useText } from '../../text/dictionary.ts'
import { proceedingsText } from '../../text/proceedings.ts'
import styles from './proceedings.module.css'

type Deadline = ProceedingHead['deadlines'][number]

/** 考核办答复 2026-11-27 前，还剩 3 个工作日; what is late says so in words and colour. */
export function DeadlineWords({ deadline }: { readonly deadline: Deadline }) {
  const text = useText(proceedingsText)
  const { who, what, dueOn, daysLeft, isOverdue } = deadline
  return (
    <span className={styles.deadline} data-overdue={isOverdue || undefined}>
      <span>
        {text.who[who]}
        {text.what[what]}
      </span>
      {dueOn !== null && daysLeft !== null && (
        <>
          <span className="figure quiet">{text.until(dueOn)}</span>
          <b className="figure">{isOverdue ? text.daysOver(Math.abs(daysLeft)) : text.daysLeft(daysLeft)}</b>
        </>
      )}
    </span>
  )
}
