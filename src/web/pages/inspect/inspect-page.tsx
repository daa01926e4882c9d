import { Alert, Button, Select } from 'antd'
import { useEffect, useState } from 'react'
import { Link, useSearchParams } from 'react-router'
import { canWorkOffline, keepPagesOnPhone } from '../../parts/service-worker.ts'
import { EmptyState } from '../../parts/states.tsx'
import { useText } from '../../text/dictionary.ts'
import { momentText } from '../../text/figure.ts'
import { inspectText } from '../../text/inspect.ts'
import styles from './inspect.module.css'
import { OfficeList } from './office-list.tsx'
import { OfficePeople } from './office-people.tsx'
import { PhoneBar } from './phone-bar.tsx'
import { QueueDrawer } from './queue-drawer.tsx'
import { usePhone, type Phone } from './use-inspector.ts'
import { useQueue } from './use-queue.ts'

type Ready = Extract<Phone, { readonly state: 'ready' }>

/** 手机督查: a page of its own, without the shell, since it must open where there is no server to ask. */
export function InspectPage() {
  const text = useText(inspectText)
  const { phone, refresh } = usePhone()
  useEffect(() => {
    document.title = `${text.title} · 公道`
    void keepPagesOnPhone()
  }, [text.title])
  if (phone.state === 'ready') {
    const { townId, userName } = phone.inspector
    // What the one before had waiting, and what was still being asked for him, goes with him.
    return <Rounds key={`${townId}/${userName}`} phone={phone} onSent={() => void refresh()} />
  }
  return (
    <div className={styles.frame}>
      <PhoneBar />
      <main className={styles.main}>
        <NotReady phone={phone} onRetry={() => void refresh()} />
      </main>
    </div>
  )
}

function NotReady({ phone, onRetry }: { readonly phone: Exclude<Phone, Ready>; readonly onRetry: () => void }) {
  const text = useText(inspectText)
  switch (phone.state) {
    case 'opening':
      return <p className="quiet">{text.opening}</p>
    case 'signed-out':
      return (
        <EmptyState title={text.signedOutTitle} actions={<SignInLink />}>
          {text.signedOutText}
        </EmptyState>
      )
    case 'no-answer':
      return (
        <EmptyState title={text.noAnswerTitle} actions={<Button onClick={onRetry}>{text.retry}</Button>}>
          {text.noAnswerText}
        </EmptyState>
      )
    default:
      return (
        <EmptyState title={text.notYoursTitle} actions={<Link to="/">{text.home}</Link>}>
          {phone.sentence}
        </EmptyState>
      )
  }
}

function Rounds({ phone, onSent }: { readonly phone: Ready; readonly onSent: () => void }) {
  const text = useText(inspectText)
  const { kit, inspector } = phone
  const queue = useQueue(inspector, onSent)
  const [isQueueOpen, openQueue] = useState(false)
  const [search, setSearch] = useSearchParams()
  const round = kit.rounds.find(({ id }) => id === search.get('round')) ?? kit.rounds[0]
  const office = round?.offices.find((one) => one.office === search.get('office'))?.office ?? null
  const show = (roundId: string, shown: string | null) => {
    setSearch(shown === null ? { round: roundId } : { round: roundId, office: shown })
    window.scrollTo(0, 0)
  }
  return (
    <div className={styles.frame}>
      <PhoneBar queue={queue} onOpenQueue={() => openQueue(true)} />
      <main className={styles.main}>
        <Notes phone={phone} isElsewhere={queue.halt === 'elsewhere'} isExpired={queue.halt === 'signed-out'} />
        {kit.rounds.length > 1 && round !== undefined && office === null && (
          <Select
            aria-label={text.round}
            className={styles.round ?? ''}
            size="large"
            value={round.id}
            options={kit.rounds.map(({ id, title }) => ({ value: id, label: title }))}
            onChange={(id) => show(id, null)}
          />
        )}
        {round === undefined ? (
          <EmptyState title={text.noRoundTitle} actions={<Link to="/">{text.home}</Link>}>
            {text.noRoundText}
          </EmptyState>
        ) : office === null ? (
          <OfficeList kit={kit} round={round} findings={queue.findings} onChoose={(one) => show(round.id, one)} />
        ) : (
          <OfficePeople
            kit={kit}
            round={round}
            office={office}
            inspector={inspector}
            queue={queue}
            onBack={() => show(round.id, null)}
          />
        )}
      </main>
      {isQueueOpen && <QueueDrawer kit={kit} queue={queue} onClose={() => openQueue(false)} />}
    </div>
  )
}

type NotesProps = { readonly phone: Ready; readonly isElsewhere: boolean; readonly isExpired: boolean }

function Notes({ phone: { link, kit }, isElsewhere, isExpired }: NotesProps) {
  const text = useText(inspectText)
  return (
    <>
      {(link === 'expired' || isExpired) && <Alert type="warning" title={text.expired} action={<SignInLink />} />}
      {isElsewhere && <Alert type="warning" title={text.elsewhere} action={<SignInLink />} />}
      {link === 'offline' && (
        <Alert type="info" title={`${text.offline}${text.kitOf(momentText(kit.madeAt).slice(5))}`} />
      )}
      {!canWorkOffline() && <Alert type="warning" title={text.notInstallable} />}
    </>
  )
}

function SignInLink() {
  const text = useText(inspectText)
  return <Link to="/sign-in?from=/inspect">{text.signIn}</Link>
}
