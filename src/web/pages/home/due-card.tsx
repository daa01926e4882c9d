import { Button, Tag } from 'antd'
import { useState } from 'react'
import { Link } from 'react-router'
import { reminderEndpoints, type Due } from '../../../http/contract/reminders.ts'
import { useAnswer } from '../../parts/queries.ts'
import { useMay } from '../../parts/session.tsx'
import { ErrorState, LoadingState } from '../../parts/states.tsx'
import { useText } from '../../text/dictionary.ts'
import { remindersText } from '../../text/reminders.ts'
import styles from './home-page.module.css'

/** So many stand at once; a list of one or two more is shown whole. */
const mostUrgent = 5

/**
 * What waits for who is signed in, overdue first, then what others are late with; the most urgent, and the rest behind.
 * When nothing waits, it says so.
 */
export function DueCard() {
  const text = useText(remindersText).due
  const isSomeone = useMay()('calendar.read', 'account.read')
  const { data, error, refetch } = useAnswer(reminderEndpoints.listDue, {}, { enabled: isSomeone })
  const [isWhole, showWhole] = useState(false)
  if (!isSomeone) return null
  const due = data?.due ?? []
  // What one has to do oneself comes before what others are late with.
  const all = [...due.filter(({ isEscalated }) => !isEscalated), ...due.filter(({ isEscalated }) => isEscalated)]
  const shown = isWhole || all.length <= mostUrgent + 1 ? all : all.slice(0, mostUrgent)
  return (
    <section className={styles.card} aria-labelledby="due">
      <h2 id="due">{text.title}</h2>
      {error !== null && <ErrorState error={error} onRetry={() => void refetch()} />}
      {data === undefined && error === null && <LoadingState rows={2} />}
      {data?.due.length === 0 && (
        <p className={styles.nothing}>
          <b>{text.none}</b>
          <span className="quiet">{text.noneHint}</span>
        </p>
      )}
      {shown.length > 0 && (
        <ul className={styles.waiting}>
          {shown.map((due) => (
            <li key={`${due.key} ${String(due.isEscalated)}`}>
              <span className={styles.matter}>
                <span className={styles.what}>{text.titleOf(due)}</span>
                {due.isOverdue && <Tag color="error">{due.isEscalated ? text.lateWithOthers : text.late}</Tag>}
                <span className={due.isOverdue ? styles.overdue : 'quiet'}>{termOf(due, text)}</span>
              </span>
              <Link to={due.path}>{due.isEscalated ? text.look : text.open}</Link>
            </li>
          ))}
        </ul>
      )}
      {all.length > mostUrgent + 1 && (
        <Button
          type="link"
          className={styles.more ?? ''}
          aria-expanded={isWhole}
          onClick={() => showWhole(!isWhole)}
        >
          {isWhole ? text.fewer : text.all(all.length)}
        </Button>
      )}
    </section>
  )
}

function termOf({ dueOn, daysLeft, isOverdue, since }: Due, text: (typeof remindersText)['zh']['due']): string {
  if (dueOn === null || daysLeft === null) return text.noTerm(since)
  if (isOverdue) return text.overdue(dueOn, -daysLeft)
  return daysLeft === 0 ? text.today(dueOn) : text.left(dueOn, daysLeft)
}
