import { memo, useEffect, useRef } from 'react'
import { dayMarkWords } from '../../../../domain/registers/attendance/day-mark.ts'
import type { AttendanceMonth, MonthCell, MonthRow } from '../../../../http/contract/registers/attendance.ts'
import { attendanceText } from '../../../text/attendance.ts'
import { useText } from '../../../text/dictionary.ts'
import styles from './attendance.module.css'

type Days = AttendanceMonth['days']
type OnOpen = (recordId: string) => void

/** Everyone's month, a day a column; names and days stay in sight. */
export function MonthGrid({ month, onOpen }: { readonly month: AttendanceMonth; readonly onOpen: OnOpen }) {
  const text = useText(attendanceText)
  const body = useRef<HTMLTableSectionElement>(null)
  // One listener for six thousand days, so that opening one draws none of them anew.
  useEffect(() => {
    const table = body.current
    const open = ({ target }: MouseEvent) => {
      const id = target instanceof Element ? target.closest('button')?.dataset['record'] : undefined
      if (id !== undefined) onOpen(id)
    }
    table?.addEventListener('click', open)
    return () => table?.removeEventListener('click', open)
  }, [onOpen])
  return (
    <div className={styles.gridBox}>
      <table className={styles.grid}>
        <thead>
          <tr>
            <th className={styles.who} scope="col">
              {text.person}
            </th>
            {month.days.map(({ day, isWorkingDay, holiday }) => (
              <th key={day} scope="col" data-off={!isWorkingDay} title={holiday ?? undefined}>
                <span className="figure">{Number(day.slice(8))}</span>
                <span className={styles.weekday}>{text.weekdays.charAt(weekdayOf(day))}</span>
              </th>
            ))}
            {[text.sumLate, text.sumEarly, text.sumAbsent].map((word) => (
              <th key={word} scope="col" className={styles.sum} title={text.sumTitle}>
                {word}
              </th>
            ))}
          </tr>
        </thead>
        <tbody ref={body}>
          {month.rows.map((row) => (
            <Row key={row.staffNumber} row={row} days={month.days} />
          ))}
        </tbody>
      </table>
    </div>
  )
}

/** Two hundred of them are drawn once, and again only when their month changes. */
const Row = memo(function Row({ row, days }: { readonly row: MonthRow; readonly days: Days }) {
  const { name, office, cells, counts } = row
  return (
    <tr>
      <th className={styles.who} scope="row">
        <b>{name}</b>
        <span className="quiet">{office}</span>
      </th>
      {cells.map((cell, at) => (
        <Cell key={days[at]?.day ?? at} cell={cell} day={days[at]?.day ?? ''} name={name} />
      ))}
      <Sum figure={counts.late} />
      <Sum figure={counts.early} />
      <Sum figure={counts.absent / 100} />
    </tr>
  )
})

function Sum({ figure }: { readonly figure: number }) {
  return (
    <td className={`figure ${styles.sum ?? ''}`} data-some={figure > 0}>
      {figure}
    </td>
  )
}

function Cell({ cell, day, name }: { readonly cell: MonthCell; readonly day: string; readonly name: string }) {
  const { sign, title } = dayMarkWords[cell.mark]
  const said = [`${name} ${day.slice(5)}`, title, cell.words, cell.times].filter((part) => part !== '').join('\n')
  return (
    <td data-mark={cell.mark} title={said}>
      {cell.recordId === null ? (
        sign
      ) : (
        <button type="button" data-record={cell.recordId} aria-label={said.replaceAll('\n', '，')}>
          {sign}
        </button>
      )}
    </td>
  )
}

export function weekdayOf(day: string): number {
  return new Date(`${day}T00:00:00Z`).getUTCDay()
}
