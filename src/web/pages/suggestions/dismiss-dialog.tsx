import { App, Form, Input, Modal } from 'antd'
import { useState } from 'react'
import { endpoints } from '../../../http/contract/endpoints.ts'
import type { ProposedEntryView } from '../../../http/contract/registers/proposed-entries.ts'
import { messageOf } from '../../parts/api.ts'
import { useIdempotencyKey } from '../../parts/idempotency-key.ts'
import { useCommand } from '../../parts/queries.ts'
import { useText } from '../../text/dictionary.ts'
import { suggestionsText } from '../../text/suggestions.ts'
import { One, useLeft } from './adopt-dialog.tsx'
import styles from './suggestions.module.css'

type Props = {
  readonly proposals: readonly ProposedEntryView[]
  readonly onClose: () => void
  readonly onDone: () => void
}

/** 不采纳 of one or many, with the one reason. */
export function DismissDialog({ proposals, onClose, onDone }: Props) {
  const text = useText(suggestionsText)
  const { message } = App.useApp()
  const tellLeft = useLeft()
  const [reason, setReason] = useState('')
  const [isTried, setTried] = useState(false)
  const [key, renewKey] = useIdempotencyKey()
  const dismiss = useCommand(endpoints.dismissProposedEntries, {
    quiet: true,
    onDone: ({ dismissed, left }) => {
      if (dismissed > 0) void message.success(text.dismissed(dismissed))
      tellLeft(left)
      onDone()
    },
  })
  const [only] = proposals
  const isOne = proposals.length === 1 && only !== undefined
  const isMissing = reason.trim() === ''
  const submit = () => {
    setTried(true)
    if (isMissing || dismiss.isPending) return
    const proposalIds = proposals.map(({ id }) => id)
    dismiss.mutate({ body: { proposalIds, reason, leavesOut: !isOne }, idempotencyKey: key })
  }
  return (
    <Modal
      open
      title={isOne ? text.dismissTitle : text.dismissManyTitle(proposals.length)}
      onCancel={onClose}
      onOk={submit}
      okText={isOne ? text.dismiss : text.dismissMany(proposals.length)}
      cancelText={text.cancel}
      confirmLoading={dismiss.isPending}
    >
      {isOne && <One proposal={only} />}
      <p className="quiet">{text.dismissExplain}</p>
      <Form layout="vertical">
        <Form.Item
          label={text.reason}
          htmlFor="dismiss-reason"
          required
          validateStatus={isTried && isMissing ? 'error' : ''}
          help={isTried && isMissing ? text.reasonMissing : undefined}
        >
          <Input.TextArea
            id="dismiss-reason"
            rows={2}
            maxLength={500}
            placeholder={text.dismissPlaceholder}
            value={reason}
            onChange={(event) => {
              setReason(event.target.value)
              renewKey()
            }}
          />
        </Form.Item>
      </Form>
      {dismiss.error !== null && (
        <p role="alert" className={styles.problem}>
          {messageOf(dismiss.error)}
        </p>
      )}
    </Modal>
  )
}
