import { App, Button, Form, Input, Modal } from 'antd'
import { useState } from 'react'
import type { RecordView } from '../../../http/contract/registers/record-endpoints.ts'
import { useText } from '../../text/dictionary.ts'
import { registerText } from '../../text/register.ts'
import { messageOf } from '../api.ts'
import { useCommand } from '../queries.ts'
import type { RegisterOperations } from './register-operations.ts'

type Props<Body> = {
  readonly operation: NonNullable<RegisterOperations<Body>['withdraw']>
  readonly record: RecordView<Body>
}

/** Takes a line back, and asks why. */
export function WithdrawRecord<Body>({ operation, record }: Props<Body>) {
  const text = useText(registerText)
  const { message } = App.useApp()
  const [isAsking, ask] = useState(false)
  const [form] = Form.useForm<{ reason: string }>()
  const withdraw = useCommand(operation, {
    quiet: true,
    onDone: () => {
      ask(false)
      void message.success(text.withdrawn)
    },
  })
  return (
    <>
      <Button danger onClick={() => ask(true)}>
        {text.withdraw}
      </Button>
      <Modal
        open={isAsking}
        title={text.withdrawTitle}
        okText={text.withdraw}
        okButtonProps={{ danger: true }}
        cancelText={text.cancel}
        confirmLoading={withdraw.isPending}
        onOk={() => form.submit()}
        onCancel={() => ask(false)}
      >
        <p>{record.summary}</p>
        <p className="quiet">{text.withdrawText}</p>
        <Form
          form={form}
          layout="vertical"
          onFinish={({ reason }) =>
            withdraw.mutate({ params: { recordId: record.id }, body: { revision: record.revision, reason } })
          }
        >
          <Form.Item
            name="reason"
            label={text.withdrawReason}
            rules={[{ required: true, whitespace: true, message: text.reasonMissing }]}
          >
            <Input.TextArea rows={3} maxLength={200} />
          </Form.Item>
        </Form>
        {withdraw.error !== null && <p role="alert">{messageOf(withdraw.error)}</p>}
      </Modal>
    </>
  )
}
