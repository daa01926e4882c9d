import { dayMarks, dayMarkWords } from '../../../../domain/registers/attendance/day-mark.ts'
import styles from './attendance.module.css'

/** What the signs of the month say. */
export function MonthLegend() {
  return (
    <ul className={styles.legend}>
      {dayMarks
        .filter((mark) => dayMarkWords[mark].sign !== '')
        .map((mark) => (
          <li key={mark}>
            <span className={styles.sign} data-mark={mark}>
              {dayMarkWords[mark].sign}
            </span>
            {dayMarkWords[mark].title}
          </li>
        ))}
    </ul>
  )
}
