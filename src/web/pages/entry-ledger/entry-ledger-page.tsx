import { Button } from 'antd'
import { Link } from 'react-router'
import { endpoints } from '../../../http/contract/endpoints.ts'
import type { Entry } from '../../../http/contract/entries.ts'
import { ListPage, type ListColumn } from '../../parts/list-page.tsx'
import { PageHeader } from '../../parts/page-header.tsx'
import { useAnswer } from '../../parts/queries.ts'
import { QueryForm, type QueryField } from '../../parts/query-form.tsx'
import { useMay } from '../../parts/session.tsx'
import { EmptyState } from '../../parts/states.tsx'
import { useUrlState } from '../../parts/url-state.ts'
import { useText } from '../../text/dictionary.ts'
import { entryLedgerText } from '../../text/entry-ledger.ts'
import { entryStateWords } from '../../text/entry-words.ts'
import { ConfirmEntry } from './confirm-entry.tsx'
import { entryCard, entryColumns } from './entry-columns.tsx'
import { EntryDrawer } from './entry-drawer.tsx'
import styles from './entry-list.module.css'
import { isFiltered, ledgerDefaults, ledgerQuery, personChoices, type LedgerState } from './ledger-query.ts'
import { ReverseEntry } from './reverse-entry.tsx'

/** 台账: every entry ever recorded, found by state, office, person, day and words. */
export function EntryLedgerPage() {
  const may = useMay()
  const text = useText(entryLedgerText)
  const [state, change] = useUrlState<LedgerState>(ledgerDefaults)
  const query = ledgerQuery(state)
  const answer = useAnswer(endpoints.listEntries, { query })
  const roster = useAnswer(endpoints.listPeople, {})
  const opened = answer.data?.entries.find((entry) => entry.id === state.entry) ?? null
  const open = (entry: Entry) => {
    change({ entry: entry.id })
  }
  const columns: readonly ListColumn<Entry>[] = [
    ...entryColumns(text, open),
    {
      key: 'actions',
      title: text.actions,
      pinned: true,
      fixed: 'end',
      render: (_, entry) => (
        <span className={styles.rowActions}>
          <ConfirmEntry entry={entry} size="small" />
          <ReverseEntry entry={entry} size="small" />
        </span>
      ),
    },
  ]
  return (
    <>
      <PageHeader title={text.title} subtitle={text.intro} />
      <ListPage
        name="entries"
        query={
          <QueryForm
            fields={queryFields(text, roster.data?.offices ?? [], personChoices(roster.data?.people ?? []))}
            values={state}
            onSearch={(values) => {
              change({ ...values, page: '1', entry: '' })
            }}
          />
        }
        toolbar={
          may('entry.record') && (
            <>
              <Link to="/entries/new">
                <Button type="primary">{text.record}</Button>
              </Link>
              <Link to="/entries/new?import=1">
                <Button>{text.importSheet}</Button>
              </Link>
            </>
          )
        }
        columns={columns}
        rows={answer.data?.entries}
        rowKey={(entry) => entry.id}
        card={entryCard}
        error={answer.error}
        onRefresh={() => void answer.refetch()}
        isRefreshing={answer.isFetching}
        onOpen={open}
        empty={
          isFiltered(state) ? (
            <EmptyState title={text.emptyFiltered}>{text.emptyFilteredHint}</EmptyState>
          ) : (
            <NothingYet />
          )
        }
        paging={{
          page: query.page,
          pageSize: query.pageSize,
          total: answer.data?.total ?? 0,
          onChange: (page, size) => {
            change({ page: String(page), size: String(size), entry: '' })
          },
        }}
      />
      <EntryDrawer
        entry={opened}
        onClose={() => {
          change({ entry: '' })
        }}
      />
    </>
  )
}

function NothingYet() {
  const text = useText(entryLedgerText)
  const may = useMay()
  return (
    <EmptyState
      title={text.empty}
      actions={
        may('entry.record') && (
          <Link to="/entries/new">
            <Button type="primary">{text.record}</Button>
          </Link>
        )
      }
    >
      {text.emptyHint}
    </EmptyState>
  )
}

function queryFields(
  text: ReturnType<typeof useText<(typeof entryLedgerText)['zh']>>,
  offices: readonly string[],
  people: readonly { readonly value: string; readonly label: string }[],
): readonly QueryField[] {
  const states = (['recorded', 'confirmed', 'reversed'] as const).map((state) => ({
    value: state,
    label: entryStateWords[state],
  }))
  return [
    { name: 'words', label: text.words, placeholder: text.wordsPlaceholder, kind: 'words' },
    { name: 'state', label: text.state, placeholder: text.anyState, kind: 'choice', choices: states },
    {
      name: 'office',
      label: text.office,
      placeholder: text.anyState,
      kind: 'choice',
      choices: offices.map((office) => ({ value: office, label: office })),
    },
    { name: 'person', label: text.person, placeholder: text.anyState, kind: 'choice', choices: people },
    { name: 'from', label: text.from, kind: 'day' },
    { name: 'to', label: text.to, kind: 'day' },
  ]
}
