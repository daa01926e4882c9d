import { Alert, App, Button, Tag } from 'antd'
import type { ReactNode } from 'react'
import type { ProposalHead } from '../../../http/contract/adoption.ts'
import { messageOf } from '../../parts/api.ts'
import { useText } from '../../text/dictionary.ts'
import { momentText } from '../../text/figure.ts'
import { finalResultText } from '../../text/final-result.ts'
import styles from './final-result.module.css'

/** One proposal with its figures: waiting with the buttons that decide it, or approved with its names and number. */
export function ProposalSection({
  proposal,
  number,
  isCurrent,
  actions,
  onExport,
  children,
}: {
  readonly proposal: ProposalHead
  readonly number: number
  readonly isCurrent: boolean
  readonly actions?: ReactNode
  readonly onExport?: () => Promise<unknown>
  readonly children: ReactNode
}) {
  const words = useText(finalResultText)
  const { message } = App.useApp()
  const { state, proposedBy, proposedAt, decidedBy, decidedAt, reason, note } = proposal
  const isApproved = state === 'approved' && decidedAt !== null
  const take = () => onExport?.().catch((error: unknown) => void message.error(messageOf(error)))
  return (
    <section className={styles.section}>
      <div className={styles.head}>
        <h2>
          {words.number(number)}{' '}
          <Tag color={isApproved && isCurrent ? 'green' : 'default'}>
            {isApproved ? (isCurrent ? words.current : words.replaced) : words.waits}
          </Tag>
        </h2>
        <div className={`${styles.actions ?? ''} no-print`}>
          {onExport !== undefined && <Button onClick={() => void take()}>{words.export}</Button>}
          {actions}
        </div>
      </div>
      <p className={styles.facts}>
        {isApproved
          ? words.facts(proposedBy, decidedBy ?? '', momentText(decidedAt), reason ?? '')
          : words.proposedBy(proposedBy, momentText(proposedAt))}
        {note !== '' && ` · ${note}`}
      </p>
      {children}
    </section>
  )
}

/** The last proposal was sent back, and why. */
export function SentBack({ latest }: { readonly latest: ProposalHead | null }) {
  const words = useText(finalResultText)
  if (latest?.state !== 'rejected') return null
  return (
    <Alert
      type="warning"
      showIcon
      style={{ marginBottom: 12 }}
      title={words.sentBack(latest.decidedBy ?? '', latest.reason ?? '')}
    />
  )
}
