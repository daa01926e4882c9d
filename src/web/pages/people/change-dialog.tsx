import { useQuery } from '@tanstack/react-query'
import { App, Form, Input, Modal } from 'antd'
import { useState } from 'react'
import { absenceWords } from '../../../domain/roster/absence.ts'
import type { HistoryEvent } from '../../../domain/roster/person-history.ts'
import { endpoints } from '../../../http/contract/endpoints.ts'
import type { Person } from '../../../http/contract/people.ts'
import { call, messageOf } from '../../parts/api.ts'
import { useIdempotencyKey } from '../../parts/idempotency-key.ts'
import { useCommand } from '../../parts/queries.ts'
import { useSession } from '../../parts/session.tsx'
import { useText } from '../../text/dictionary.ts'
import { peopleChangeText } from '../../text/people-change.ts'
import styles from './change-dialog.module.css'
import { changeOf, emptyDraft, needsReason, type ChangeDraft, type ChangeKind } from './change-draft.ts'
import { ChangeFields } from './change-fields.tsx'
import { ChangePreviewPanel } from './change-preview.tsx'

/** What is to be done, and to whom; nobody: somebody new joins. */
export type AskedChange = {
  readonly kind: ChangeKind
  readonly people: readonly Person[]
  readonly event?: HistoryEvent
}

type Props = {
  readonly asked: AskedChange
  readonly offices: readonly string[]
  readonly onClose: () => void
  readonly onDone: () => void
}

/** One change of one person or of several: filled in, seen before and after, done once. */
export function ChangeDialog({ asked, offices, onClose, onDone }: Props) {
  const text = useText(peopleChangeText)
  const { message } = App.useApp()
  const { today } = useSession()
  const [draft, setDraft] = useState<ChangeDraft>(() => firstDraft(asked, today))
  const [reason, setReason] = useState('')
  const [isTried, setTried] = useState(false)
  const [key, renewKey] = useIdempotencyKey()
  const change = changeOf(draft)
  const staffNumbers = asked.people.length > 0 ? asked.people.map((one) => one.staffNumber) : [draft.staffNumber]
  const isFilledIn = change !== null && staffNumbers.every((number) => number !== '')
  // Where somebody goes moves no figure: no need to reckon anew at each letter.
  const asking = change !== null && 'note' in change ? { ...change, note: '' } : change
  const preview = useQuery({
    queryKey: ['people-change-preview', staffNumbers, asking],
    queryFn: ({ signal }) =>
      asking === null
        ? Promise.reject(new Error('asked only when filled in'))
        : call(endpoints.previewPeopleChange, { body: { staffNumbers, change: asking }, signal }),
    enabled: isFilledIn,
    retry: false,
    staleTime: 0,
    gcTime: 0,
  })
  const save = useCommand(endpoints.changePeople, {
    quiet: true,
    onDone: ({ changed }) => {
      void message.success(changed === 0 ? text.doneNothing : text.done(changed))
      onDone()
    },
  })
  const isReasonMissing = needsReason(draft.kind) && reason.trim() === ''
  const isRefused = preview.data !== undefined && preview.data.problems.length > 0
  const submit = () => {
    setTried(true)
    if (change === null || !isFilledIn || isReasonMissing || isRefused || save.isPending) return
    save.mutate({ body: { staffNumbers, change, reason }, idempotencyKey: key })
  }
  const edit = (changes: Partial<ChangeDraft>) => {
    setDraft({ ...draft, ...changes })
    renewKey()
  }
  return (
    <Modal
      open
      width="min(720px, 100vw)"
      title={titleOf(asked, text)}
      onCancel={onClose}
      onOk={submit}
      okText={asked.people.length > 1 ? text.saveMany(asked.people.length) : text.save}
      okButtonProps={{ disabled: !isFilledIn || isRefused, danger: draft.kind === 'cancel' }}
      cancelText={text.cancelButton}
      confirmLoading={save.isPending}
    >
      {asked.people.length > 0 && <p className={styles.who}>{whoWords(asked.people, text)}</p>}
      <p className={styles.explain}>
        {text.explain[draft.kind]}
        {draft.kind === 'long-leave' && <span className={styles.mark}>{text.suggested}</span>}
      </p>
      <Form layout="vertical">
        <ChangeFields draft={draft} offices={offices} isKnown={asked.people.length > 0} onChange={edit} />
        <ChangePreviewPanel preview={preview.data} error={preview.error} isFilledIn={isFilledIn} />
        <Form.Item
          label={text.reason}
          htmlFor="change-reason"
          required={needsReason(draft.kind)}
          validateStatus={isTried && isReasonMissing ? 'error' : ''}
          help={isTried && isReasonMissing ? text.reasonRequired : undefined}
        >
          <Input
            id="change-reason"
            maxLength={200}
            placeholder={text.reasonPlaceholder}
            value={reason}
            onChange={(event) => {
              setReason(event.target.value)
              renewKey()
            }}
          />
        </Form.Item>
      </Form>
      {save.error !== null && (
        <p role="alert" className={styles.problem}>
          {messageOf(save.error)}
        </p>
      )}
    </Modal>
  )
}

type Words = (typeof peopleChangeText)['zh']

/** Who joins again does so under the same number and name. */
function firstDraft({ kind, people, event }: AskedChange, today: string): ChangeDraft {
  const draft = emptyDraft(kind, today, event ?? null)
  const [known] = people
  if (kind !== 'join') return draft
  return { ...draft, post: '工作人员', staffNumber: known?.staffNumber ?? '', name: known?.name ?? '' }
}

function titleOf({ kind, people, event }: AskedChange, text: Words): string {
  if (event === undefined) return text.dialog[kind]
  const away = people[0]?.absences.find(({ from, to }) => from === event.on || to === event.on)
  const isAbsence = event.what === 'absence-start' || event.what === 'absence-end'
  const word = `${isAbsence && away !== undefined ? absenceWords[away.kind] : ''}${text.events[event.what]}`
  return kind === 'correct' ? text.correctEvent(word, event.on) : text.cancelEvent(word, event.on)
}

function whoWords(people: readonly Person[], text: Words): string {
  const names = people
    .slice(0, 5)
    .map(({ name }) => name)
    .join('、')
  return text.people(names, people.length)
}
