import { Tag } from 'antd'
import type { DutyDayView, DutyTurnView } from '../../../../http/contract/registers/duty.ts'
import { useSession } from '../../../parts/session.tsx'
import { useText } from '../../../text/dictionary.ts'
import { dutyText } from '../../../text/duty.ts'
import styles from './duty.module.css'

type Props = { readonly days: readonly DutyDayView[]; readonly onOpen: (turn: DutyTurnView) => void }

/** The month in weeks from Monday on; on a phone a day under the other, from today on first. */
export function DutyCalendar({ days, onOpen }: Props) {
  const text = useText(dutyText)
  const { today } = useSession()
  const [first] = days
  const blanks = first === undefined ? 0 : weekdayOf(first.day)
  return (
    <div className={styles.calendar}>
      {text.weekdays.map((weekday) => (
        <span key={weekday} className={styles.weekday}>
          {weekday}
        </span>
      ))}
      {Array.from({ length: blanks }, (_, index) => (
        <span key={`blank ${String(index)}`} className={styles.blank} />
      ))}
      {days.map((day) => (
        <DayCell key={day.day} day={day} today={today} onOpen={onOpen} />
      ))}
    </div>
  )
}

function DayCell({
  day,
  today,
  onOpen,
}: {
  readonly day: DutyDayView
  readonly today: string
  readonly onOpen: (turn: DutyTurnView) => void
}) {
  const text = useText(dutyText)
  const isToday = day.day === today
  // On a phone what is past comes after what is to come, within the month of today.
  const isPast = day.day < today && day.day.slice(0, 7) === today.slice(0, 7)
  const lacking = (['leader', 'member'] as const).filter((post) => day.empty[post] > 0 && day.turns.length > 0)
  return (
    <section className={styles.day} data-class={day.dayClass} data-today={isToday} data-past={isPast}>
      <header className={styles.dayHead}>
        <b className="figure">{Number(day.day.slice(8))}</b>
        <span className={styles.phoneWeekday}>{text.weekday(weekdayOf(day.day))}</span>
        {isToday && <Tag color="red">{text.today}</Tag>}
        {day.holiday !== null && <span className={styles.holiday}>{day.holiday}</span>}
      </header>
      <ul>
        {day.turns.map((turn) => (
          <li key={turn.id}>
            <button type="button" className={styles.turn} data-state={turn.state} onClick={() => onOpen(turn)}>
              <span className={styles.post}>
                {turn.shift === 'whole' ? text.shortPosts[turn.post] : text.shifts[turn.shift]}
              </span>
              <span>{turn.name}</span>
              {turn.state !== 'planned' && (
                <span className={styles.mark}>{turn.state === 'present' ? '✓' : text.states.missing}</span>
              )}
              {turn.swap !== null && <span className={styles.mark}>⇄</span>}
            </button>
          </li>
        ))}
        {lacking.map((post) => (
          <li key={post} className={styles.lacking}>
            {text.lacking(text.posts[post], day.empty[post])}
          </li>
        ))}
      </ul>
    </section>
  )
}

/** Monday is 0. */
export function weekdayOf(day: string): number {
  return (new Date(`${day}T00:00:00Z`).getUTCDay() + 6) % 7
}
