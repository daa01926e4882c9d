import { Alert, InputNumber } from 'antd'
import { useState } from 'react'
import { periodEndpoints, type CalendarDay } from '../../../http/contract/periods.ts'
import { useAssessmentYear } from '../../parts/assessment-year.ts'
import { PageHeader } from '../../parts/page-header.tsx'
import { useAnswer } from '../../parts/queries.ts'
import { useMay } from '../../parts/session.tsx'
import { ErrorState, LoadingState } from '../../parts/states.tsx'
import { useText } from '../../text/dictionary.ts'
import { periodText } from '../../text/periods.ts'
import styles from './calendar.module.css'
import { ChangeDay } from './change-day.tsx'

/** 工作日历: a year's working days, the national ones and the town's own. */
export function CalendarPage() {
  const text = useText(periodText).calendar
  const mayChange = useMay()('calendar.change')
  const [assessmentYear] = useAssessmentYear()
  const [year, setYear] = useState(assessmentYear)
  const [chosen, choose] = useState<CalendarDay | null>(null)
  const { data, error, refetch } = useAnswer(periodEndpoints.readCalendar, { query: { year } })
  const changed = data?.days.filter(({ change }) => change !== null) ?? []
  return (
    <>
      <PageHeader
        title={text.title}
        subtitle={`${text.intro} ${mayChange ? text.hint : text.reader}`}
        actions={
          <InputNumber
            aria-label={text.year}
            min={2020}
            max={2100}
            value={year}
            onChange={(value) => {
              if (value !== null) setYear(value)
            }}
          />
        }
      />
      {error !== null && <ErrorState error={error} onRetry={() => void refetch()} />}
      {data === undefined && error === null && <LoadingState rows={10} />}
      {data !== undefined && (
        <>
          {data.isAnnounced ? (
            <p className="quiet">
              {text.announced} {text.summary(data.days.filter(({ isWorking }) => isWorking).length)}
            </p>
          ) : (
            <Alert type="warning" showIcon title={text.notAnnounced(data.year)} />
          )}
          <section className={styles.changes}>
            <h2>{text.changes}</h2>
            {changed.length === 0 ? (
              <p className="quiet">{text.none}</p>
            ) : (
              <ul>
                {changed.map(({ day, isWorking, change }) => (
                  <li key={day}>
                    <span className="figure">{day}</span> <b>{isWorking ? text.working : text.off}</b>{' '}
                    {change?.note} <span className="quiet">{change?.by}</span>
                  </li>
                ))}
              </ul>
            )}
          </section>
          <div className={styles.months}>
            {Array.from({ length: 12 }, (_, index) => (
              <Month
                key={index}
                number={index + 1}
                days={data.days.filter(({ day }) => Number(day.slice(5, 7)) === index + 1)}
                onChoose={mayChange ? choose : null}
              />
            ))}
          </div>
        </>
      )}
      {chosen !== null && <ChangeDay day={chosen} onClose={() => choose(null)} />}
    </>
  )
}

type MonthProps = {
  readonly number: number
  readonly days: readonly CalendarDay[]
  readonly onChoose: ((day: CalendarDay) => void) | null
}

function Month({ number, days, onChoose }: MonthProps) {
  const text = useText(periodText).calendar
  const [first] = days
  // Monday first.
  const lead = first === undefined ? 0 : (new Date(`${first.day}T00:00:00Z`).getUTCDay() + 6) % 7
  return (
    <section className={styles.month}>
      <h3>{text.monthName(number)}</h3>
      <div className={styles.grid}>
        {text.weekdays.map((name) => (
          <span key={name} className={styles.weekday}>
            {name}
          </span>
        ))}
        {days.map((day, place) => (
          <Day key={day.day} day={day} column={place === 0 ? lead + 1 : null} onChoose={onChoose} />
        ))}
      </div>
    </section>
  )
}

function Day({
  day,
  column,
  onChoose,
}: {
  readonly day: CalendarDay
  readonly column: number | null
  readonly onChoose: MonthProps['onChoose']
}) {
  const text = useText(periodText).calendar
  const words = [
    day.day,
    day.isWorking ? text.working : text.off,
    day.holiday === null ? null : day.isWorkingNationally ? text.makeUp(day.holiday) : day.holiday,
    day.change === null ? null : `${text.changed}：${day.change.note}`,
  ].filter((part) => part !== null)
  const state = {
    'data-off': !day.isWorking,
    'data-holiday': day.holiday !== null && !day.isWorkingNationally,
    'data-make-up': day.holiday !== null && day.isWorkingNationally,
    'data-changed': day.change !== null,
    style: column === null ? undefined : { gridColumnStart: column },
    title: words.join(' '),
  }
  const number = Number(day.day.slice(8))
  if (onChoose === null)
    return (
      <span className={styles.day} {...state}>
        {number}
      </span>
    )
  return (
    <button
      type="button"
      className={styles.day}
      aria-label={words.join(' ')}
      {...state}
      onClick={() => onChoose(day)}
    >
      {number}
    </button>
  )
}
