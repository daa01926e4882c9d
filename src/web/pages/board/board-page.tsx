import { useEffect, useState } from 'react'
import { Link, Navigate } from 'react-router'
import { accountEndpoints } from '../../../http/contract/account.ts'
import type { DayStatus } from '../../../http/contract/registers/whereabouts.ts'
import { showTown } from '../../parts/api.ts'
import { useAnswer } from '../../parts/queries.ts'
import { withFrom } from '../../parts/safe-path.ts'
import { ErrorState, LoadingState } from '../../parts/states.tsx'
import { useText } from '../../text/dictionary.ts'
import { whereaboutsText } from '../../text/whereabouts.ts'
import { byOffice, clockOf, countStatuses } from '../registers/whereabouts/by-office.ts'
import { useBoard } from '../registers/whereabouts/use-board.ts'
import styles from './board.module.css'

/** The board on the wall of the hall: no menu, letters to be read from across the room, new every 20 seconds. */
export function BoardPage() {
  const session = useAnswer(accountEndpoints.readSession, {})
  if (session.data === undefined)
    return session.error === null ? (
      <LoadingState />
    ) : (
      <ErrorState error={session.error} onRetry={() => void session.refetch()} />
    )
  if (session.data.signedIn !== true) return <Navigate to={withFrom('/sign-in', '/board')} replace />
  showTown(session.data.town.id)
  return <Screen />
}

function Screen() {
  const text = useText(whereaboutsText)
  const { data, error, refetch, dataUpdatedAt } = useBoard()
  const now = useClock()
  useEffect(() => {
    document.title = `${text.title} · 公道`
  }, [text])
  if (data === undefined)
    return (
      <main className={styles.screen}>
        {error === null ? <LoadingState /> : <ErrorState error={error} onRetry={() => void refetch()} />}
      </main>
    )
  const [here, away, missing] = countStatuses(data.people)
  return (
    <main className={styles.screen} data-size={sizeOf(data.people.length)}>
      <header className={styles.head}>
        <h1>
          {data.town} {text.title}
        </h1>
        <p className="figure">{text.counts(here, away, missing)}</p>
        <p className={`figure ${styles.clock ?? ''}`}>
          {data.day} {clockOf(now)}
        </p>
      </header>
      {error !== null && (
        <p className={styles.lost} role="alert">
          {text.lost(clockOf(dataUpdatedAt))}
        </p>
      )}
      <div className={styles.offices}>
        {byOffice(data.people, text.leaders).map(({ office, people }) => (
          <section key={office} className={styles.office}>
            <h2>{office}</h2>
            <ul>
              {people.map((person) => (
                <Line key={person.staffNumber} person={person} />
              ))}
            </ul>
          </section>
        ))}
      </div>
      <footer className={styles.foot}>
        <span className="figure">{text.updated(clockOf(dataUpdatedAt))}</span>
        <Link to="/registers/whereabouts">{text.leaveBoard}</Link>
      </footer>
    </main>
  )
}

function Line({ person }: { readonly person: DayStatus }) {
  const text = useText(whereaboutsText)
  return (
    <li className={styles.line}>
      <b>{person.name}</b>
      <span className={styles.status} data-kind={person.isAccounted ? person.kind : 'unknown'}>
        {person.words}
        {person.backAt !== null && <small> {text.until(person.backAt)}</small>}
      </span>
    </li>
  )
}

/** More people, smaller letters: all of them on one screen. */
function sizeOf(people: number): 'large' | 'middle' | 'small' {
  if (people <= 40) return 'large'
  return people <= 90 ? 'middle' : 'small'
}

const tickMs = 10_000

function useClock(): number {
  const [now, setNow] = useState(() => Date.now())
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), tickMs)
    return () => {
      clearInterval(timer)
    }
  }, [])
  return now
}
