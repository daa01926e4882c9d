import { Alert, App, Button, Input } from 'antd'
import { useEffect, useState } from 'react'
import { useBlocker } from 'react-router'
import { townDay } from '../../../domain/primitives/local-date.ts'
import { townAccountEndpoints, type Slip } from '../../../http/contract/town-accounts.ts'
import { download, messageOf } from '../../parts/api.ts'
import { PageHeader } from '../../parts/page-header.tsx'
import { useSession } from '../../parts/session.tsx'
import { accountsText } from '../../text/accounts.ts'
import { useText } from '../../text/dictionary.ts'
import styles from './slips-view.module.css'

/** The codes just issued, once: to print and cut, or to download. Nobody leaves without being asked. */
export function SlipsView({ slips, onDone }: { readonly slips: readonly Slip[]; readonly onDone: () => void }) {
  const text = useText(accountsText).slips
  const { town } = useSession()
  const { message, modal } = App.useApp()
  const [address, setAddress] = useState(() => window.location.origin)
  const [isDownloading, setDownloading] = useState(false)
  useAskBeforeLeaving()
  const save = async () => {
    setDownloading(true)
    try {
      await download(townAccountEndpoints.downloadSlips, `${text.fileName}.xlsx`, {
        body: { address, slips: [...slips] },
      })
    } catch (error) {
      void message.error(messageOf(error))
    } finally {
      setDownloading(false)
    }
  }
  const close = () => {
    void modal.confirm({
      title: text.leaveTitle,
      content: text.leaveText,
      okText: text.done,
      cancelText: text.stay,
      onOk: onDone,
    })
  }
  return (
    <>
      <div className="no-print">
        <PageHeader
          title={text.title(slips.length)}
          actions={
            <>
              <Button onClick={close}>{text.done}</Button>
              <Button loading={isDownloading} onClick={() => void save()}>
                {text.download}
              </Button>
              <Button type="primary" onClick={() => window.print()}>
                {text.print}
              </Button>
            </>
          }
        />
        <Alert type="warning" showIcon title={text.once} />
        <label className={styles.address}>
          <span>{text.address}</span>
          <Input value={address} maxLength={200} onChange={(event) => setAddress(event.target.value)} />
          <span className="quiet">{isLocal(address) ? text.addressLocal : text.addressHint}</span>
        </label>
      </div>
      <ul className={styles.slips}>
        {slips.map((slip) => (
          <li key={slip.accountId} className={styles.slip}>
            <p className={styles.head}>
              {town.name} · {text.slipTitle}
            </p>
            <p>
              <strong>{slip.name || slip.signInName}</strong>{' '}
              <span className={styles.office}>{[slip.office, slip.staffNumber].filter(Boolean).join(' · ')}</span>
            </p>
            <dl>
              <dt>{text.userName}</dt>
              <dd>{slip.signInName}</dd>
              <dt>{text.code}</dt>
              <dd className={styles.code}>{slip.code}</dd>
              <dt>{text.until}</dt>
              <dd>{townDay(Date.parse(slip.validUntil))}</dd>
            </dl>
            <p className={styles.how}>{text.how(address.replace(/\/+$/, ''))}</p>
          </li>
        ))}
      </ul>
    </>
  )
}

function isLocal(address: string): boolean {
  return /^https?:\/\/(localhost|127\.|\[::1\])/.test(address)
}

/** A link, the way back or a closed window would lose the codes: asked first. */
function useAskBeforeLeaving(): void {
  const text = useText(accountsText).slips
  const { modal } = App.useApp()
  const blocker = useBlocker(
    ({ currentLocation, nextLocation }) => currentLocation.pathname !== nextLocation.pathname,
  )
  useEffect(() => {
    if (blocker.state !== 'blocked') return
    void modal.confirm({
      title: text.leaveTitle,
      content: text.leaveText,
      okText: text.leave,
      cancelText: text.stay,
      onOk: () => blocker.proceed(),
      onCancel: () => blocker.reset(),
    })
  }, [blocker, modal, text])
  useEffect(() => {
    const ask = (event: BeforeUnloadEvent) => event.preventDefault()
    window.addEventListener('beforeunload', ask)
    return () => window.removeEventListener('beforeunload', ask)
  }, [])
}
