import { App, Button, Input, Select } from 'antd'
import { Link, useNavigate } from 'react-router'
import { posts } from '../../../domain/scheme/scheme.ts'
import { endpoints } from '../../../http/contract/endpoints.ts'
import type { StandingRow } from '../../../http/contract/results.ts'
import { download, messageOf } from '../../parts/api.ts'
import { Points } from '../../parts/figure.tsx'
import { ListPage, type ListColumn } from '../../parts/list-page.tsx'
import { PageHeader } from '../../parts/page-header.tsx'
import { useAnswer } from '../../parts/queries.ts'
import { EmptyState } from '../../parts/states.tsx'
import { useUrlState } from '../../parts/url-state.ts'
import { useText } from '../../text/dictionary.ts'
import { periodText } from '../../text/figure.ts'
import { standingsText } from '../../text/standings.ts'
import { CategoryBar, ScoreFigure } from './category-bars.tsx'
import { MissingPanel } from './missing-panel.tsx'
import { PeriodPicker } from './period-picker.tsx'
import { periodSearch } from './period.ts'
import { answersWords, inOrderOfStanding } from './standing-view.ts'
import styles from './standings.module.css'
import { UnkeptRegisters } from './unkept-registers.tsx'
import { usePeriod } from './use-period.ts'

const defaults = { office: '', group: '', words: '', settle: '' }
type Filters = { readonly [Name in keyof typeof defaults]: string }

/** 成绩: everyone's standing in a period, what is still missing, and the way to each sheet. */
export function StandingsPage() {
  const text = useText(standingsText)
  const { message } = App.useApp()
  const navigate = useNavigate()
  const { year, part, period, choosePart } = usePeriod()
  const [filters, change] = useUrlState<Filters>(defaults)
  const query = {
    period,
    office: filters.office === '' ? undefined : filters.office,
    group: posts.find((post) => post === filters.group),
  }
  const answer = useAnswer(endpoints.readStandings, { query })
  const rows = answer.data === undefined ? undefined : inOrderOfStanding(answer.data.rows)
  const shown = rows?.filter((row) => answersWords(row, filters.words))
  const sheetOf = (row: StandingRow) =>
    `/people/${encodeURIComponent(row.staffNumber)}/sheet${periodSearch(year, part)}`
  const exportSheet = () => {
    download(endpoints.downloadStandings, `成绩 ${period}.xlsx`, { query }).catch((error: unknown) => {
      void message.error(messageOf(error))
    })
  }
  const isNarrowed = filters.office !== '' || filters.group !== '' || filters.words !== ''
  return (
    <>
      <PageHeader
        title={text.title}
        subtitle={answer.data !== undefined && text.intro(periodText(answer.data.period), answer.data.asOf)}
        actions={<PeriodPicker year={year} part={part} onChange={choosePart} />}
      />
      {answer.data !== undefined && (
        <>
          <MissingPanel missing={answer.data.missing} year={year} />
          <UnkeptRegisters year={year} startsOpen={filters.settle === '1'} />
        </>
      )}
      <ListPage
        name="standings"
        query={<StandingsFilters filters={filters} offices={answer.data?.offices ?? []} onChange={change} />}
        toolbar={<Button onClick={exportSheet}>{text.export}</Button>}
        columns={columnsOf(text, rows ?? [], sheetOf)}
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
          isNarrowed ? (
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

function StandingsFilters({
  filters,
  offices,
  onChange,
}: {
  readonly filters: Filters
  readonly offices: readonly string[]
  readonly onChange: (changes: Partial<Filters>) => void
}) {
  const text = useText(standingsText)
  return (
    <div className={`${styles.filters ?? ''} no-print`}>
      <Select
        aria-label={text.office}
        value={filters.office}
        showSearch={{ optionFilterProp: 'label' }}
        onChange={(office) => {
          onChange({ office })
        }}
        options={[
          { value: '', label: text.allOffices },
          ...offices.map((office) => ({ value: office, label: office })),
        ]}
      />
      <Select
        aria-label={text.group}
        value={filters.group}
        onChange={(group) => {
          onChange({ group })
        }}
        options={[
          { value: '', label: text.allGroups },
          ...posts.map((post): { value: string; label: string } => ({ value: post, label: post })),
        ]}
      />
      <Input.Search
        aria-label={text.name}
        placeholder={text.namePlaceholder}
        allowClear
        value={filters.words}
        onChange={(event) => {
          onChange({ words: event.target.value })
        }}
      />
    </div>
  )
}

type Text = ReturnType<typeof useText<(typeof standingsText)['zh']>>

function columnsOf(
  text: Text,
  rows: readonly StandingRow[],
  sheetOf: (row: StandingRow) => string,
): readonly ListColumn<StandingRow>[] {
  const titles = [...new Set(rows.flatMap((row) => row.categories.map((category) => category.title)))]
  return [
    {
      key: 'name',
      title: text.person,
      pinned: true,
      render: (_, row) => (
        <Link to={sheetOf(row)} className={styles.name}>
          {row.name}
        </Link>
      ),
    },
    {
      key: 'rank',
      title: text.rank,
      pinned: true,
      align: 'right',
      width: 72,
      render: (_, row) =>
        row.rank === null ? <Points hundredths={null} /> : <span className="figure">{row.rank}</span>,
    },
    { key: 'office', title: text.columnOffice, dataIndex: 'office' },
    { key: 'post', title: text.post, dataIndex: 'post' },
    ...titles.map((title, at) => ({
      key: `category-${title}`,
      title,
      align: 'right' as const,
      render: (_: unknown, row: StandingRow) => (
        <CategoryBar category={row.categories.find((category) => category.title === title)} saysMean={at === 0} />
      ),
    })),
    {
      key: 'reward',
      title: text.reward,
      align: 'right',
      render: (_, row) => row.reward !== 0 && <Points hundredths={row.reward} table change />,
    },
    {
      key: 'score',
      title: text.score,
      pinned: true,
      align: 'right',
      render: (_, row) => (
        <Link to={sheetOf(row)} className={styles.score}>
          <ScoreFigure row={row} />
        </Link>
      ),
    },
    {
      key: 'change',
      title: text.periodChange,
      align: 'right',
      render: (_, row) => row.periodChange !== 0 && <Points hundredths={row.periodChange} table change />,
    },
    {
      key: 'unconfirmed',
      title: text.unconfirmed,
      align: 'right',
      render: (_, row) =>
        row.unconfirmedEntries > 0 && (
          <Link to={`/entries?state=recorded&person=${encodeURIComponent(row.staffNumber)}`}>
            {text.unconfirmedCount(row.unconfirmedEntries)}
          </Link>
        ),
    },
  ]
}

function standingCard(row: StandingRow) {
  return (
    <span className={styles.card}>
      <span className={styles.cardHead}>
        <span>
          {row.rank !== null && <span className={`${styles.cardRank ?? ''} figure`}>{row.rank}</span>}
          <b>{row.name}</b> <span className="quiet">{row.office === '' ? row.post : row.office}</span>
        </span>
        <span className={styles.score}>
          <ScoreFigure row={row} />
        </span>
      </span>
      <span className={styles.cardBars}>
        {row.categories.map((category) => (
          <span key={category.title}>
            <span className="quiet">{category.title}</span>
            <CategoryBar category={category} />
          </span>
        ))}
      </span>
    </span>
  )
}
