import type { TaskCard } from '../../../../http/contract/registers/tasks.ts'
import { useText } from '../../../text/dictionary.ts'
import { tasksText } from '../../../text/tasks.ts'
import styles from './task.module.css'

/** Less than this many minutes left: it is near. */
const nearMinutes = 2 * 1440

/** How long there is, or since when it is late: in words, with the colour beside them. */
export function Countdown({ task }: { readonly task: TaskCard }) {
  const text = useText(tasksText)
  const { minutesLeft, isLate } = task
  if (minutesLeft === null)
    return isLate ? <span className={`${styles.countdown ?? ''} ${styles.late ?? ''}`}>{text.lateTag}</span> : null
  const minutes = Math.abs(minutesLeft)
  const words =
    minutes >= 1440
      ? text.days(Math.floor(minutes / 1440))
      : minutes >= 60
        ? text.hours(Math.floor(minutes / 60))
        : text.minutes(minutes)
  const tone = minutesLeft < 0 ? styles.late : minutesLeft < nearMinutes ? styles.near : styles.far
  return (
    <span className={`${styles.countdown ?? ''} ${tone ?? ''}`}>
      {minutesLeft < 0 ? text.late(words) : text.left(words)}
    </span>
  )
}
