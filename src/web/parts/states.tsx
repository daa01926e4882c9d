import { Alert, Button, Skeleton } from 'antd'
import type { ReactNode } from 'react'
import { Link } from 'react-router'
import { useText } from '../text/dictionary.ts'
import { partsText } from '../text/parts.ts'
import { ApiError, messageOf } from './api.ts'
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
  // Not a fault: the town has not come that far yet, and the page says where to go on.
  if (error instanceof ApiError && error.code === 'no-scheme-for-period')
    return (
      <EmptyState
        title={text.noSchemeTitle}
        actions={
          <Link to="/scheme">
            <Button type="primary">{text.toScheme}</Button>
          </Link>
        }
      >
        {messageOf(error)}
      </EmptyState>
    )
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
