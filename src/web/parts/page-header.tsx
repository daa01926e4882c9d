import { useEffect, type ReactNode } from 'react'
import styles from './page-header.module.css'

/** Title, one line that says what the page is for, and the main actions at the right. */
export function PageHeader({
  title,
  subtitle,
  actions,
}: {
  readonly title: string
  readonly subtitle?: ReactNode
  readonly actions?: ReactNode
}) {
  useEffect(() => {
    document.title = `${title} · 公道`
  }, [title])
  return (
    <header className={styles.header}>
      <div className={styles.words}>
        <h1 className={styles.title}>{title}</h1>
        {subtitle !== undefined && <div className={styles.subtitle}>{subtitle}</div>}
      </div>
      {actions !== undefined && <div className={`${styles.actions ?? ''} no-print`}>{actions}</div>}
    </header>
  )
}
