import { Tag } from 'antd'
import { Link } from 'react-router'
import { payListEndpoints, type OwnPay } from '../../../http/contract/final-results.ts'
import { useAssessmentYear } from '../../parts/assessment-year.ts'
import { Points, Yuan } from '../../parts/figure.tsx'
import { PageHeader } from '../../parts/page-header.tsx'
import { useAnswer } from '../../parts/queries.ts'
import { useSession } from '../../parts/session.tsx'
import { EmptyState, ErrorState, LoadingState } from '../../parts/states.tsx'
import { ownSheetPath } from '../../shell/side-menu.tsx'
import { useText } from '../../text/dictionary.ts'
import { momentText, pointsInTable, yuanText } from '../../text/figure.ts'
import { finalResultText } from '../../text/final-result.ts'
import styles from '../final-result/final-result.module.css'

/** 我的绩效工资: one's own line of the approved list, with what it takes to reckon it again. */
export function OwnPayPage() {
  const words = useText(finalResultText)
  const [year] = useAssessmentYear()
  const { staffNumber } = useSession()
  const answer = useAnswer(payListEndpoints.readOwnPay, { query: { year } })
  return (
    <>
      <PageHeader
        title={words.ownTitle}
        subtitle={words.ownSubtitle(year)}
        actions={
          staffNumber !== null && (
            <Link to={`${ownSheetPath(staffNumber)}?year=${String(year)}`}>{words.toSheet}</Link>
          )
        }
      />
      {answer.error !== null && <ErrorState error={answer.error} onRetry={() => void answer.refetch()} />}
      {answer.data === undefined && answer.error === null && <LoadingState rows={4} />}
      {answer.data?.own.length === 0 && <EmptyState title={words.ownNone}>{words.ownNoneText}</EmptyState>}
      {answer.data?.own.map((own, at) => (
        <Slip key={own.number} own={own} isCurrent={at === 0} />
      ))}
    </>
  )
}

function Slip({ own, isCurrent }: { readonly own: OwnPay; readonly isCurrent: boolean }) {
  const words = useText(finalResultText)
  const { columns } = words
  const { line, number, approvedAt, unitValue } = own
  return (
    <article className={styles.slip}>
      <div className={styles.head}>
        <h2>
          {line.name} · {words.number(number)}{' '}
          <Tag color={isCurrent ? 'green' : 'default'}>{isCurrent ? words.current : words.replaced}</Tag>
        </h2>
        <span className="quiet">{words.approvedOn(momentText(approvedAt))}</span>
      </div>
      <dl>
        <Part label={columns.score}>
          <Points hundredths={line.score} table />
        </Part>
        <Part label={columns.contributed}>
          <Yuan fen={line.contributedFen} />
        </Part>
        <Part label={columns.share}>
          <Yuan fen={line.payFen} />
        </Part>
        <Part label={columns.difference}>
          <Yuan fen={line.payFen - line.contributedFen} change />
        </Part>
        {line.moneyFen > 0 && (
          <Part label={columns.money}>
            <Yuan fen={line.netFen - line.payFen} change />
          </Part>
        )}
        <Part label={columns.net}>
          <b>
            <Yuan fen={line.netFen} />
          </b>
        </Part>
      </dl>
      <p className="quiet">
        {words.ownHow(pointsInTable(line.score), line.days, line.daysOfYear, unitValue, yuanText(line.payFen))}
        {line.unpaidRestFen > 0 && ` ${words.unpaidRest(yuanText(line.unpaidRestFen))}`}
      </p>
      {number > 1 && isCurrent && <p className="quiet">{words.ownLater}</p>}
    </article>
  )
}

function Part({ label, children }: { readonly label: string; readonly children: React.ReactNode }) {
  return (
    <div>
      <dt>{label}</dt>
      <dd>{children}</dd>
    </div>
  )
}
