import { Button, Select } from 'antd'
import { useState } from 'react'
import { Link, useNavigate } from 'react-router'
import { bulletinEndpoints, type BulletinDraftRow, type BulletinRow } from '../../../http/contract/bulletins.ts'
import { ListPage, type ListColumn } from '../../parts/list-page.tsx'
import { PageHeader } from '../../parts/page-header.tsx'
import { useAnswer } from '../../parts/queries.ts'
import { useMay } from '../../parts/session.tsx'
import { EmptyState } from '../../parts/states.tsx'
import { useUrlState } from '../../parts/url-state.ts'
import { bulletinsText } from '../../text/bulletins.ts'
import { useText } from '../../text/dictionary.ts'
import { momentText, periodText } from '../../text/figure.ts'
import { BulletinState } from './bulletin-state.tsx'
import { StartDraft } from './start-draft.tsx'
import styles from './bulletins.module.css'

const defaults = { of: '', kind: '' }

/** 通报: everything the town has issued by number that one may read, and what is being drafted. */
export function BulletinsPage() {
  const text = useText(bulletinsText)
  const may = useMay()
  const navigate = useNavigate()
  const [state, change] = useUrlState<{ readonly of: string; readonly kind: string }>(defaults)
  const [isStarting, start] = useState(false)
  const answer = useAnswer(bulletinEndpoints.listBulletins, { query: {} })
  const rows = answer.data?.bulletins.filter(
    ({ year, kind }) =>
      (state.of === '' || String(year) === state.of) && (state.kind === '' || kind === state.kind),
  )
  const publishes = may('bulletin.publish')
  const startButton = (
    <Button type="primary" onClick={() => start(true)}>
      {text.start}
    </Button>
  )
  return (
    <>
      <PageHeader title={text.title} subtitle={text.subtitle} actions={publishes && startButton} />
      <Drafts drafts={answer.data?.drafts ?? []} />
      <ListPage
        name="bulletins"
        columns={useColumns()}
        rows={rows}
        rowKey={({ id }) => id}
        card={cardOf}
        error={answer.error}
        onRefresh={() => void answer.refetch()}
        isRefreshing={answer.isFetching}
        onOpen={({ id }) => void navigate(`/bulletins/${id}`)}
        query={<Narrow years={answer.data?.years ?? []} state={state} onChange={change} />}
        empty={
          <EmptyState title={text.empty} actions={publishes && startButton}>
            {publishes ? text.emptyText : text.emptyForReaders}
          </EmptyState>
        }
      />
      {isStarting && <StartDraft published={answer.data?.bulletins ?? []} onClose={() => start(false)} />}
    </>
  )
}

function Narrow({
  years,
  state,
  onChange,
}: {
  readonly years: readonly number[]
  readonly state: typeof defaults
  readonly onChange: (changed: Partial<typeof defaults>) => void
}) {
  const text = useText(bulletinsText)
  return (
    <div className={styles.narrow}>
      <Select
        aria-label={text.year}
        value={state.of}
        options={[
          { value: '', label: text.allYears },
          ...years.map((year) => ({ value: String(year), label: String(year) })),
        ]}
        onChange={(of) => onChange({ of })}
      />
      <Select
        aria-label={text.kind}
        value={state.kind}
        options={[
          { value: '', label: text.allKinds },
          ...Object.entries(text.kinds).map(([value, label]) => ({ value, label })),
        ]}
        onChange={(kind) => onChange({ kind })}
      />
    </div>
  )
}

function useColumns(): readonly ListColumn<BulletinRow>[] {
  const text = useText(bulletinsText)
  return [
    {
      key: 'title',
      title: text.columns.title,
      pinned: true,
      render: (_, row) => <Link to={`/bulletins/${row.id}`}>{row.title}</Link>,
    },
    {
      key: 'kind',
      title: text.columns.kind,
      width: 260,
      render: (_, { kind, year, number }) => `${text.kinds[kind]} ${text.numberOf(year, number)}`,
    },
    { key: 'state', title: text.columns.state, width: 240, render: (_, row) => <BulletinState row={row} /> },
    {
      key: 'published',
      title: text.columns.published,
      width: 200,
      render: (_, { publishedAt, publishedBy }) => (
        <span className="figure">{text.publishedBy(momentText(publishedAt), publishedBy)}</span>
      ),
    },
  ]
}

const cardOf = (row: BulletinRow) => <BulletinCard row={row} />

function BulletinCard({ row }: { readonly row: BulletinRow }) {
  const text = useText(bulletinsText)
  const { id, title, kind, year, number, publishedAt, publishedBy } = row
  return (
    <>
      <Link to={`/bulletins/${id}`}>{title}</Link>
      <div className="quiet">
        {text.kinds[kind]} {text.numberOf(year, number)}
      </div>
      <BulletinState row={row} />
      <div className="quiet figure">{text.publishedBy(momentText(publishedAt), publishedBy)}</div>
    </>
  )
}

function Drafts({ drafts }: { readonly drafts: readonly BulletinDraftRow[] }) {
  const text = useText(bulletinsText)
  if (drafts.length === 0) return null
  return (
    <section className={styles.drafts}>
      <h2>{text.drafts}</h2>
      <ul>
        {drafts.map(({ id, kind, period, title, at, by }) => (
          <li key={id}>
            <Link to={`/bulletins/drafts/${id}`}>{title}</Link>
            <span className="quiet">
              {text.kinds[kind]} {periodText(period)} ·{' '}
              <span className="figure">{text.draftBy(momentText(at), by)}</span>
            </span>
          </li>
        ))}
      </ul>
    </section>
  )
}
