import { useQuery } from '@tanstack/react-query'
import { Button, QRCode } from 'antd'
import { useEffect } from 'react'
import { Link, useParams } from 'react-router'
import { gatheringEndpoints } from '../../../../http/contract/registers/gatherings.ts'
import { call } from '../../../parts/api.ts'
import { ErrorState, LoadingState } from '../../../parts/states.tsx'
import { useText } from '../../../text/dictionary.ts'
import { gatheringText } from '../../../text/gatherings.ts'
import styles from './screen.module.css'

/** So often it looks who has come; a new code shows within it. */
const lookEveryMs = 3_000

/** What hangs on the wall while people come in: the code, its QR, how many are there and who is missing. */
export function SignInScreenPage() {
  const text = useText(gatheringText)
  const { id = '' } = useParams()
  const { data, error, refetch } = useQuery({
    queryKey: ['sign-in-screen', id],
    queryFn: ({ signal }) => call(gatheringEndpoints.readSignInScreen, { params: { gatheringId: id }, signal }),
    refetchInterval: lookEveryMs,
  })
  const title = data?.gathering.title ?? text.screen
  useEffect(() => {
    document.title = `${title} · 公道`
  }, [title])
  if (data === undefined)
    return error === null ? <LoadingState rows={8} /> : <ErrorState error={error} onRetry={() => void refetch()} />
  const { gathering, attendance, code, secondsLeft } = data
  const address = `${window.location.origin}/sign-in-at/${gathering.id}?code=${code}`
  const missing = attendance.filter(({ status }) => status === 'missing')
  return (
    <main className={styles.screen}>
      <header>
        <h1>{gathering.title}</h1>
        <p>
          {gathering.day} {gathering.startsAt}
          {gathering.place !== null && ` · ${gathering.place}`}
        </p>
      </header>
      <section className={styles.entry}>
        {gathering.state === 'ended' ? (
          <p className={styles.ended}>{text.ended}</p>
        ) : (
          <>
            <QRCode value={address} size={280} bordered={false} />
            <div>
              <p className={styles.code}>
                {code.slice(0, 3)} {code.slice(3)}
              </p>
              <p>{text.screenHint}</p>
              <p className="quiet">{secondsLeft === null ? text.fixedCode : text.changesIn(secondsLeft)}</p>
            </div>
          </>
        )}
        <p className={styles.tally}>
          <b>{gathering.cameCount}</b> / {gathering.calledCount - gathering.excusedCount}
        </p>
      </section>
      <section className={styles.missing}>
        <h2>{missing.length === 0 ? text.everyoneCame : text.missingNow(missing.length)}</h2>
        <ul>
          {missing.map(({ staffNumber, name }) => (
            <li key={staffNumber}>{name}</li>
          ))}
        </ul>
      </section>
      <footer>
        <Button onClick={() => void document.documentElement.requestFullscreen()}>{text.whole}</Button>
        <Link to={`/registers/gathering?record=${gathering.id}`}>
          <Button>{text.back}</Button>
        </Link>
      </footer>
    </main>
  )
}
