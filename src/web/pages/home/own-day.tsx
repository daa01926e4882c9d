import { EnvironmentOutlined, CoffeeOutlined } from '@ant-design/icons'
import { Link } from 'react-router'
import { useMay } from '../../parts/session.tsx'
import { useIsPhone } from '../../parts/use-is-phone.ts'
import { homeText } from '../../text/home.ts'
import { useText } from '../../text/dictionary.ts'
import styles from './home-page.module.css'

/** On a phone, what is done standing: each one tap from the first page. */
export function OwnDay() {
  const text = useText(homeText)
  const may = useMay()
  const ways = [
    {
      to: '/registers/whereabouts',
      label: text.toWhereabouts,
      icon: <EnvironmentOutlined />,
      isOpen: may('whereabouts.show'),
    },
    { to: '/registers/leave', label: text.toLeave, icon: <CoffeeOutlined />, isOpen: may('leave.request') },
  ].filter(({ isOpen }) => isOpen)
  if (!useIsPhone() || ways.length === 0) return null
  return (
    <nav className={styles.ownDay} aria-label={text.ownDay}>
      {ways.map(({ to, label, icon }) => (
        <Link key={to} to={to}>
          {icon} {label}
        </Link>
      ))}
    </nav>
  )
}
