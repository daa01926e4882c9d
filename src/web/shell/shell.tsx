import { Drawer, Spin } from 'antd'
import { useState } from 'react'
import { Navigate, useLocation, useNavigation } from 'react-router'
import { accountEndpoints } from '../../http/contract/account.ts'
import { showTown } from '../parts/api.ts'
import { useAnswer } from '../parts/queries.ts'
import { withFrom } from '../parts/safe-path.ts'
import { SessionContext } from '../parts/session.tsx'
import { ErrorState } from '../parts/states.tsx'
import { useIsPhone } from '../parts/use-is-phone.ts'
import { useText } from '../text/dictionary.ts'
import { shellText } from '../text/shell.ts'
import { BackToStart } from './back-to-start.tsx'
import { OpenedPage } from './opened-page.tsx'
import { SampleBanner } from './sample-banner.tsx'
import styles from './shell.module.css'
import { SideMenu } from './side-menu.tsx'
import { TopBar } from './top-bar.tsx'

/** The frame around every page of a signed-in person: top bar, menu, page. */
export function Shell() {
  const text = useText(shellText)
  const location = useLocation()
  const isPhone = useIsPhone()
  const [isMenuOpen, openMenu] = useState(false)
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
  const from = `${location.pathname}${location.search}`
  if (!session.data.signedIn) {
    if (session.data.setUpNeeded) return <Navigate to="/set-up" replace />
    return <Navigate to={withFrom('/sign-in', from)} replace />
  }
  if (session.data.signedIn === 'half') return <Navigate to={withFrom('/second-factor', from)} replace />
  if (session.data.signedIn === 'district') return <Navigate to="/district" replace />
  // Before any page below asks for anything; setting the same town again changes nothing.
  showTown(session.data.town.id)
  return (
    <SessionContext value={session.data}>
      <a className={styles.skip} href="#content">
        {text.skipToContent}
      </a>
      <TopBar onOpenMenu={() => openMenu(true)} />
      <div className={styles.body}>
        {isPhone ? (
          <Drawer
            open={isMenuOpen}
            onClose={() => openMenu(false)}
            placement="left"
            size={260}
            title={text.product}
            styles={{ body: { padding: 8 } }}
          >
            <SideMenu onChosen={() => openMenu(false)} />
          </Drawer>
        ) : (
          <nav className={`${styles.side ?? ''} no-print`} aria-label={text.product}>
            <SideMenu />
          </nav>
        )}
        <main id="content" className={styles.content} tabIndex={-1}>
          <NavigationProgress />
          {session.data.town.isSample && <SampleBanner />}
          <BackToStart />
          {/* Another town, or another person in the sample, is another world: nothing of the page before may linger. */}
          <OpenedPage key={`${session.data.town.id} ${session.data.userName}`} />
        </main>
      </div>
    </SessionContext>
  )
}

/** A thin line while the next page is on its way: a click always shows that it works. */
function NavigationProgress() {
  const navigation = useNavigation()
  return navigation.state === 'idle' ? null : <div className={styles.progress} role="progressbar" />
}
