import { App, Form, Input, Modal, type GetRef } from 'antd'
import { useState } from 'react'
import { endpoints } from '../../../http/contract/endpoints.ts'
import type { Entry } from '../../../http/contract/entries.ts'
import { messageOf } from '../../parts/api.ts'
import { useIdempotencyKey } from '../../parts/idempotency-key.ts'
import { useAnswer, useCommand } from '../../parts/queries.ts'
import { StepEffects } from '../../parts/step-effects.tsx'
import { useText } from '../../text/dictionary.ts'
import { entryLedgerText } from '../../text/entry-ledger.ts'
import { entryFigure } from '../../text/entry-words.ts'
import { StepButton } from './step-button.tsx'

type Props = { readonly entry: Entry; readonly size?: 'small' | 'middle' }

/** 更正（冲销）: asks once, in words that name the entry, shows what it moves, and needs a reason. */
export function ReverseEntry({ entry, size = 'middle' }: Props) {
  const text = useText(entryLedgerText)
  const bar = entry.barred.reversal
  // An inspector's way back is from what he recorded himself: on others' entries there is nothing to show.
  if (bar === 'state' || bar === 'role' || bar === 'notRecorder') return null
  return (
    <StepButton
      label={text.reverse}
      size={size}
      why={bar === null ? null : text.reversalBars[bar]}
      renderDialog={(close) => <ReverseDialog entry={entry} onClose={close} />}
    />
  )
}

function focusOnArrival(box: GetRef<typeof Input.TextArea> | null) {
  box?.focus()
}

function ReverseDialog({ entry, onClose }: { readonly entry: Entry; readonly onClose: () => void }) {
  const text = useText(entryLedgerText)
  const { message } = App.useApp()
  const [reason, setReason] = useState('')
  const [isTried, setTried] = useState(false)
  const [key, renewKey] = useIdempotencyKey()
  const preview = useAnswer(endpoints.previewReversal, { params: { entryId: entry.id } })
  const reverse = useCommand(endpoints.reverseEntry, {
    quiet: true,
    onDone: () => {
      void message.success(text.reversed)
      onClose()
    },
  })
  const isMissing = reason.trim() === ''
  const submit = () => {
    setTried(true)
    if (isMissing || reverse.isPending) return
    reverse.mutate({ params: { entryId: entry.id }, body: { reason }, idempotencyKey: key })
  }
  return (
    <Modal
      open
      title={text.reverseTitle}
      onCancel={onClose}
      onOk={submit}
      okText={text.reverseDo}
      cancelText={text.cancel}
      confirmLoading={reverse.isPending}
      okButtonProps={{ danger: true }}
    >
      <p>
        <b>{entry.name}</b>（{entry.office}） <span className="figure">{entry.occurredOn}</span>
        <br />
        {entry.ruleSentence} <b className="figure">{entryFigure(entry)}</b>
      </p>
      <StepEffects title={text.reverseEffects} effects={preview.data?.effects} error={preview.error} />
      <p className="quiet" style={{ marginBottom: 16 }}>
        {text.reverseExplain}
      </p>
      <Form layout="vertical">
        <Form.Item
          label={text.reverseReason}
          htmlFor="reverse-reason"
          required
          validateStatus={isTried && isMissing ? 'error' : ''}
          help={isTried && isMissing ? text.reverseReasonMissing : undefined}
        >
          <Input.TextArea
            id="reverse-reason"
            ref={focusOnArrival}
            rows={2}
            maxLength={500}
            placeholder={text.reverseReasonPlaceholder}
            value={reason}
            onChange={(event) => {
              setReason(event.target.value)
              // Another reason is another request: the same key with another body would be refused.
              renewKey()
            }}
          />
        </Form.Item>
      </Form>
      {reverse.error !== null && (
        <p role="alert" style={{ color: 'var(--bad)' }}>
          {messageOf(reverse.error)}
        </p>
      )}
    </Modal>
  )
}
