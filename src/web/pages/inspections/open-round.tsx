import { App, Button, Checkbox, DatePicker, Form, InputNumber, Modal } from 'antd'
import dayjs, { type Dayjs } from 'dayjs'
import { inspectionEndpoints, type RoundChoices } from '../../../http/contract/inspections.ts'
import { useIdempotencyKey } from '../../parts/idempotency-key.ts'
import { useCommand } from '../../parts/queries.ts'
import { useSession } from '../../parts/session.tsx'
import { useGoOn } from '../../parts/use-go-on.ts'
import { useText } from '../../text/dictionary.ts'
import { inspectionText } from '../../text/inspections.ts'
import styles from './inspections.module.css'

type Plan = {
  readonly number: number
  readonly days: readonly [Dayjs, Dayjs]
  readonly offices: readonly string[]
  readonly inspectors: readonly string[]
}

type Props = { readonly year: number; readonly choices: RoundChoices; readonly onClose: () => void }

/** A round is planned: its number, days, offices and inspectors. */
export function OpenRound({ year, choices, onClose }: Props) {
  const text = useText(inspectionText)
  const { today, userName } = useSession()
  const { message } = App.useApp()
  const goOn = useGoOn()
  const [form] = Form.useForm<Plan>()
  const [key, renew] = useIdempotencyKey()
  const open = useCommand(inspectionEndpoints.openInspection, {
    onDone: ({ round }) => {
      void message.success(round.title)
      goOn(`/inspections/${round.id}`)
    },
  })
  const start = today.startsWith(String(year)) ? today : `${String(year)}-12-31`
  return (
    <Modal
      open
      title={text.open}
      onCancel={onClose}
      onOk={() => form.submit()}
      okText={text.send}
      cancelText={text.cancel}
      confirmLoading={open.isPending}
    >
      <Form<Plan>
        form={form}
        layout="vertical"
        initialValues={{
          number: choices.nextNumber,
          days: [dayjs(start), dayjs(start)],
          offices: choices.offices,
          inspectors: choices.inspectors.includes(userName) ? [userName] : [],
        }}
        onValuesChange={renew}
        onFinish={({ number, days, offices, inspectors }) => {
          const [fromOn, toOn] = [days[0].format('YYYY-MM-DD'), days[1].format('YYYY-MM-DD')]
          open.mutate({
            body: { number, fromOn, toOn, offices: [...offices], inspectors: [...inspectors] },
            idempotencyKey: key,
          })
        }}
      >
        <div className={styles.planLine}>
          <Form.Item name="number" label={text.number} rules={[{ required: true }]}>
            <InputNumber min={1} max={999} precision={0} />
          </Form.Item>
          <Form.Item name="days" label={text.days} rules={[{ required: true, message: text.daysNeeded }]}>
            <DatePicker.RangePicker allowClear={false} />
          </Form.Item>
        </div>
        <Form.Item
          name="inspectors"
          label={text.inspectors}
          extra={choices.inspectors.length === 0 ? text.nobody : text.inspectorsHint}
          rules={[{ required: true, message: text.inspectorsNeeded }]}
        >
          <Checkbox.Group className={styles.officeChoices ?? ''} options={[...choices.inspectors]} />
        </Form.Item>
        <Form.Item
          name="offices"
          label={
            <span className={styles.officesLabel}>
              {text.offices}
              <Button size="small" type="link" onClick={() => form.setFieldValue('offices', choices.offices)}>
                {text.allOffices}
              </Button>
              <Button size="small" type="link" onClick={() => form.setFieldValue('offices', [])}>
                {text.noOffices}
              </Button>
            </span>
          }
          rules={[{ required: true, message: text.officesNeeded }]}
        >
          <Checkbox.Group className={styles.officeChoices ?? ''} options={[...choices.offices]} />
        </Form.Item>
      </Form>
    </Modal>
  )
}
