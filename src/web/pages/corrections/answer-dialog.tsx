import { App, Form, Input, Modal, Radio } from 'antd'
import type { Correction } from '../../../http/contract/own-record.ts'
import { ownRecordEndpoints } from '../../../http/contract/own-record.ts'
import { useIdempotencyKey } from '../../parts/idempotency-key.ts'
import { useCommand } from '../../parts/queries.ts'
import { useText } from '../../text/dictionary.ts'
import { ownRecordText } from '../../text/own-record.ts'

type Answer = { readonly state: 'done' | 'declined'; readonly answer: string }

export function AnswerDialog({
  correction,
  onClose,
}: {
  readonly correction: Correction
  readonly onClose: () => void
}) {
  const words = useText(ownRecordText)
  const text = words.page
  const { message } = App.useApp()
  const [form] = Form.useForm<Answer>()
  const [key, renew] = useIdempotencyKey()
  const send = useCommand(ownRecordEndpoints.answerCorrection, {
    onDone: () => {
      void message.success(text.sent)
      onClose()
    },
  })
  return (
    <Modal
      open
      title={text.answerTitle(correction.name)}
      onCancel={onClose}
      onOk={() => form.submit()}
      okText={text.send}
      cancelText={text.cancel}
      confirmLoading={send.isPending}
    >
      <blockquote>{correction.words}</blockquote>
      <Form<Answer>
        form={form}
        layout="vertical"
        initialValues={{ state: 'done' }}
        onValuesChange={renew}
        onFinish={(body) => {
          send.mutate({ params: { requestId: correction.id }, body, idempotencyKey: key })
        }}
      >
        <Form.Item name="state" label={text.outcome}>
          <Radio.Group
            options={[
              { value: 'done', label: words.states.done },
              { value: 'declined', label: words.states.declined },
            ]}
          />
        </Form.Item>
        <Form.Item
          name="answer"
          label={text.answerLabel}
          rules={[{ required: true, whitespace: true, message: text.answerNeeded }]}
        >
          <Input.TextArea rows={3} maxLength={1000} showCount />
        </Form.Item>
      </Form>
    </Modal>
  )
}
