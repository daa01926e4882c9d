import { UserOutlined } from '@ant-design/icons'
import { Button, Dropdown, Spin } from 'antd'
import { Link, Navigate, Outlet, useLocation } from 'react-router'
import { accountEndpoints } from '../../http/contract/account.ts'
import { useAnswer, useCommand } from '../parts/queries.ts'
import { withFrom } from '../parts/safe-path.ts'
import { ErrorState } from '../parts/states.tsx'
import { useIsPhone } from '../parts/use-is-phone.ts'
import { chooseLanguage, useLanguage, useText } from '../text/dictionary.ts'
import { districtText } from '../text/district.ts'
import { shellText } from '../text/shell.ts'
import mark from '../theme/mark.svg'
import styles from './shell.module.css'

/** The frame around the pages of the district, which works in no town. */
export function DistrictShell() {
  const text = useText(districtText)
  const shell = useText(shellText)
  const { pathname } = useLocation()
  const session = useAnswer(accountEndpoints.readSession, {})
  if (session.data === undefined)
    return (
      <div className={styles.waiting}>
        {session.error === null ? (
          <Spin delay={300} />
        ) : (
          <ErrorState error={session.error} onRetry={() => void session.refetch()} />
        )}
      </div>
    )
  if (session.data.signedIn === false) return <Navigate to={withFrom('/sign-in', pathname)} replace />
  if (session.data.signedIn === 'half') return <Navigate to={withFrom('/second-factor', pathname)} replace />
  if (session.data.signedIn === true) return <Navigate to="/" replace />
  return (
    <>
      <a className={styles.skip} href="#content">
        {shell.skipToContent}
      </a>
      <header className={`${styles.bar ?? ''} no-print`}>
        <Link to="/district" className={styles.brand} aria-label={text.overview}>
          <img src={mark} alt="" />
          <span>{shell.product}</span>
        </Link>
        <span className={styles.divider} />
        <strong>{text.title}</strong>
        <span className={styles.spring} />
        <UserMenu userName={session.data.userName} />
      </header>
      <main id="content" className={styles.content} tabIndex={-1}>
        <Outlet />
      </main>
    </>
  )
}

function UserMenu({ userName }: { readonly userName: string }) {
  const text = useText(districtText)
  const shell = useText(shellText)
  const language = useLanguage()
  const isPhone = useIsPhone()
  const signOut = useCommand(accountEndpoints.signOut)
  return (
    <Dropdown
      trigger={['click']}
      menu={{
        items: [
          { key: 'overview', label: <Link to="/district">{text.overview}</Link> },
          { key: 'account', label: <Link to="/district/account">{text.account}</Link> },
          { key: 'help', label: <Link to="/district/help?topic=district">{text.help}</Link> },
          { type: 'divider' },
          { key: 'language', label: shell.language },
          { key: 'sign-out', label: shell.signOut },
        ],
        onClick: ({ key }) => {
          if (key === 'language') chooseLanguage(language === 'zh' ? 'en' : 'zh')
          if (key === 'sign-out') signOut.mutate({})
        },
      }}
    >
      {isPhone ? (
        <Button type="text" icon={<UserOutlined />} aria-label={userName} />
      ) : (
        <Button type="text">{userName}</Button>
      )}
    </Dropdown>
  )
}
