import { App, Button, Form, Input, Modal, Radio } from 'antd'
import { periodEndpoints, type CalendarDay } from '../../../http/contract/periods.ts'
import { useCommand } from '../../parts/queries.ts'
import { useText } from '../../text/dictionary.ts'
import { periodText } from '../../text/periods.ts'

type Change = { readonly kind: 'working' | 'off'; readonly note: string }

/** A day of the town's own, on some basis, or as the national calendar says again. */
export function ChangeDay({ day, onClose }: { readonly day: CalendarDay; readonly onClose: () => void }) {
  const text = useText(periodText).calendar
  const { message } = App.useApp()
  const [form] = Form.useForm<Change>()
  const change = useCommand(periodEndpoints.changeCalendar, {
    onDone: () => {
      void message.success(text.saved)
      onClose()
    },
  })
  const national = day.isWorkingNationally ? text.working : text.off
  return (
    <Modal
      open
      title={day.day}
      onCancel={onClose}
      footer={
        <>
          {day.change !== null && (
            <Button
              loading={change.isPending}
              onClick={() => change.mutate({ body: { day: day.day, kind: null, note: '' } })}
            >
              {text.restore}
            </Button>
          )}
          <Button onClick={onClose}>{text.cancel}</Button>
          <Button type="primary" loading={change.isPending} onClick={() => form.submit()}>
            {text.save}
          </Button>
        </>
      }
    >
      <p className="quiet">
        {text.asItIs(national)}
        {day.holiday !== null && `（${day.isWorkingNationally ? text.makeUp(day.holiday) : day.holiday}）`}
      </p>
      <Form<Change>
        form={form}
        layout="vertical"
        initialValues={{ kind: day.isWorking ? 'off' : 'working', note: day.change?.note ?? '' }}
        onFinish={({ kind, note }) => change.mutate({ body: { day: day.day, kind, note } })}
      >
        <Form.Item name="kind" label={text.change}>
          <Radio.Group
            options={[
              { value: 'working', label: text.working },
              { value: 'off', label: text.off },
            ]}
          />
        </Form.Item>
        <Form.Item
          name="note"
          label={text.note}
          rules={[{ required: true, whitespace: true, message: text.noteNeeded }]}
        >
          <Input maxLength={100} placeholder={text.notePlaceholder} />
        </Form.Item>
      </Form>
      <p className="quiet">{text.affects}</p>
    </Modal>
  )
}
