import { App, Form, Input, Modal } from 'antd'
import { complaintEndpoints, type ComplaintView } from '../../../../http/contract/registers/complaints.ts'
import { useIdempotencyKey } from '../../../parts/idempotency-key.ts'
import { useCommand } from '../../../parts/queries.ts'
import { useSession } from '../../../parts/session.tsx'
import { complaintsText } from '../../../text/complaints.ts'
import { useText } from '../../../text/dictionary.ts'
import { PersonSelect } from './person-select.tsx'

type Step = ComplaintView['steps'][number]
type Typed = {
  readonly reasons: string
  readonly found: string
  readonly occurredOn: string
  readonly staffNumbers: string[]
  readonly transferredTo: string
}

/** One step with one complaint; what was typed stays when it is refused. */
export function TakeStep({
  complaint,
  step,
  onClose,
}: {
  readonly complaint: ComplaintView
  readonly step: Step
  readonly onClose: () => void
}) {
  const all = useText(complaintsText)
  const text = all.dialog
  const { message } = App.useApp()
  const [form] = Form.useForm<Typed>()
  const [key, renew] = useIdempotencyKey()
  const send = useCommand(complaintEndpoints.takeComplaintStep, {
    onDone: () => {
      void message.success(text.done)
      onClose()
    },
  })
  const finish = (typed: Typed) => {
    const { id, revision } = complaint
    send.mutate({
      params: { complaintId: id },
      body: { revision, taken: takenOf(step, typed) },
      idempotencyKey: key,
    })
  }
  return (
    <Modal
      open
      title={all.steps[step]}
      onCancel={onClose}
      onOk={() => form.submit()}
      okText={all.steps[step]}
      cancelText={text.cancel}
      confirmLoading={send.isPending}
    >
      <Form<Typed>
        form={form}
        layout="vertical"
        initialValues={{ staffNumbers: complaint.aboutPerson === null ? [] : [complaint.aboutPerson.staffNumber] }}
        onValuesChange={renew}
        onFinish={finish}
      >
        {step === 'verification-started' && <p>{text.startText}</p>}
        {step === 'upheld' && <FindingFields />}
        {step === 'transferred' && (
          <Form.Item
            name="transferredTo"
            label={all.transferredTo}
            rules={[{ required: true, whitespace: true, min: 2, message: text.needed }]}
          >
            <Input maxLength={100} />
          </Form.Item>
        )}
        {step !== 'verification-started' && (
          <Form.Item
            name="reasons"
            label={step === 'upheld' ? all.reasons : text.reasons[step]}
            extra={text.reasonsHint}
            rules={[{ required: true, whitespace: true, message: text.needed }]}
          >
            <Input.TextArea rows={3} maxLength={2000} />
          </Form.Item>
        )}
      </Form>
    </Modal>
  )
}

function FindingFields() {
  const all = useText(complaintsText)
  const text = all.dialog
  const { today } = useSession()
  const needed = [{ required: true, message: text.needed }]
  return (
    <>
      <Form.Item name="staffNumbers" label={all.people} rules={needed}>
        <PersonSelect mode="multiple" />
      </Form.Item>
      <Form.Item name="occurredOn" label={all.occurredOn} rules={needed}>
        <Input type="date" max={today} />
      </Form.Item>
      <Form.Item name="found" label={all.found} extra={text.foundHint} rules={needed}>
        <Input.TextArea rows={3} maxLength={1000} />
      </Form.Item>
    </>
  )
}

function takenOf(step: Step, { reasons, found, occurredOn, staffNumbers, transferredTo }: Typed) {
  if (step === 'verification-started') return { step }
  if (step === 'upheld') return { step, reasons, found, occurredOn, staffNumbers }
  if (step === 'transferred') return { step, reasons, transferredTo }
  return { step, reasons }
}
