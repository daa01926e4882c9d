import { App, Button, Form, Input, Modal } from 'antd'
import { useState } from 'react'
import type { ProposalHead } from '../../../http/contract/adoption.ts'
import { RejectButton, WithdrawButton } from '../../parts/decision-buttons.tsx'
import { useMay, useSession } from '../../parts/session.tsx'
import { useText } from '../../text/dictionary.ts'
import { finalResultText } from '../../text/final-result.ts'

type Deciding = {
  readonly approve: (minutes: string) => Promise<unknown>
  readonly reject: (reason: string) => Promise<unknown>
  readonly withdraw: () => Promise<unknown>
}

/** Approve with the minutes or send back, for the leading group; withdraw, for the office. */
export function Decide({ proposal, deciding }: { readonly proposal: ProposalHead; readonly deciding: Deciding }) {
  const words = useText(finalResultText)
  const may = useMay()
  const { userName } = useSession()
  const isOwn = proposal.proposedBy === userName
  return (
    <>
      {may('result.propose') && <WithdrawButton onWithdraw={deciding.withdraw} />}
      {may('result.approve') && isOwn && <span className="quiet">{words.own}</span>}
      {may('result.approve') && !isOwn && (
        <>
          <RejectButton onReject={deciding.reject} />
          <AskButton
            label={words.approve}
            title={words.approveAsk}
            field={words.minutes}
            needed={words.minutesNeeded}
            onGive={deciding.approve}
          />
        </>
      )}
    </>
  )
}

/** A button that asks for one line of words before it does its work; without `needed` they may stay empty. */
export function AskButton({
  label,
  title,
  field,
  needed,
  done,
  onGive,
}: {
  readonly label: string
  readonly title: string
  readonly field: string
  readonly needed?: string
  readonly done?: string
  readonly onGive: (words: string) => Promise<unknown>
}) {
  const words = useText(finalResultText)
  const { message } = App.useApp()
  const [isAsking, ask] = useState(false)
  const [isSending, send] = useState(false)
  const [form] = Form.useForm<{ given: string }>()
  const submit = ({ given }: { given: string }) => {
    send(true)
    void onGive(given)
      .then(() => {
        ask(false)
        void message.success(done ?? words.approved)
      })
      .catch(() => undefined)
      .finally(() => send(false))
  }
  return (
    <>
      <Button type="primary" onClick={() => ask(true)}>
        {label}
      </Button>
      <Modal
        open={isAsking}
        title={title}
        okText={label}
        cancelText={words.cancel}
        confirmLoading={isSending}
        onOk={() => form.submit()}
        onCancel={() => ask(false)}
        destroyOnHidden
      >
        <Form form={form} layout="vertical" onFinish={submit} initialValues={{ given: '' }}>
          <Form.Item
            name="given"
            label={field}
            rules={needed === undefined ? [] : [{ required: true, whitespace: true, message: needed }]}
          >
            <Input.TextArea autoSize={{ minRows: 2 }} maxLength={500} />
          </Form.Item>
        </Form>
      </Modal>
    </>
  )
}
