import { Button, Input } from 'antd'
import { Link } from 'react-router'
import { posts } from '../../../domain/scheme/scheme.ts'
import { endpoints } from '../../../http/contract/endpoints.ts'
import type { ChartView } from '../../../http/contract/people-changes.ts'
import { PageHeader } from '../../parts/page-header.tsx'
import { useAnswer } from '../../parts/queries.ts'
import { useSession } from '../../parts/session.tsx'
import { EmptyState, ErrorState, LoadingState } from '../../parts/states.tsx'
import { useUrlState } from '../../parts/url-state.ts'
import { useText } from '../../text/dictionary.ts'
import { organisationChartText } from '../../text/organisation-chart.ts'
import { peopleText } from '../../text/people.ts'
import styles from './chart-page.module.css'
import { ChartProblems } from './chart-problems.tsx'
import { ChartTree } from './chart-tree.tsx'
import { dayOf } from './find-people.ts'
import { PeopleTabs } from './people-tabs.tsx'

const dayState = { on: '' }

/** 机构图: who stands where on a day, who leads whom, and who is scored by whom; prints as it stands. */
export function ChartPage() {
  const text = useText(organisationChartText)
  const { title } = useText(peopleText)
  const { today, town } = useSession()
  const [state, change] = useUrlState(dayState)
  const day = dayOf(state, today)
  const answer = useAnswer(endpoints.readOrganisationChart, { query: { on: day } })
  const chart = answer.data
  return (
    <>
      <div className="no-print">
        <PageHeader
          title={title}
          subtitle={text.subtitle}
          actions={
            <>
              <Input
                type="date"
                aria-label={text.day}
                className={styles.day ?? ''}
                value={day}
                onChange={(event) => change({ on: event.target.value })}
              />
              {state.on !== '' && <Button onClick={() => change({ on: '' })}>{text.today}</Button>}
              <Button onClick={() => window.print()}>{text.print}</Button>
            </>
          }
        />
      </div>
      <PeopleTabs active="chart" />
      {answer.error !== null && <ErrorState error={answer.error} onRetry={() => void answer.refetch()} />}
      {chart === undefined && answer.error === null && <LoadingState rows={10} />}
      {chart !== undefined && isEmpty(chart) && (
        <EmptyState title={text.emptyTitle} actions={<Link to="/people">{text.toPeople}</Link>}>
          {text.emptyText}
        </EmptyState>
      )}
      {chart !== undefined && !isEmpty(chart) && (
        <article className={styles.paper} aria-busy={answer.isPlaceholderData}>
          <header className={styles.head}>
            <p className="quiet">{town.name}</p>
            <h2>{text.asOf(day)}</h2>
          </header>
          {chart.isWhole && <ChartProblems problems={chart.problems} />}
          <HowScored chart={chart} />
          <ChartTree chart={chart} />
        </article>
      )}
    </>
  )
}

function isEmpty({ principals, deputies, offices }: ChartView): boolean {
  return principals.length === 0 && deputies.length === 0 && offices.every(({ staff }) => staff.length === 0)
}

/** One line per post: a sheet of one's own, or whose mean. */
function HowScored({ chart }: { readonly chart: ChartView }) {
  const text = useText(organisationChartText)
  return (
    <section>
      <h3 className={styles.heading}>{text.howScored}</h3>
      <ul className={styles.rules}>
        {posts.map((post) => {
          const of = chart.rollUps.find((rollUp) => rollUp.post === post)?.of
          return <li key={post}>{of === undefined ? text.ownSheet(post) : text.meanOf(post, of)}</li>
        })}
      </ul>
    </section>
  )
}
