import { App, Button } from 'antd'
import { useState } from 'react'
import { Link } from 'react-router'
import { gatheringDefinition } from '../../../../domain/registers/gathering/gathering-record.ts'
import { anyRegister } from '../../../../domain/registers/register-definition.ts'
import { gatheringEndpoints, type GatheringView } from '../../../../http/contract/registers/gatherings.ts'
import { endpoints } from '../../../../http/contract/endpoints.ts'
import { useAssessmentYear } from '../../../parts/assessment-year.ts'
import { call, download, messageOf } from '../../../parts/api.ts'
import { ListPage, type ListColumn } from '../../../parts/list-page.tsx'
import { PageHeader } from '../../../parts/page-header.tsx'
import { useAnswer } from '../../../parts/queries.ts'
import { ImportButton } from '../../../parts/register/import-button.tsx'
import { recordImportSource } from '../../../parts/register/import-source.ts'
import { RecordFormDrawer } from '../../../parts/register/record-form.tsx'
import { useMay, useSession } from '../../../parts/session.tsx'
import { EmptyState } from '../../../parts/states.tsx'
import { useUrlState } from '../../../parts/url-state.ts'
import { useText } from '../../../text/dictionary.ts'
import { gatheringText } from '../../../text/gatherings.ts'
import { registerText } from '../../../text/register.ts'
import { RollDrawer } from './roll-drawer.tsx'
import { StateTag } from './state-tag.tsx'
import styles from './gathering.module.css'

const register = anyRegister(gatheringDefinition)

/** 会议与活动: what was called in the year, and how many came. */
export function GatheringsPage() {
  const text = useText(gatheringText)
  const common = useText(registerText)
  const { message } = App.useApp()
  const may = useMay()
  const { today } = useSession()
  const [year] = useAssessmentYear()
  const [{ record }, change] = useUrlState({ record: '' })
  const [opened, open] = useState<'call' | null>(null)
  const past = useAnswer(gatheringEndpoints.listGatherings, { query: { year } })
  const thisYear = Number(today.slice(0, 4))
  // What is to come is of interest whatever year is looked at.
  const current = useAnswer(
    gatheringEndpoints.listGatherings,
    { query: { year: thisYear } },
    { enabled: thisYear !== year },
  )
  const later = current.data?.gatherings.filter(({ state, day }) => state === 'called' && day >= today) ?? []
  const rows = past.data === undefined ? undefined : [...later, ...past.data.gatherings]
  const keeps = may('gathering.keep')
  const callButton = keeps && (
    <Button type="primary" onClick={() => open('call')}>
      {text.call}
    </Button>
  )
  const take = () => {
    const name = `${text.title} ${String(year)}.xlsx`
    const query = { from: `${String(year)}-01-01`, to: `${String(year)}-12-31`, format: 'xlsx' as const }
    download(endpoints.exportRecords, name, { params: { register: 'gathering' }, query }).catch(
      (fault: unknown) => void message.error(messageOf(fault)),
    )
  }
  const takeTally = () => {
    const query = { year, format: 'xlsx' as const }
    download(gatheringEndpoints.downloadGatherings, `${text.yearTally} ${String(year)}.xlsx`, { query }).catch(
      (fault: unknown) => void message.error(messageOf(fault)),
    )
  }
  return (
    <>
      <PageHeader title={text.title} subtitle={text.intro} />
      <ListPage<GatheringView>
        name="gatherings"
        toolbar={
          <>
            {callButton}
            {keeps && <ImportButton source={recordImportSource('gathering')} />}
            {keeps && <Button onClick={take}>{common.exportSheet}</Button>}
            {keeps && <Button onClick={takeTally}>{text.yearTally}</Button>}
          </>
        }
        columns={useColumns((id) => change({ record: id }))}
        rows={rows}
        rowKey={({ id }) => id}
        card={gatheringCard}
        error={past.error}
        onRefresh={() => void past.refetch()}
        isRefreshing={past.isFetching}
        onOpen={({ id }) => change({ record: id })}
        empty={
          <EmptyState title={text.empty} actions={callButton}>
            {keeps ? text.emptyKeeper : text.emptyReader}
          </EmptyState>
        }
      />
      {record !== '' && <RollDrawer gatheringId={record} onClose={() => change({ record: '' })} />}
      {opened === 'call' && (
        <RecordFormDrawer
          register={register}
          record={null}
          onSave={(form, { idempotencyKey }) =>
            call(gatheringEndpoints.addGathering, { body: form, idempotencyKey })
          }
          onClose={() => open(null)}
        />
      )}
    </>
  )
}

function useColumns(open: (id: string) => void): ListColumn<GatheringView>[] {
  const text = useText(gatheringText)
  const figure = (key: 'called' | 'came' | 'late' | 'excused', of: (row: GatheringView) => number) => ({
    key,
    title: text.columns[key],
    align: 'right' as const,
    render: (_: unknown, row: GatheringView) => <span className="figure">{of(row)}</span>,
  })
  return [
    {
      key: 'day',
      title: text.columns.day,
      pinned: true,
      render: (_, { day, startsAt }) => (
        <span className="figure">
          {day} {startsAt}
        </span>
      ),
    },
    { key: 'kind', title: text.columns.kind, render: (_, { kind }) => text.kinds[kind] },
    {
      key: 'title',
      title: text.columns.title,
      pinned: true,
      render: (_, { id, title }) => (
        <Button type="link" className={styles.title ?? ''} onClick={() => open(id)}>
          {title}
        </Button>
      ),
    },
    { key: 'place', title: text.columns.place, render: (_, { place }) => place ?? '' },
    figure('called', ({ calledCount }) => calledCount),
    figure('came', ({ cameCount }) => cameCount),
    figure('late', ({ lateCount }) => lateCount),
    figure('excused', ({ excusedCount }) => excusedCount),
    {
      key: 'missing',
      title: text.columns.missing,
      align: 'right',
      render: (_, { state, missingCount }) =>
        state === 'ended' ? (
          <span className={`figure ${missingCount > 0 ? 'figure-deduction' : ''}`}>{missingCount}</span>
        ) : (
          ''
        ),
    },
    { key: 'mine', title: text.columns.mine, render: (_, row) => <MyStatus row={row} /> },
    { key: 'state', title: text.columns.state, render: (_, { state }) => <StateTag state={state} /> },
  ]
}

function MyStatus({ row }: { readonly row: GatheringView }) {
  const text = useText(gatheringText)
  const { today } = useSession()
  if (row.mine === null) return null
  if (row.state === 'called' && row.mine === 'missing')
    return row.day >= today ? <Link to={`/sign-in-at/${row.id}`}>{text.signIn}</Link> : null
  return <span className={row.mine === 'missing' ? 'figure-deduction' : ''}>{text.status[row.mine]}</span>
}

const gatheringCard = (row: GatheringView) => <GatheringCard row={row} />

function GatheringCard({ row }: { readonly row: GatheringView }) {
  const text = useText(gatheringText)
  return (
    <span className={styles.card}>
      <span className={styles.cardHead}>
        <b>{row.title}</b>
        <StateTag state={row.state} />
      </span>
      <span className="quiet">
        {row.day} {row.startsAt} · {text.kinds[row.kind]}
        {row.place !== null && ` · ${row.place}`}
      </span>
      <span>
        {text.tally(row.cameCount, row.calledCount)}
        {row.state === 'ended' && row.missingCount > 0 && (
          <span className="figure-deduction">
            {' '}
            {text.columns.missing} {row.missingCount}
          </span>
        )}
      </span>
    </span>
  )
}
