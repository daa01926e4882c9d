import { App, Button } from 'antd'
import { useMemo, useRef, useState, type ReactNode } from 'react'
import { anyRegister, type RegisterDefinition } from '../../../domain/registers/register-definition.ts'
import { registerTitles } from '../../../domain/registers/register.ts'
import { endpoints } from '../../../http/contract/endpoints.ts'
import { registerActions } from '../../../http/contract/registers/register-actions.ts'
import type { RecordForm, RecordView } from '../../../http/contract/registers/record-endpoints.ts'
import { sheetRegisterOf, type SheetRegisterId } from '../../../http/contract/registers/register-sheets.ts'
import { useText } from '../../text/dictionary.ts'
import { registerText } from '../../text/register.ts'
import { call, download, messageOf } from '../api.ts'
import { ListPage } from '../list-page.tsx'
import { PageHeader } from '../page-header.tsx'
import { useAnswer } from '../queries.ts'
import { useMay } from '../session.tsx'
import { EmptyState } from '../states.tsx'
import { useUrlState } from '../url-state.ts'
import { ImportButton } from './import-button.tsx'
import { recordImportSource } from './import-source.ts'
import { recordCard, recordColumns } from './record-columns.tsx'
import { RecordFormDrawer } from './record-form.tsx'
import { OpenedRecord } from './opened-record.tsx'
import {
  isNarrowed,
  openedRecordOf,
  recordDefaults,
  recordFilterOf,
  recordQueryOf,
  type RecordState,
} from './record-query.ts'
import { RecordQueryForm } from './record-query-form.tsx'
import type { RegisterOperations } from './register-operations.ts'

export type RegisterPageProps<Body> = {
  readonly definition: RegisterDefinition<Body>
  readonly operations: RegisterOperations<Body>
  readonly text: {
    readonly title: string
    readonly intro: string
    readonly empty: string
    readonly emptyHint: string
  }
  /** A register's own figures, above the list. */
  readonly renderTally?: () => ReactNode
  /** A register's own buttons, before the common ones. */
  readonly toolbar?: ReactNode
  /** Steps of the register's own, at the foot of an opened line. */
  readonly renderSteps?: (record: RecordView<Body>) => ReactNode
  /** What an opened line shows besides its fields. */
  readonly renderDetail?: (record: RecordView<Body>) => ReactNode
  readonly renderEvidence?: (record: RecordView<Body>) => ReactNode
  /** false: sheets of this register are taken in by a way of its own, or not at all. */
  readonly hasImport?: boolean
  /** A line that was just added is opened, so that its document can be attached at once. */
  readonly opensAdded?: boolean
}

/** The page of one daily register, made from its definition: list, line, form, sheets. */
export function RegisterPage<Body>(props: RegisterPageProps<Body>) {
  const { definition, operations, text: words, renderTally, toolbar, hasImport = true, opensAdded = false } = props
  const text = useText(registerText)
  const may = useMay()
  const register = useMemo(() => anyRegister(definition), [definition])
  const [state, change] = useUrlState<RecordState>(recordDefaults)
  const [form, openForm] = useState<RecordView<Body> | 'new' | null>(null)
  const query = recordQueryOf(state)
  const answer = useAnswer(operations.list, { query })
  const mayKeep = may(registerActions[register.id].keep)
  const { add, change: changing } = operations
  const open = ({ id }: RecordView<Body>) => change({ record: id })
  const added = useRef('')
  const save = async (
    saved: RecordForm,
    { reason, idempotencyKey }: { reason: string; idempotencyKey: string },
  ) => {
    if (form === 'new' && add !== undefined) {
      const { record } = await call(add, { body: saved, idempotencyKey })
      added.current = record.id
      return record
    }
    if (form === null || form === 'new' || changing === undefined) return null
    const body = { revision: form.revision, reason, record: saved }
    return call(changing, { params: { recordId: form.id }, body })
  }
  const newButton = mayKeep && add !== undefined && (
    <Button type="primary" onClick={() => openForm('new')}>
      {text.add}
    </Button>
  )
  const sheets = sheetRegisterOf(register.id)
  const openedId = openedRecordOf(state)
  return (
    <>
      <PageHeader title={words.title} subtitle={words.intro} />
      {renderTally?.()}
      <ListPage<RecordView<Body>>
        name={`register.${register.id}`}
        query={
          <RecordQueryForm
            register={register}
            state={state}
            onSearch={(values) => change({ ...values, page: '1', record: '' })}
          />
        }
        toolbar={
          <>
            {newButton}
            {toolbar}
            {mayKeep && hasImport && sheets !== null && <ImportButton source={recordImportSource(sheets)} />}
            {sheets !== null && <ExportButton register={sheets} state={state} />}
          </>
        }
        columns={recordColumns<RecordView<Body>>(register, text, open)}
        rows={answer.data?.records}
        rowKey={({ id }) => id}
        card={recordCard}
        error={answer.error}
        onRefresh={() => void answer.refetch()}
        isRefreshing={answer.isFetching}
        onOpen={open}
        empty={
          isNarrowed(state) ? (
            <EmptyState title={text.emptyFiltered}>{text.emptyFilteredHint}</EmptyState>
          ) : (
            <EmptyState title={words.empty} actions={newButton}>
              {words.emptyHint}
            </EmptyState>
          )
        }
        paging={{
          page: query.page,
          pageSize: query.pageSize,
          total: answer.data?.total ?? 0,
          onChange: (page, size) => change({ page: String(page), size: String(size), record: '' }),
        }}
      />
      {openedId !== null && (
        <OpenedRecord
          {...props}
          register={register}
          recordId={openedId}
          shown={answer.data?.records ?? []}
          mayKeep={mayKeep}
          onChange={openForm}
          onClose={() => change({ record: '' })}
        />
      )}
      {form !== null && (
        <RecordFormDrawer
          key={form === 'new' ? 'new' : form.id}
          register={register}
          record={form === 'new' ? null : form}
          onSave={save}
          onClose={() => {
            openForm(null)
            if (opensAdded && added.current !== '') change({ record: added.current })
            added.current = ''
          }}
        />
      )}
    </>
  )
}

function ExportButton({ register, state }: { readonly register: SheetRegisterId; readonly state: RecordState }) {
  const text = useText(registerText)
  const { message } = App.useApp()
  const take = () => {
    const query = { ...recordFilterOf(state), format: 'xlsx' as const }
    download(endpoints.exportRecords, `${registerTitles[register]}.xlsx`, { params: { register }, query }).catch(
      (error: unknown) => void message.error(messageOf(error)),
    )
  }
  return <Button onClick={take}>{text.exportSheet}</Button>
}
