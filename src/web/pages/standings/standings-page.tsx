import { App, Button } from 'antd'
import { Link, useNavigate } from 'react-router'
import { posts } from '../../../domain/scheme/scheme.ts'
import { endpoints } from '../../../http/contract/endpoints.ts'
import type { StandingRow } from '../../../http/contract/results.ts'
import { download, messageOf } from '../../parts/api.ts'
import { ListPage } from '../../parts/list-page.tsx'
import { PageHeader } from '../../parts/page-header.tsx'
import { useAnswer } from '../../parts/queries.ts'
import { EmptyState } from '../../parts/states.tsx'
import { useUrlState } from '../../parts/url-state.ts'
import { useText } from '../../text/dictionary.ts'
import { periodText } from '../../text/figure.ts'
import { standingsText } from '../../text/standings.ts'
import { MissingPanel } from './missing-panel.tsx'
import { PeriodPicker } from './period-picker.tsx'
import { periodSearch } from './period.ts'
import { standingCard, standingColumns } from './standing-columns.tsx'
import { RemovedNotice } from './removed-notice.tsx'
import { answersWords, inOrderOfStanding, isScoreWithin } from './standing-view.ts'
import { StandingsFilterRow, standingsFilters, type StandingsFilters } from './standings-filters.tsx'
import { StandingsPaper } from './standings-paper.tsx'
import styles from './standings.module.css'
import { UnkeptRegisters } from './unkept-registers.tsx'
import { usePeriod } from './use-period.ts'

/** 成绩: everyone's standing in a period, what is still missing, and the way to each sheet. */
export function StandingsPage() {
  const text = useText(standingsText)
  const { message } = App.useApp()
  const navigate = useNavigate()
  const { year, part, period, choosePart } = usePeriod()
  const [filters, change] = useUrlState<StandingsFilters>(standingsFilters)
  const query = {
    period,
    office: filters.office === '' ? undefined : filters.office,
    group: posts.find((post) => post === filters.group),
  }
  const answer = useAnswer(endpoints.readStandings, { query })
  const rows = answer.data === undefined ? undefined : inOrderOfStanding(answer.data.rows)
  const { words, from, to } = filters
  const shown = rows?.filter((row) => answersWords(row, words) && isScoreWithin(row, from, to))
  const sheetOf = (row: StandingRow) =>
    `/people/${encodeURIComponent(row.staffNumber)}/sheet${periodSearch(year, part)}`
  const exportSheet = () => {
    download(endpoints.downloadStandings, `成绩 ${period}.xlsx`, { query }).catch((error: unknown) => {
      void message.error(messageOf(error))
    })
  }
  const scores = from === '' ? '' : text.scoresWithin(Number(from), Number(to))
  const narrowedTo = [filters.office, filters.group, words, scores].filter((filter) => filter !== '')
  return (
    <>
      <div className="no-print">
        <PageHeader
          title={text.title}
          subtitle={answer.data !== undefined && text.intro(periodText(answer.data.period), answer.data.asOf)}
          actions={<PeriodPicker year={year} part={part} onChange={choosePart} />}
        />
        {answer.data !== undefined && (
          <>
            <MissingPanel missing={answer.data.missing} year={year} />
            <RemovedNotice removed={answer.data.removed} />
            <UnkeptRegisters year={year} startsOpen={filters.settle === '1'} />
          </>
        )}
        <ListPage
          name="standings"
          query={<StandingsFilterRow filters={filters} offices={answer.data?.offices ?? []} onChange={change} />}
          toolbar={
            <>
              <Button onClick={exportSheet}>{text.export}</Button>
              <Button
                onClick={() => {
                  window.print()
                }}
              >
                {text.print}
              </Button>
            </>
          }
          columns={standingColumns(text, rows ?? [], sheetOf)}
          rows={shown}
          rowKey={(row) => row.staffNumber}
          card={standingCard}
          error={answer.error}
          onRefresh={() => void answer.refetch()}
          isRefreshing={answer.isFetching}
          onOpen={(row) => {
            void navigate(sheetOf(row))
          }}
          empty={
            narrowedTo.length > 0 ? (
              <EmptyState title={text.emptyFiltered}>{text.emptyFilteredHint}</EmptyState>
            ) : (
              <NoStandings />
            )
          }
        />
        {shown !== undefined && shown.length > 0 && (
          <p className={`${styles.totals ?? ''} quiet`}>
            {text.totals(shown.length, shown.filter((row) => !row.partial).length)}
          </p>
        )}
      </div>
      {shown !== undefined && answer.data !== undefined && (
        <StandingsPaper {...answer.data} rows={shown} narrowedTo={narrowedTo} />
      )}
    </>
  )
}

function NoStandings() {
  const text = useText(standingsText)
  return (
    <EmptyState
      title={text.empty}
      actions={
        <>
          <Link to="/scheme">
            <Button type="primary">{text.toScheme}</Button>
          </Link>
          <Link to="/people">
            <Button>{text.toPeople}</Button>
          </Link>
        </>
      }
    >
      {text.emptyHint}
    </EmptyState>
  )
}
