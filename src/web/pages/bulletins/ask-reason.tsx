import { Button, Form, Input, Modal } from 'antd'
import { useState } from 'react'
import { bulletinsText } from '../../text/bulletins.ts'
import { useText } from '../../text/dictionary.ts'

/** A button that asks why before it does its work; what was typed stays when it fails. */
export function AskReason({
  label,
  title,
  field,
  needed,
  onGive,
}: {
  readonly label: string
  readonly title: string
  readonly field: string
  readonly needed: string
  readonly onGive: (reason: string) => Promise<unknown>
}) {
  const text = useText(bulletinsText)
  const [isAsking, ask] = useState(false)
  const [isSending, send] = useState(false)
  const [form] = Form.useForm<{ reason: string }>()
  const submit = ({ reason }: { reason: string }) => {
    send(true)
    void onGive(reason)
      .then(() => ask(false))
      .catch(() => undefined)
      .finally(() => send(false))
  }
  return (
    <>
      <Button onClick={() => ask(true)}>{label}</Button>
      <Modal
        open={isAsking}
        title={title}
        okText={label}
        cancelText={text.cancel}
        confirmLoading={isSending}
        onOk={() => form.submit()}
        onCancel={() => ask(false)}
      >
        <Form form={form} layout="vertical" onFinish={submit}>
          <Form.Item name="reason" label={field} rules={[{ required: true, whitespace: true, message: needed }]}>
            <Input.TextArea rows={3} maxLength={500} />
          </Form.Item>
        </Form>
      </Modal>
    </>
  )
}
