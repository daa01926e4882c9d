import { App, Button, Popconfirm, Tag } from 'antd'
import { ownAccountEndpoints, type OwnSession } from '../../../http/contract/own-account.ts'
import { useAnswer, useCommand } from '../../parts/queries.ts'
import { ErrorState, LoadingState } from '../../parts/states.tsx'
import { useText } from '../../text/dictionary.ts'
import { momentText } from '../../text/figure.ts'
import { ownAccountText } from '../../text/own-account.ts'
import styles from './own-account-page.module.css'

export function SessionList() {
  const text = useText(ownAccountText).sessions
  const list = useAnswer(ownAccountEndpoints.listSessions, {})
  const others = (list.data?.sessions ?? []).filter(({ isCurrent }) => !isCurrent)
  return (
    <section className={styles.section} aria-labelledby="own-sessions">
      <h2 id="own-sessions">{text.title}</h2>
      {list.error !== null && <ErrorState error={list.error} onRetry={() => void list.refetch()} />}
      {list.data === undefined ? (
        list.error === null && <LoadingState rows={3} />
      ) : (
        <>
          <p className="quiet">{text.explain(list.data.idleLimitHours, list.data.absoluteLimitDays)}</p>
          <ul className={styles.sessions}>
            {list.data.sessions.map((session) => (
              <SessionRow key={session.id} session={session} />
            ))}
          </ul>
          {others.length === 0 ? (
            <p className="quiet">{text.onlyThis}</p>
          ) : (
            <EndOtherSessions count={others.length} />
          )}
        </>
      )}
    </section>
  )
}

function SessionRow({ session }: { readonly session: OwnSession }) {
  const text = useText(ownAccountText)
  const words = text.sessions
  const browser = session.browser === null ? text.unknownBrowser : text.browser[session.browser]
  const device = session.device === null ? text.unknownDevice : text.device[session.device]
  return (
    <li className={styles.session}>
      <div>
        <strong>{text.where(device, browser)}</strong>
        {session.isCurrent && (
          <Tag color="green" className={styles.current ?? ''}>
            {words.current}
          </Tag>
        )}
        <dl className={styles.facts}>
          <Fact name={words.address}>{addressWords(session.address, words)}</Fact>
          <Fact name={words.signedInAt}>{momentText(session.signedInAt)}</Fact>
          <Fact name={words.lastSeenAt}>{momentText(session.lastSeenAt)}</Fact>
        </dl>
      </div>
      {!session.isCurrent && <EndSession sessionId={session.id} />}
    </li>
  )
}

function Fact({ name, children }: { readonly name: string; readonly children: string }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd className="figure">{children}</dd>
    </div>
  )
}

function addressWords(
  address: string,
  words: { readonly thisComputer: string; readonly addressUnknown: string },
): string {
  if (address === '') return words.addressUnknown
  return address === '::1' || address.startsWith('127.') ? words.thisComputer : address
}

function EndSession({ sessionId }: { readonly sessionId: string }) {
  const text = useText(ownAccountText).sessions
  const { message } = App.useApp()
  const end = useCommand(ownAccountEndpoints.endSession, { onDone: () => void message.success(text.ended) })
  return (
    <Popconfirm
      title={text.endAsk}
      description={<div className={styles.asking}>{text.endText}</div>}
      okText={text.end}
      okButtonProps={{ danger: true }}
      cancelText={text.cancel}
      onConfirm={() => end.mutate({ params: { sessionId } })}
    >
      <Button loading={end.isPending}>{text.end}</Button>
    </Popconfirm>
  )
}

function EndOtherSessions({ count }: { readonly count: number }) {
  const text = useText(ownAccountText).sessions
  const { message } = App.useApp()
  const end = useCommand(ownAccountEndpoints.endOtherSessions, {
    onDone: ({ endedSessions }) => void message.success(text.endedOthers(endedSessions)),
  })
  return (
    <Popconfirm
      title={text.endOthersAsk(count)}
      description={<div className={styles.asking}>{text.endText}</div>}
      okText={text.end}
      okButtonProps={{ danger: true }}
      cancelText={text.cancel}
      onConfirm={() => end.mutate({})}
    >
      <Button danger loading={end.isPending}>
        {text.endOthers}
      </Button>
    </Popconfirm>
  )
}
