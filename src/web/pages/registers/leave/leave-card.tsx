import type { ReactNode } from 'react'
import { quantity } from '../../../../domain/primitives/quantity.ts'
import { leaveDaysWords } from '../../../../domain/registers/leave/leave-record.ts'
import type { LeaveView } from '../../../../http/contract/registers/leave.ts'
import { useText } from '../../../text/dictionary.ts'
import { leaveText } from '../../../text/leave.ts'
import styles from './leave.module.css'

/** One leave as it stands: who, when, why, who decided; what can be done with it below. */
export function LeaveCard({
  leave,
  isOwn = false,
  actions,
}: {
  readonly leave: LeaveView
  readonly isOwn?: boolean
  readonly actions?: ReactNode
}) {
  const text = useText(leaveText)
  const { decision } = leave
  return (
    <li className={styles.card}>
      <div className={styles.cardHead}>
        <b>
          {isOwn ? '' : `${leave.name} `}
          {leave.spanWords} <span className="figure">{leaveDaysWords(quantity(leave.days))}</span>
        </b>
        <span className={styles.state} data-state={leave.state}>
          {leave.stateWords}
        </span>
      </div>
      <div>
        {leave.kindTitle}
        {leave.isAfterwards && <span className={styles.tag}>{text.afterwardsTag}</span>}
        {leave.reason !== null && `：${leave.reason}`}
        {leave.place !== null && `（${leave.place}）`}
      </div>
      {!isOwn && leave.office !== '' && <div className="quiet">{leave.office}</div>}
      {leave.wayWords !== null && isOwn && <div className="quiet">{leave.wayWords}</div>}
      {decision !== null && (
        <div className="quiet">
          {text.decidedWords(text.decidedBy(decision.name, decision.onBehalfOf), text.outcomes[decision.outcome])}
          {decision.reason !== '' && `：${decision.reason}`}
        </div>
      )}
      {leave.away.map(({ day, names, members, isShort }) => (
        <div key={day} className={isShort ? styles.short : 'quiet'}>
          {text.away(day, names.join('、'), names.length, members)}
        </div>
      ))}
      {actions !== undefined && <div className={styles.actions}>{actions}</div>}
    </li>
  )
}
