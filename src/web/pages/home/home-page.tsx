import { PageHeader } from '../../parts/page-header.tsx'
import { useSession } from '../../parts/session.tsx'
import { useText } from '../../text/dictionary.ts'
import { homeText } from '../../text/home.ts'
import { shellText } from '../../text/shell.ts'
import styles from './home-page.module.css'
import { Road } from './road.tsx'
import { SampleCard } from './sample-card.tsx'
import { Waiting } from './waiting.tsx'

/** What waits, where the town is on the road from regulation to pay, and a sample to look at. */
export function HomePage() {
  const text = useText(homeText)
  const shell = useText(shellText)
  const { town } = useSession()
  return (
    <>
      <PageHeader title={`${town.name} · ${text.title}`} />
      <div className={styles.stack}>
        <p className={styles.role} role="note">
          {shell.everyRoleWhy}
        </p>
        <Waiting />
        <Road />
        <SampleCard />
      </div>
    </>
  )
}
