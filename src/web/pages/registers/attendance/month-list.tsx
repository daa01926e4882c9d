import { Select } from 'antd'
import { dayMarkWords } from '../../../../domain/registers/attendance/day-mark.ts'
import type { AttendanceMonth } from '../../../../http/contract/registers/attendance.ts'
import { useSession } from '../../../parts/session.tsx'
import { attendanceText } from '../../../text/attendance.ts'
import { useText } from '../../../text/dictionary.ts'
import styles from './attendance.module.css'
import { weekdayOf } from './month-grid.tsx'

type Props = {
  readonly month: AttendanceMonth
  /** 工号; empty: one's own, or the first. */
  readonly person: string
  readonly onPerson: (staffNumber: string) => void
  readonly onOpen: (recordId: string) => void
}

/** One person's month as a list of days, on a phone and for whoever sees only his own. */
export function MonthList({ month, person, onPerson, onOpen }: Props) {
  const text = useText(attendanceText)
  const own = useSession().staffNumber
  const row =
    month.rows.find(({ staffNumber }) => staffNumber === person) ??
    month.rows.find(({ staffNumber }) => staffNumber === own) ??
    month.rows[0]
  if (row === undefined) return null
  const { counts } = row
  return (
    <>
      {month.rows.length > 1 && (
        <Select
          aria-label={text.choosePerson}
          className={styles.choose}
          value={row.staffNumber}
          onChange={onPerson}
          showSearch={{ optionFilterProp: 'label' }}
          options={month.rows.map(({ staffNumber, name, office }) => ({
            value: staffNumber,
            label: `${name}（${office}）${staffNumber}`,
          }))}
        />
      )}
      <p className={styles.listSum}>
        <b>{row.name}</b> {text.counts(counts.late, counts.early, String(counts.absent / 100))}
      </p>
      <ol className={styles.dayList}>
        {row.cells.map((cell, at) => {
          const { day, holiday } = month.days[at] ?? { day: '', holiday: null }
          const { sign, title } = dayMarkWords[cell.mark]
          const said = [cell.words === '' ? title : cell.words, holiday ?? ''].filter((part) => part !== '')
          const line = (
            <>
              <span className={`figure ${styles.dayNumber ?? ''}`}>
                {Number(day.slice(8))}
                <span className={styles.weekday}>{text.weekdays.charAt(weekdayOf(day))}</span>
              </span>
              <span className={styles.sign} data-mark={cell.mark}>
                {sign}
              </span>
              <span className={styles.dayWords}>
                <span>{said.join(' · ')}</span>
                <span className="quiet figure">
                  {cell.times === '' ? (cell.recordId === null ? '' : text.noPunch) : cell.times}
                </span>
              </span>
            </>
          )
          const { recordId } = cell
          return (
            <li key={day} data-off={cell.mark === 'rest' || cell.mark === 'none'}>
              {recordId === null ? (
                <div className={styles.dayLine}>{line}</div>
              ) : (
                <button type="button" className={styles.dayLine} onClick={() => onOpen(recordId)}>
                  {line}
                </button>
              )}
            </li>
          )
        })}
      </ol>
    </>
  )
}
