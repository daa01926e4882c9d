import { Button, Input } from 'antd'
import type { ReactNode } from 'react'
import type { AttendanceRulesForm as RulesForm } from '../../../../http/contract/registers/attendance.ts'
import { attendanceText } from '../../../text/attendance.ts'
import { useText } from '../../../text/dictionary.ts'
import styles from './attendance-rules.module.css'

type Session = RulesForm['sessions'][number]
type Season = RulesForm['seasons'][number]

/** Working hours of every day, and of the seasons that have their own. */
export function HoursFields({
  form,
  onChange,
  mark,
}: {
  readonly form: RulesForm
  readonly onChange: (changes: Partial<RulesForm>) => void
  readonly mark: ReactNode
}) {
  const text = useText(attendanceText).rules
  const { sessions, seasons } = form
  const changeSeason = (at: number, changes: Partial<Season>) =>
    onChange({ seasons: seasons.map((season, place) => (place === at ? { ...season, ...changes } : season)) })
  return (
    <section className={styles.field}>
      <h3>
        {text.hours} {mark}
      </h3>
      <p className={styles.seasonTitle}>{text.usual}</p>
      <Sessions sessions={sessions} onChange={(next) => onChange({ sessions: next })} />
      {seasons.map((season, at) => (
        <div key={at} className={styles.season}>
          <div className={styles.seasonHead}>
            <Input
              aria-label={text.seasonTitle}
              placeholder={text.seasonTitle}
              value={season.title}
              onChange={({ target }) => changeSeason(at, { title: target.value })}
            />
            <Input
              aria-label={text.seasonFrom}
              placeholder="05-01"
              value={season.from}
              onChange={({ target }) => changeSeason(at, { from: target.value.trim() })}
            />
            <span>—</span>
            <Input
              aria-label={text.seasonTo}
              placeholder="09-30"
              value={season.to}
              onChange={({ target }) => changeSeason(at, { to: target.value.trim() })}
            />
            <Button
              type="link"
              danger
              onClick={() => onChange({ seasons: seasons.filter((_, place) => place !== at) })}
            >
              {text.removeSeason}
            </Button>
          </div>
          <Sessions sessions={season.sessions} onChange={(next) => changeSeason(at, { sessions: next })} />
        </div>
      ))}
      {seasons.length < 4 && (
        <Button
          onClick={() =>
            onChange({
              seasons: [
                ...seasons,
                { title: '', from: '', to: '', sessions: sessions.map((one) => ({ ...one })) },
              ],
            })
          }
        >
          {text.addSeason}
        </Button>
      )}
      <p className="quiet">{text.seasonHint}</p>
    </section>
  )
}

function Sessions({
  sessions,
  onChange,
}: {
  readonly sessions: readonly Session[]
  readonly onChange: (sessions: Session[]) => void
}) {
  const text = useText(attendanceText).rules
  const change = (at: number, changes: Partial<Session>) =>
    onChange(sessions.map((session, place) => (place === at ? { ...session, ...changes } : session)))
  return (
    <div className={styles.sessions}>
      {sessions.map(({ start, end }, at) => (
        <div key={at} className={styles.session}>
          <span className="quiet">{text.session(at + 1)}</span>
          <Input
            type="time"
            aria-label={`${text.session(at + 1)} ${text.start}`}
            value={start}
            onChange={({ target }) => change(at, { start: target.value })}
          />
          <span>—</span>
          <Input
            type="time"
            aria-label={`${text.session(at + 1)} ${text.end}`}
            value={end}
            onChange={({ target }) => change(at, { end: target.value })}
          />
          {sessions.length > 1 && (
            <Button type="link" onClick={() => onChange(sessions.filter((_, place) => place !== at))}>
              {text.removeSession}
            </Button>
          )}
        </div>
      ))}
      {sessions.length < 3 && (
        <Button type="link" onClick={() => onChange([...sessions, { start: '', end: '' }])}>
          {text.addSession}
        </Button>
      )}
    </div>
  )
}
