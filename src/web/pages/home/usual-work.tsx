import { Link } from 'react-router'
import { useMay, useSeesOthersScores, useSession } from '../../parts/session.tsx'
import { useText } from '../../text/dictionary.ts'
import { remindersText } from '../../text/reminders.ts'
import { shellText } from '../../text/shell.ts'
import styles from './home-page.module.css'

/** The own pages of those for whom there is no road from regulation to pay: inspectors, finance, administrators. */
export function UsualWork() {
  const text = useText(remindersText)
  const { menu } = useText(shellText)
  const { roles } = useSession()
  const may = useMay()
  const hasRoad = useSeesOthersScores()
  const links = [
    { to: '/entries/new', label: menu.record, isOpen: may('entry.record') },
    { to: '/inspections', label: menu.inspections, isOpen: may('inspection.visit') },
    { to: '/results/final', label: menu.payList, isOpen: roles.includes('finance') },
    { to: '/accounts', label: menu.accounts, isOpen: may('account.read') },
    { to: '/reminders', label: menu.reminders, isOpen: may('reminder.configure') },
    { to: '/audit', label: menu.audit, isOpen: may('audit.read') },
    { to: '/policies', label: menu.policies, isOpen: may('role.grant') },
  ].filter(({ isOpen }) => isOpen)
  if (hasRoad || links.length === 0) return null
  return (
    <section className={styles.card} aria-labelledby="usual">
      <h2 id="usual">{text.usual}</h2>
      <ul className={styles.links}>
        {links.map(({ to, label }) => (
          <li key={to}>
            <Link to={to}>{label}</Link>
          </li>
        ))}
      </ul>
    </section>
  )
}
