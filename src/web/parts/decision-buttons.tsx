import { App, Button, Form, Input, Modal } from 'antd'
import { useState } from 'react'
import { useText } from '../text/dictionary.ts'
import { adoptionText } from '../text/adoption.ts'

/** 退回 asks for a reason; what was typed stays while it is being sent. */
export function RejectButton({ onReject }: { readonly onReject: (reason: string) => Promise<unknown> }) {
  const words = useText(adoptionText)
  const [isAsking, ask] = useState(false)
  const [isSending, send] = useState(false)
  const [form] = Form.useForm<{ reason: string }>()
  const submit = ({ reason }: { reason: string }) => {
    send(true)
    void onReject(reason)
      .then(() => ask(false))
      .catch(() => undefined)
      .finally(() => send(false))
  }
  return (
    <>
      <Button danger onClick={() => ask(true)}>
        {words.reject}
      </Button>
      <Modal
        open={isAsking}
        title={words.rejectAsk}
        okText={words.reject}
        cancelText={words.cancel}
        confirmLoading={isSending}
        onOk={() => form.submit()}
        onCancel={() => ask(false)}
        destroyOnHidden
      >
        <Form form={form} layout="vertical" onFinish={submit}>
          <Form.Item
            name="reason"
            label={words.reason}
            rules={[{ required: true, whitespace: true, message: words.reasonNeeded }]}
          >
            <Input.TextArea autoSize={{ minRows: 3 }} maxLength={500} />
          </Form.Item>
        </Form>
      </Modal>
    </>
  )
}

/** 撤回提请, asked once more before it is done. */
export function WithdrawButton({ onWithdraw }: { readonly onWithdraw: () => Promise<unknown> }) {
  const words = useText(adoptionText)
  const { modal } = App.useApp()
  const ask = () =>
    void modal.confirm({
      title: words.withdrawAsk,
      content: words.withdrawWhy,
      okText: words.withdraw,
      cancelText: words.cancel,
      onOk: () => onWithdraw().catch(() => undefined),
    })
  return <Button onClick={ask}>{words.withdraw}</Button>
}
