import { PageHeader } from '../../parts/page-header.tsx'
import { useUserName } from '../../parts/session.tsx'
import { useText } from '../../text/dictionary.ts'
import { ownAccountText } from '../../text/own-account.ts'
import { ChangePassword } from './change-password.tsx'
import styles from './own-account-page.module.css'
import { OwnRecord } from './own-record.tsx'
import { ProviderLink } from './provider-link.tsx'
import { ReminderAddress } from './reminder-address.tsx'
import { SecondFactor } from './second-factor.tsx'
import { SessionList } from './session-list.tsx'

/** One's own second factor and password, and where one is signed in. */
export function OwnAccountPage() {
  const text = useText(ownAccountText)
  const userName = useUserName()
  return (
    <>
      <PageHeader title={text.title} subtitle={text.subtitle(userName)} />
      <div className={styles.page}>
        <div className={styles.column}>
          <SecondFactor />
          <SessionList />
          <OwnRecord />
        </div>
        <div className={styles.column}>
          <ChangePassword />
          <ReminderAddress />
          <ProviderLink />
        </div>
      </div>
    </>
  )
}
