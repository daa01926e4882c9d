import { App, Button } from 'antd'
import { useState } from 'react'
import { auditKindWords, auditOutcomeWords, operationGroupWords } from '../../../http/contract/audit-words.ts'
import type { AuditLine } from '../../../http/contract/audit.ts'
import { endpoints } from '../../../http/contract/endpoints.ts'
import { download, messageOf } from '../../parts/api.ts'
import { ListPage } from '../../parts/list-page.tsx'
import { PageHeader } from '../../parts/page-header.tsx'
import { useAnswer } from '../../parts/queries.ts'
import { QueryForm, type QueryField } from '../../parts/query-form.tsx'
import { EmptyState } from '../../parts/states.tsx'
import { useUrlState } from '../../parts/url-state.ts'
import { auditText } from '../../text/audit.ts'
import { useText } from '../../text/dictionary.ts'
import { auditCard, auditColumns } from './audit-columns.tsx'
import { AuditDrawer } from './audit-drawer.tsx'
import { auditDefaults, auditFilter, auditPage, choicesOf, type AuditState } from './audit-query.ts'

/** 审计: who did or saw what, found by days, person, kind, area, outcome and words. */
export function AuditPage() {
  const text = useText(auditText)
  const [state, change] = useUrlState<AuditState>(auditDefaults)
  const filter = auditFilter(state)
  const { page, pageSize } = auditPage(state)
  const answer = useAnswer(endpoints.listAudit, { query: { ...filter, page, pageSize } })
  const opened = answer.data?.rows.find(({ id }) => id === state.row) ?? null
  const open = ({ id }: AuditLine) => {
    change({ row: id })
  }
  return (
    <>
      <PageHeader title={text.title} subtitle={text.intro} />
      <ListPage
        name="audit"
        query={
          <QueryForm
            fields={queryFields(text)}
            values={state}
            onSearch={(values) => {
              change({ ...values, page: '1', row: '' })
            }}
          />
        }
        toolbar={<Exports filter={filter} />}
        columns={auditColumns(text, open)}
        rows={answer.data?.rows}
        rowKey={({ id }) => id}
        card={(row) => auditCard(row, text)}
        error={answer.error}
        onRefresh={() => void answer.refetch()}
        isRefreshing={answer.isFetching}
        onOpen={open}
        empty={<EmptyState title={text.empty}>{text.emptyHint}</EmptyState>}
        paging={{
          page,
          pageSize,
          total: answer.data?.total ?? 0,
          onChange: (next, size) => {
            change({ page: String(next), size: String(size), row: '' })
          },
        }}
      />
      <AuditDrawer
        row={opened}
        onClose={() => {
          change({ row: '' })
        }}
      />
    </>
  )
}

function Exports({ filter }: { readonly filter: ReturnType<typeof auditFilter> }) {
  const text = useText(auditText)
  const { message } = App.useApp()
  const [under, setUnder] = useState<'xlsx' | 'csv' | null>(null)
  const take = (format: 'xlsx' | 'csv') => {
    setUnder(format)
    download(endpoints.downloadAudit, `${text.exportName}.${format}`, { query: { ...filter, format } })
      .catch((cause: unknown) => void message.error(messageOf(cause)))
      .finally(() => setUnder(null))
  }
  return (
    <>
      <Button loading={under === 'xlsx'} onClick={() => take('xlsx')}>
        {text.exportXlsx}
      </Button>
      <Button loading={under === 'csv'} onClick={() => take('csv')}>
        {text.exportCsv}
      </Button>
    </>
  )
}

function queryFields(text: { readonly [Key in keyof (typeof auditText)['zh']]: string }): readonly QueryField[] {
  return [
    { name: 'words', label: text.words, kind: 'words', placeholder: text.wordsPlaceholder },
    { name: 'person', label: text.person, kind: 'words', placeholder: text.personPlaceholder },
    { name: 'group', label: text.group, kind: 'choice', choices: choicesOf(operationGroupWords) },
    { name: 'kind', label: text.kind, kind: 'choice', choices: choicesOf(auditKindWords) },
    { name: 'outcome', label: text.outcome, kind: 'choice', choices: choicesOf(auditOutcomeWords) },
    { name: 'from', label: text.from, kind: 'day' },
    { name: 'to', label: text.to, kind: 'day' },
  ]
}
