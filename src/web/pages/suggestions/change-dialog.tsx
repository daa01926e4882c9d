import { Form, Input, Modal, Select } from 'antd'
import { useState } from 'react'
import { formatQuantity } from '../../../domain/primitives/quantity.ts'
import { endpoints } from '../../../http/contract/endpoints.ts'
import type { ProposedEntryView } from '../../../http/contract/registers/proposed-entries.ts'
import { messageOf } from '../../parts/api.ts'
import { useIdempotencyKey } from '../../parts/idempotency-key.ts'
import { useAnswer, useCommand } from '../../parts/queries.ts'
import { StepEffects } from '../../parts/step-effects.tsx'
import { useText } from '../../text/dictionary.ts'
import { suggestionsText } from '../../text/suggestions.ts'
import { One, useAdopted } from './adopt-dialog.tsx'
import styles from './suggestions.module.css'
import { useEffects } from './use-effects.ts'

type Draft = {
  readonly ruleId: string
  readonly quantity: string
  readonly occurredOn: string
  readonly level: string
  readonly note: string
  readonly reason: string
}

type Props = { readonly proposal: ProposedEntryView; readonly onClose: () => void; readonly onDone: () => void }

/** 改后采纳: another rule, quantity, level or day, with the reason; the figures follow what is typed. */
export function ChangeDialog({ proposal, onClose, onDone }: Props) {
  const text = useText(suggestionsText)
  const [draft, setDraft] = useState<Draft>({
    ruleId: proposal.rule?.ruleId ?? '',
    quantity: formatQuantity(proposal.quantity),
    occurredOn: proposal.occurredOn,
    level: proposal.level ?? '',
    note: proposal.words,
    reason: '',
  })
  const [isTried, setTried] = useState(false)
  const [key, renewKey] = useIdempotencyKey()
  const say = useAdopted()
  const adopt = useCommand(endpoints.adoptProposedEntries, {
    quiet: true,
    onDone: (answer) => {
      say(answer)
      onDone()
    },
  })
  const change = (changes: Partial<Draft>) => {
    setDraft({ ...draft, ...changes })
    // Other words are another request.
    renewKey()
  }
  const isMissing = draft.reason.trim() === ''
  const { reason, ...rest } = draft
  const put = { ...rest, level: filled(rest.level), note: filled(rest.note) }
  const submit = () => {
    setTried(true)
    if (isMissing || draft.ruleId === '' || adopt.isPending) return
    adopt.mutate({ body: { proposalIds: [proposal.id], change: { ...put, reason } }, idempotencyKey: key })
  }
  return (
    <Modal
      open
      title={text.changeTitle}
      onCancel={onClose}
      onOk={submit}
      okText={text.adoptChanged}
      cancelText={text.cancel}
      confirmLoading={adopt.isPending}
    >
      <One proposal={proposal} />
      <p className="quiet">{text.changeExplain}</p>
      <Form layout="vertical">
        <RuleField proposal={proposal} draft={draft} onChange={change} />
        <div className={styles.figures}>
          <Form.Item label={text.changeQuantity} htmlFor="change-quantity">
            <Input
              id="change-quantity"
              inputMode="decimal"
              value={draft.quantity}
              suffix={proposal.unit}
              onChange={(event) => change({ quantity: event.target.value })}
            />
          </Form.Item>
          <Form.Item label={text.changeDay} htmlFor="change-day">
            <Input
              id="change-day"
              type="date"
              value={draft.occurredOn}
              onChange={(event) => change({ occurredOn: event.target.value })}
            />
          </Form.Item>
          <Form.Item label={text.changeLevel} htmlFor="change-level">
            <Input
              id="change-level"
              value={draft.level}
              maxLength={20}
              placeholder={text.changeLevelPlaceholder}
              onChange={(event) => change({ level: event.target.value })}
            />
          </Form.Item>
        </div>
        <Form.Item label={text.changeNote} htmlFor="change-note">
          <Input.TextArea
            id="change-note"
            rows={2}
            maxLength={500}
            value={draft.note}
            onChange={(event) => change({ note: event.target.value })}
          />
        </Form.Item>
        <Form.Item
          label={text.reason}
          htmlFor="change-reason"
          required
          validateStatus={isTried && isMissing ? 'error' : ''}
          help={isTried && isMissing ? text.reasonMissing : undefined}
        >
          <Input.TextArea
            id="change-reason"
            rows={2}
            maxLength={500}
            placeholder={text.changeReasonPlaceholder}
            value={draft.reason}
            onChange={(event) => change({ reason: event.target.value })}
          />
        </Form.Item>
      </Form>
      {draft.ruleId !== '' && draft.occurredOn !== '' && <Effects proposalId={proposal.id} put={put} />}
      {adopt.error !== null && (
        <p role="alert" className={styles.problem}>
          {messageOf(adopt.error)}
        </p>
      )}
    </Modal>
  )
}

type FieldProps = {
  readonly proposal: ProposedEntryView
  readonly draft: Draft
  readonly onChange: (changes: Partial<Draft>) => void
}

function RuleField({ proposal, draft, onChange }: FieldProps) {
  const text = useText(suggestionsText)
  const { staffNumber } = proposal
  const rules = useAnswer(
    endpoints.listRuleChoices,
    { params: { staffNumber }, query: { on: draft.occurredOn } },
    { enabled: draft.occurredOn !== '' },
  )
  return (
    <Form.Item label={text.changeRule} htmlFor="change-rule" required>
      <Select
        id="change-rule"
        showSearch={{ optionFilterProp: 'label' }}
        value={draft.ruleId === '' ? undefined : draft.ruleId}
        loading={rules.isFetching}
        onChange={(ruleId: string) => onChange({ ruleId })}
        options={(rules.data?.rules ?? []).map(({ ruleId, itemTitle, sentence }) => ({
          value: ruleId,
          label: `${itemTitle}：${sentence}`,
        }))}
        style={{ width: '100%' }}
      />
      {rules.error !== null && <span className={styles.problem}>{messageOf(rules.error)}</span>}
    </Form.Item>
  )
}

function Effects({
  proposalId,
  put,
}: {
  readonly proposalId: string
  readonly put: Omit<Draft, 'reason' | 'level' | 'note'> & {
    readonly level: string | null
    readonly note: string | null
  }
}) {
  const text = useText(suggestionsText)
  // The note moves nothing: typing it asks nothing.
  const preview = useEffects([proposalId], { ...put, note: null })
  const [only] = preview.data?.each ?? []
  return (
    <>
      <StepEffects title={text.adoptEffects} effects={preview.data?.together} error={preview.error} />
      {only !== undefined && only.problem !== null && (
        <p role="alert" className={styles.problem}>
          {only.problem}
        </p>
      )}
      {only !== undefined && only.warnings.length > 0 && (
        <ul className={styles.warnings}>
          {only.warnings.map((warning) => (
            <li key={warning}>{warning}</li>
          ))}
        </ul>
      )}
    </>
  )
}

function filled(text: string): string | null {
  return text.trim() === '' ? null : text.trim()
}
