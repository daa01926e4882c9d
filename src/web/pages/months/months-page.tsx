import { Tag } from 'antd'
import { Link } from 'react-router'
import { periodEndpoints, type MonthRow } from '../../../http/contract/periods.ts'
import { useAssessmentYear } from '../../parts/assessment-year.ts'
import { PageHeader } from '../../parts/page-header.tsx'
import { useAnswer } from '../../parts/queries.ts'
import { useMay } from '../../parts/session.tsx'
import { ErrorState, LoadingState } from '../../parts/states.tsx'
import { useUrlState } from '../../parts/url-state.ts'
import { useText } from '../../text/dictionary.ts'
import { momentText, periodText as periodName } from '../../text/figure.ts'
import { periodText } from '../../text/periods.ts'
import { CloseMonth } from './close-month.tsx'
import styles from './months.module.css'

const noMonth = { month: '' }

/** 月考核: the months of the year with where each stands; `?month=2026-03` closes one. */
export function MonthsPage() {
  const [state] = useUrlState(noMonth)
  return /^20\d\d-\d\d$/.test(state.month) ? <CloseMonth key={state.month} month={state.month} /> : <MonthList />
}

function MonthList() {
  const text = useText(periodText)
  const may = useMay()
  const [year] = useAssessmentYear()
  const { data, error, refetch } = useAnswer(periodEndpoints.listMonths, { query: { year } })
  return (
    <>
      <PageHeader
        title={text.title}
        subtitle={
          <>
            {text.intro} {!may('period.close') && text.noRight}
          </>
        }
      />
      {error !== null && <ErrorState error={error} onRetry={() => void refetch()} />}
      {data === undefined && error === null && <LoadingState rows={8} />}
      {data !== undefined && (
        <table className={styles.months}>
          <thead>
            <tr>
              <th scope="col">{text.month}</th>
              <th scope="col">{text.state}</th>
              <th scope="col" className={styles.number}>
                {text.entries}
              </th>
              <th scope="col" className={styles.number}>
                {text.unconfirmed}
              </th>
              <th scope="col" className={styles.number}>
                {text.late}
              </th>
              <th scope="col">{text.closedBy}</th>
              <th scope="col" aria-label={text.toClose} />
            </tr>
          </thead>
          <tbody>
            {data.months.map((row) => (
              <MonthLine key={row.month} row={row} />
            ))}
          </tbody>
        </table>
      )}
    </>
  )
}

const stateColors = { ahead: 'default', running: 'processing', open: 'warning', closed: 'success' } as const

function MonthLine({ row }: { readonly row: MonthRow }) {
  const text = useText(periodText)
  const may = useMay()
  const { month, state, closed } = row
  return (
    <tr data-state={state}>
      <th scope="row">{periodName(month)}</th>
      <td>
        <Tag color={stateColors[state]}>{text.states[state]}</Tag>
      </td>
      <td className={styles.number} data-label={text.entries}>
        {row.entries}
      </td>
      <td className={styles.number} data-label={text.unconfirmed}>
        {row.unconfirmed}
      </td>
      <td className={styles.number} data-label={text.late}>
        {row.late}
      </td>
      <td className={styles.closed}>
        {closed !== null && (
          <>
            <span className="figure">{momentText(closed.at)}</span> {closed.by}
            {closed.reason !== null && (
              <div className="quiet">
                {text.closedOver}：{closed.open.join('；')}。{closed.reason}
              </div>
            )}
          </>
        )}
      </td>
      <td className={styles.way}>
        {closed !== null && <Link to={`/bulletins/${closed.bulletinId}`}>{text.toTable}</Link>}
        {state === 'open' && may('period.close') && <Link to={`/months?month=${month}`}>{text.toClose}</Link>}
      </td>
    </tr>
  )
}
