import { Alert, Button, Skeleton } from 'antd'
import type { ReactNode } from 'react'
import { useText } from '../text/dictionary.ts'
import { partsText } from '../text/parts.ts'
import { messageOf } from './api.ts'
import styles from './states.module.css'

/** Says what the page is for and what to do next. */
export function EmptyState({
  title,
  children,
  actions,
}: {
  readonly title: string
  readonly children?: ReactNode
  readonly actions?: ReactNode
}) {
  return (
    <div className={styles.empty}>
      <p className={styles.emptyTitle}>{title}</p>
      {children !== undefined && <div className={styles.emptyText}>{children}</div>}
      {actions !== undefined && <div className={styles.actions}>{actions}</div>}
    </div>
  )
}

/** Says what happened and the way out; what was typed elsewhere on the page stays. */
export function ErrorState({ error, onRetry }: { readonly error: unknown; readonly onRetry?: () => void }) {
  const text = useText(partsText)
  return (
    <Alert
      type="error"
      showIcon
      title={text.failedTitle}
      description={messageOf(error)}
      action={onRetry !== undefined && <Button onClick={onRetry}>{text.retry}</Button>}
      role="alert"
    />
  )
}

/** Keeps the layout still while something is read. */
export function LoadingState({ rows = 6 }: { readonly rows?: number }) {
  const text = useText(partsText)
  return (
    <div aria-busy="true" aria-label={text.loading}>
      <Skeleton active title={false} paragraph={{ rows }} />
    </div>
  )
}
