import { Button } from 'antd'
import { useState, type Key } from 'react'
import { Link } from 'react-router'
import { endpoints } from '../../../http/contract/endpoints.ts'
import type { Entry } from '../../../http/contract/entries.ts'
import { ListPage, type ListColumn } from '../../parts/list-page.tsx'
import { PageHeader } from '../../parts/page-header.tsx'
import { useAnswer } from '../../parts/queries.ts'
import { EmptyState } from '../../parts/states.tsx'
import { useText } from '../../text/dictionary.ts'
import { confirmEntriesText } from '../../text/confirm-entries.ts'
import { entryLedgerText } from '../../text/entry-ledger.ts'
import { ConfirmDialog } from '../entry-ledger/confirm-dialog.tsx'
import { entryCard, entryColumns } from '../entry-ledger/entry-columns.tsx'
import { EntryDrawer } from '../entry-ledger/entry-drawer.tsx'
import styles from '../entry-ledger/entry-list.module.css'
import { ReverseEntry } from '../entry-ledger/reverse-entry.tsx'

/** As many as one answer may hold; the rest come up once these are settled. */
const shownAtOnce = 500

/** 待确认: what was recorded and does not count yet; many are looked over and confirmed at once. */
export function ConfirmEntriesPage() {
  const text = useText(confirmEntriesText)
  const ledgerText = useText(entryLedgerText)
  const [chosen, choose] = useState<readonly Key[]>([])
  const [openedId, open] = useState<string | null>(null)
  const [isAsking, setAsking] = useState(false)
  const answer = useAnswer(endpoints.listEntries, { query: { state: 'recorded', page: 1, pageSize: shownAtOnce } })
  const entries = answer.data?.entries
  const total = answer.data?.total ?? 0
  const mine = entries?.filter(({ barred }) => barred.confirmation === null) ?? []
  const selected = mine.filter((entry) => chosen.includes(entry.id))
  const whyNot = (key: string): string | null => {
    const bar = entries?.find(({ id }) => id === key)?.barred.confirmation
    return bar === 'recorder' || bar === 'aboutOneself' ? ledgerText.confirmationBars[bar] : null
  }
  const columns: readonly ListColumn<Entry>[] = [
    ...entryColumns(ledgerText, (entry) => {
      open(entry.id)
    }).filter((column) => column.key !== 'state'),
    {
      key: 'actions',
      title: ledgerText.actions,
      pinned: true,
      fixed: 'end',
      render: (_, entry) => (
        <span className={styles.rowActions}>
          <ReverseEntry entry={entry} size="small" />
        </span>
      ),
    },
  ]
  const actions = (
    <Button
      type="primary"
      disabled={selected.length === 0}
      onClick={() => {
        setAsking(true)
      }}
    >
      {text.confirm(selected.length)}
    </Button>
  )
  return (
    <>
      <PageHeader
        title={text.title}
        subtitle={
          <>
            {text.intro} {total > 0 && <b>{text.countAll(total)}</b>}{' '}
            {entries !== undefined && mine.length < entries.length && text.others(entries.length - mine.length)}{' '}
            {total > shownAtOnce && text.limit(shownAtOnce)}
          </>
        }
      />
      <ListPage
        name="confirm"
        toolbar={
          mine.length > 0 && (
            <Button
              onClick={() => {
                choose(mine.map((entry) => entry.id))
              }}
            >
              {text.selectAll(mine.length)}
            </Button>
          )
        }
        columns={columns}
        rows={entries}
        rowKey={(entry) => entry.id}
        card={entryCard}
        error={answer.error}
        onRefresh={() => void answer.refetch()}
        isRefreshing={answer.isFetching}
        onOpen={(entry) => {
          open(entry.id)
        }}
        selection={{ keys: chosen, onChange: choose, whyNot, actions }}
        empty={
          <EmptyState
            title={text.empty}
            actions={
              <>
                <Link to="/entries/new">
                  <Button type="primary">{text.record}</Button>
                </Link>
                <Link to="/standings">
                  <Button>{text.toStandings}</Button>
                </Link>
              </>
            }
          >
            {text.emptyHint}
          </EmptyState>
        }
      />
      {isAsking && selected.length > 0 && (
        <ConfirmDialog
          entries={selected}
          onClose={() => {
            setAsking(false)
          }}
          onConfirmed={() => {
            setAsking(false)
            choose([])
          }}
        />
      )}
      <EntryDrawer
        entry={entries?.find((entry) => entry.id === openedId) ?? null}
        onClose={() => {
          open(null)
        }}
      />
    </>
  )
}
