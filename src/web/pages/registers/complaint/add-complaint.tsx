import { App, Form, Input, Modal, Select } from 'antd'
import {
  complaintChannels,
  type ComplaintChannel,
} from '../../../../domain/registers/complaint/complaint-record.ts'
import { complaintEndpoints } from '../../../../http/contract/registers/complaints.ts'
import { fits } from '../../../parts/fits.ts'
import { useIdempotencyKey } from '../../../parts/idempotency-key.ts'
import { useCommand } from '../../../parts/queries.ts'
import { useSession } from '../../../parts/session.tsx'
import { complaintsText } from '../../../text/complaints.ts'
import { useText } from '../../../text/dictionary.ts'
import { PersonSelect } from './person-select.tsx'

type Typed = {
  readonly channel: ComplaintChannel
  readonly receivedOn: string
  readonly number?: string
  readonly words: string
  readonly about?: string
  readonly aboutStaffNumber?: string
  readonly name?: string
  readonly contact?: string
}

const fields = complaintEndpoints.addComplaint.body?.shape

/** A letter, a visit, a call or what was handed down, put on record. */
export function AddComplaint({ onClose }: { readonly onClose: () => void }) {
  const all = useText(complaintsText)
  const text = all.dialog
  const { today } = useSession()
  const { message } = App.useApp()
  const [form] = Form.useForm<Typed>()
  const [key, renew] = useIdempotencyKey()
  const send = useCommand(complaintEndpoints.addComplaint, {
    onDone: () => {
      void message.success(text.saved)
      onClose()
    },
  })
  return (
    <Modal
      open
      title={all.add}
      onCancel={onClose}
      onOk={() => form.submit()}
      okText={text.save}
      cancelText={text.cancel}
      confirmLoading={send.isPending}
    >
      <Form<Typed>
        form={form}
        layout="vertical"
        validateTrigger="onBlur"
        initialValues={{ channel: 'letter', receivedOn: today }}
        onValuesChange={renew}
        onFinish={(body) => send.mutate({ body, idempotencyKey: key })}
      >
        <Form.Item name="channel" label={text.channel}>
          <Select
            options={complaintChannels
              .filter((value) => value !== 'web')
              .map((value) => ({ value, label: all.channels[value] }))}
          />
        </Form.Item>
        <Form.Item name="receivedOn" label={text.receivedOn} rules={[{ validator: fits(fields?.receivedOn) }]}>
          <Input type="date" max={today} />
        </Form.Item>
        <Form.Item name="number" label={text.number} rules={[{ validator: fits(fields?.number) }]}>
          <Input maxLength={60} autoComplete="off" />
        </Form.Item>
        <Form.Item
          name="words"
          label={text.words}
          extra={text.wordsHint}
          rules={[{ validator: fits(fields?.words) }]}
        >
          <Input.TextArea rows={5} maxLength={4000} />
        </Form.Item>
        <Form.Item name="about" label={text.about}>
          <Input maxLength={200} />
        </Form.Item>
        <Form.Item name="aboutStaffNumber" label={text.aboutPerson}>
          <PersonSelect />
        </Form.Item>
        <Form.Item name="name" label={text.name}>
          <Input maxLength={50} autoComplete="off" />
        </Form.Item>
        <Form.Item name="contact" label={text.contact}>
          <Input maxLength={100} autoComplete="off" />
        </Form.Item>
      </Form>
    </Modal>
  )
}
