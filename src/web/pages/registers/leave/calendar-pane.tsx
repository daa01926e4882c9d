import { Input } from 'antd'
import {
  leaveTownEndpoints,
  type LeaveCalendar,
  type LeaveView,
} from '../../../../http/contract/registers/leave.ts'
import { useAnswer } from '../../../parts/queries.ts'
import { useSession } from '../../../parts/session.tsx'
import { EmptyState, ErrorState, LoadingState } from '../../../parts/states.tsx'
import { useIsPhone } from '../../../parts/use-is-phone.ts'
import { useUrlState } from '../../../parts/url-state.ts'
import { useText } from '../../../text/dictionary.ts'
import { leaveText } from '../../../text/leave.ts'
import { LeaveCard } from './leave-card.tsx'
import styles from './leave.module.css'

/** An empty square, for the table to keep its shape. */
const noLeave = '\u00a0'
const monthDefaults = { month: '' }

/** Who is away in a month, by office: a line a person, a square a day; on a phone a list. */
export function LeaveCalendarPane() {
  const text = useText(leaveText)
  const isPhone = useIsPhone()
  const { today } = useSession()
  const [state, change] = useUrlState(monthDefaults)
  const month = /^20\d{2}-(0[1-9]|1[0-2])$/.test(state.month) ? state.month : today.slice(0, 7)
  const { data, error, refetch, isPending } = useAnswer(leaveTownEndpoints.readLeaveCalendar, { query: { month } })
  const away = data?.people.filter(({ leave }) => leave.length > 0) ?? []
  return (
    <>
      <div className={styles.bar}>
        <Input
          type="month"
          aria-label={text.month}
          value={month}
          onChange={({ target }) => change({ month: target.value })}
          style={{ width: 160 }}
        />
        {!isPhone && <span className="quiet">{text.calendarHint}</span>}
      </div>
      {error !== null && <ErrorState error={error} onRetry={() => void refetch()} />}
      {isPending && <LoadingState rows={6} />}
      {data !== undefined && away.length === 0 && (
        <EmptyState title={text.nobodyAway}>{text.nobodyAwayHint}</EmptyState>
      )}
      {data !== undefined &&
        away.length > 0 &&
        (isPhone ? <Cards people={away} /> : <Grid data={data} people={away} />)}
    </>
  )
}

type People = LeaveCalendar['people']

function Cards({ people }: { readonly people: People }) {
  const leave = people
    .flatMap((person) => person.leave)
    .toSorted((left, right) => (left.first < right.first ? -1 : 1))
  return (
    <ul className={styles.list}>
      {leave.map((one) => (
        <LeaveCard key={one.id} leave={one} />
      ))}
    </ul>
  )
}

function Grid({ data, people }: { readonly data: LeaveCalendar; readonly people: People }) {
  const offices = [...new Set(people.map(({ office }) => office))]
  return (
    <div className={styles.scroll}>
      <table className={styles.calendar}>
        <thead>
          <tr>
            <td>{noLeave}</td>
            {data.days.map(({ day, isWorking }) => (
              <th key={day} data-off={!isWorking} className="figure">
                {Number(day.slice(8))}
              </th>
            ))}
          </tr>
        </thead>
        {offices.map((office) => (
          <tbody key={office}>
            {office !== '' && (
              <tr>
                <th colSpan={data.days.length + 1} className={styles.office} scope="rowgroup">
                  {office}
                </th>
              </tr>
            )}
            {people
              .filter((person) => person.office === office)
              .map(({ staffNumber, name, leave }) => (
                <tr key={staffNumber}>
                  <th scope="row">{name}</th>
                  {data.days.map(({ day, isWorking }) => (
                    <Square key={day} leave={leaveOn(leave, day)} isWorking={isWorking} />
                  ))}
                </tr>
              ))}
          </tbody>
        ))}
      </table>
    </div>
  )
}

function leaveOn(leave: readonly LeaveView[], day: string): LeaveView | undefined {
  return leave.find(
    ({ first, last, backOn }) => first <= day && day <= last && (backOn === null || day < backOn || day === first),
  )
}

function Square({ leave, isWorking }: { readonly leave: LeaveView | undefined; readonly isWorking: boolean }) {
  if (leave === undefined) return <td data-off={!isWorking}>{noLeave}</td>
  const words = `${leave.name} ${leave.spanWords} ${leave.kindTitle} ${leave.stateWords}`
  return (
    <td data-off={!isWorking} data-leave={leave.state === 'asked' ? 'asked' : 'granted'} title={words}>
      <span className={styles.hidden}>{words}</span>
    </td>
  )
}
