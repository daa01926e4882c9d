import { PageHeader } from '../../parts/page-header.tsx'
import { useMay, useSeesOthersScores, useSession } from '../../parts/session.tsx'
import { useRolesInWords } from '../../parts/use-roles-in-words.ts'
import { useText } from '../../text/dictionary.ts'
import { homeText } from '../../text/home.ts'
import { shellText } from '../../text/shell.ts'
import styles from './home-page.module.css'
import { OwnSheetCard } from './own-sheet-card.tsx'
import { Road } from './road.tsx'
import { SampleCard } from './sample-card.tsx'
import { Waiting } from './waiting.tsx'

/** What waits, where the town is on the road from regulation to pay, and a sample to look at. */
export function HomePage() {
  const text = useText(homeText)
  const shell = useText(shellText)
  const session = useSession()
  const { town } = session
  const rolesInWords = useRolesInWords()
  const may = useMay()
  const seesOthersScores = useSeesOthersScores()
  return (
    <>
      <PageHeader title={`${town.name} · ${text.title}`} />
      <div className={styles.stack}>
        <p className={styles.role} role="note">
          {session.roles.length === 0 ? shell.noRoleWhy : text.rolesHere(rolesInWords)}
        </p>
        <Waiting />
        {session.staffNumber !== null && <OwnSheetCard />}
        {may('entry.confirm', 'scheme.adopt', 'score.read') && seesOthersScores && <Road />}
        {may('scheme.draft') && <SampleCard />}
      </div>
    </>
  )
}
