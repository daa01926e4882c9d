import { OwnNews } from '../../parts/own-news.tsx'
import { PageHeader } from '../../parts/page-header.tsx'
import { useMay, useSession } from '../../parts/session.tsx'
import { useRolesInWords } from '../../parts/use-roles-in-words.ts'
import { useText } from '../../text/dictionary.ts'
import { homeText } from '../../text/home.ts'
import { shellText } from '../../text/shell.ts'
import styles from './home-page.module.css'
import { DueCard } from './due-card.tsx'
import { MonthCard } from './month/month-card.tsx'
import { OwnDay } from './own-day.tsx'
import { OwnSheetCard } from './own-sheet-card.tsx'
import { SampleCard } from './sample-card.tsx'
import { TownRoad } from './town-road.tsx'
import { UsualWork } from './usual-work.tsx'

/** What waits, where the town is on the road from regulation to pay, and a sample to look at. */
export function HomePage() {
  const text = useText(homeText)
  const shell = useText(shellText)
  const session = useSession()
  const { town } = session
  const rolesInWords = useRolesInWords()
  const may = useMay()
  return (
    <>
      <PageHeader title={`${town.name} · ${text.title}`} />
      <div className={styles.stack}>
        <p className={styles.role} role="note">
          {session.roles.length === 0 ? shell.noRoleWhy : text.rolesHere(rolesInWords)}
        </p>
        <OwnDay />
        <div className={styles.top}>
          <DueCard />
          <div className={styles.side}>
            <UsualWork />
            <OwnNews year={session.assessmentYear} mostShown={3} />
            {session.staffNumber !== null && <OwnSheetCard />}
          </div>
        </div>
        <MonthCard />
        <TownRoad />
        {may('scheme.draft') && <SampleCard />}
      </div>
    </>
  )
}
