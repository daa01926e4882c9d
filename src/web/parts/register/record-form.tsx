import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Alert, App, Button, Drawer, Form, Input } from 'antd'
import { useState } from 'react'
import { registerTitles } from '../../../domain/registers/register.ts'
import type { AnyRegister } from '../../../domain/registers/register-definition.ts'
import { endpoints } from '../../../http/contract/endpoints.ts'
import type { RecordForm, RecordView } from '../../../http/contract/registers/record-endpoints.ts'
import { useText } from '../../text/dictionary.ts'
import { registerText } from '../../text/register.ts'
import { ApiError, messageOf } from '../api.ts'
import { useIdempotencyKey } from '../idempotency-key.ts'
import { useAnswer } from '../queries.ts'
import { useMay, useSession } from '../session.tsx'
import { draftOf, emptyDraft, readDraft, shownFields, type DraftValue } from './record-draft.ts'
import { RecordField } from './record-field.tsx'
import styles from './register.module.css'

type Props = {
  readonly register: AnyRegister
  /** What is changed; null: a new line. */
  readonly record: RecordView | null
  readonly onSave: (
    form: RecordForm,
    saving: { readonly reason: string; readonly idempotencyKey: string },
  ) => Promise<unknown>
  readonly onClose: () => void
}

/** The form of a register's line: each fault beside its field, and saved once. */
export function RecordFormDrawer({ register, record, onSave, onClose }: Props) {
  const text = useText(registerText)
  const { message } = App.useApp()
  const { today } = useSession()
  const may = useMay()
  const roster = useAnswer(endpoints.listPeople, {}, { enabled: may('people.read') })
  const [draft, setDraft] = useState(() => startOf(register, record, today))
  const [reason, setReason] = useState('')
  const [tried, setTried] = useState<ReadonlyMap<string, string>>(new Map())
  const [isNextWanted, wantNext] = useState(false)
  const [key, renewKey] = useIdempotencyKey()
  const queryClient = useQueryClient()
  const saving = useMutation({
    mutationFn: (form: RecordForm) => onSave(form, { reason, idempotencyKey: key }),
    onSuccess: () => {
      void message.success(record === null ? text.saved : text.changed)
      renewKey()
      if (isNextWanted) setDraft(startOf(register, null, today))
      else onClose()
      // Not waited for: the next line is typed and saved meanwhile.
      void queryClient.invalidateQueries()
    },
  })
  const { error, isPending: isSaving } = saving
  const save = (isNext: boolean) => {
    const read = readDraft(register, draft, today)
    const faults = new Map(read.ok ? [] : read.faults)
    if (record !== null && reason.trim() === '') faults.set('reason', text.reasonMissing)
    setTried(faults)
    wantNext(isNext)
    const first = register.fields.find(({ key: name }) => faults.has(name))
    if (first !== undefined) document.getElementById(`record-${first.key}`)?.focus()
    if (read.ok && faults.size === 0 && !isSaving) saving.mutate(read.form)
  }
  const edit = (field: string, value: DraftValue) => {
    setDraft({ ...draft, [field]: value })
    setTried(new Map([...tried].filter(([name]) => name !== field)))
    saving.reset()
    renewKey()
  }
  const title = registerTitles[register.id]
  // body.level and record.body.level are the field level.
  const place = error instanceof ApiError ? (error.place?.split('.').at(-1) ?? null) : null
  const faultOf = (name: string) => tried.get(name) ?? (place === name ? messageOf(error) : undefined)
  const isPlaced = place !== null && register.fields.some((field) => field.key === place)
  const unplaced = tried.get('') ?? (error === null || isPlaced ? null : messageOf(error))
  return (
    <Drawer
      open
      onClose={onClose}
      title={record === null ? text.formTitle(title) : text.changeTitle(title)}
      size="min(640px, 100vw)"
      mask={{ closable: false }}
      footer={
        <div className={styles.foot}>
          <Button onClick={onClose}>{text.cancel}</Button>
          <span className={styles.footActions}>
            {record === null && (
              <Button disabled={isSaving} onClick={() => save(true)}>
                {text.saveNext}
              </Button>
            )}
            <Button type="primary" loading={isSaving} onClick={() => save(false)}>
              {text.save}
            </Button>
          </span>
        </div>
      }
    >
      {unplaced !== null && <Alert type="error" showIcon title={unplaced} role="alert" />}
      <Form layout="vertical" className={styles.form ?? ''} disabled={isSaving}>
        {shownFields(register, draft).map((field) => (
          <Form.Item
            key={field.key}
            label={field.title}
            required={field.required}
            htmlFor={`record-${field.key}`}
            extra={field.note}
            validateStatus={faultOf(field.key) === undefined ? '' : 'error'}
            help={faultOf(field.key)}
          >
            <RecordField
              field={field}
              value={draft[field.key] ?? ''}
              people={roster.data?.people ?? []}
              offices={roster.data?.spelledOffices ?? []}
              onChange={(value) => edit(field.key, value)}
            />
          </Form.Item>
        ))}
        {record !== null && (
          <Form.Item
            label={text.reason}
            required
            htmlFor="record-reason"
            validateStatus={tried.has('reason') ? 'error' : ''}
            help={tried.get('reason')}
          >
            <Input
              id="record-reason"
              maxLength={200}
              placeholder={text.reasonPlaceholder}
              value={reason}
              onChange={(event) => setReason(event.target.value)}
            />
          </Form.Item>
        )}
      </Form>
    </Drawer>
  )
}

function startOf(register: AnyRegister, record: RecordView | null, today: string) {
  return record === null ? emptyDraft(register, today) : draftOf(register, record)
}
