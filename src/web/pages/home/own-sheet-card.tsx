import { Link } from 'react-router'
import { useSession } from '../../parts/session.tsx'
import { ownSheetPath } from '../../shell/side-menu.tsx'
import { useText } from '../../text/dictionary.ts'
import { homeText } from '../../text/home.ts'
import styles from './home-page.module.css'

/** Everyone who is appraised finds the own sheet first. */
export function OwnSheetCard() {
  const text = useText(homeText)
  const { staffNumber, assessmentYear } = useSession()
  return (
    <section className={styles.card}>
      <h2>{text.ownSheetTitle}</h2>
      <p className="quiet">{text.ownSheetText}</p>
      <Link to={`${ownSheetPath(staffNumber)}?year=${String(assessmentYear)}`}>{text.ownSheetOpen}</Link>
    </section>
  )
}
