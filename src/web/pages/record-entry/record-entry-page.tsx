import { useQueryClient } from '@tanstack/react-query'
import { Button } from 'antd'
import { Link, useSearchParams } from 'react-router'
import { endpoints } from '../../../http/contract/endpoints.ts'
import { ImportFlow } from '../../parts/import-flow.tsx'
import { PageHeader } from '../../parts/page-header.tsx'
import { useAnswer } from '../../parts/queries.ts'
import { EmptyState, ErrorState, LoadingState } from '../../parts/states.tsx'
import { useText } from '../../text/dictionary.ts'
import { entryLedgerText } from '../../text/entry-ledger.ts'
import { recordEntryText } from '../../text/record-entry.ts'
import { EntryForm } from './entry-form.tsx'
import { entryImport } from './import-entries.ts'
import styles from './record-entry.module.css'
import { RecentEntries } from './recent-entries.tsx'

/** 登记: one line to type, one sentence to confirm, the effect before saving, the last ten below. */
export function RecordEntryPage() {
  const text = useText(recordEntryText)
  const ledgerText = useText(entryLedgerText)
  const queryClient = useQueryClient()
  const [search, setSearch] = useSearchParams()
  const roster = useAnswer(endpoints.listPeople, {})
  const isImporting = search.get('import') === '1'
  const showImport = (isShown: boolean) => {
    setSearch(isShown ? { import: '1' } : {}, { replace: true })
  }
  return (
    <>
      <PageHeader
        title={text.title}
        subtitle={
          <>
            {text.intro}
            <span className={styles.keys}>{text.introKeys}</span>
          </>
        }
        actions={
          <Button
            onClick={() => {
              showImport(true)
            }}
          >
            {text.importSheet}
          </Button>
        }
      />
      {roster.error !== null && <ErrorState error={roster.error} onRetry={() => void roster.refetch()} />}
      {roster.data === undefined && roster.error === null && <LoadingState rows={8} />}
      {roster.data?.people.length === 0 && (
        <EmptyState
          title={text.noPeople}
          actions={
            <Link to="/people">
              <Button type="primary">{text.toPeople}</Button>
            </Link>
          }
        >
          {text.noPeopleHint}
        </EmptyState>
      )}
      {roster.data !== undefined && roster.data.people.length > 0 && (
        <>
          <EntryForm
            people={roster.data.people}
            offices={roster.data.spelledOffices}
            startWith={search.get('person')}
          />
          <RecentEntries />
        </>
      )}
      <ImportFlow
        source={entryImport(ledgerText.importTitle, ledgerText.importNote)}
        open={isImporting}
        onClose={() => {
          showImport(false)
        }}
        onDone={() => void queryClient.invalidateQueries()}
      />
    </>
  )
}
