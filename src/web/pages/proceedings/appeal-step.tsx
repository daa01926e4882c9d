import { App, DatePicker, Form, Input, Select } from 'antd'
import type { Dayjs } from 'dayjs'
import { proceedingEndpoints, type ProceedingView } from '../../../http/contract/proceedings.ts'
import { useCommand } from '../../parts/queries.ts'
import { useText } from '../../text/dictionary.ts'
import { proceedingsText } from '../../text/proceedings.ts'
import { StepDialog } from './step-dialog.tsx'

type Fields = {
  readonly day: Dayjs
  readonly outcome: 'pending' | 'upheld' | 'partly' | 'rejected'
  readonly words: string
}

/** 申诉 to the district, put on record; it stops nothing. */
export function AppealStep({ proceeding }: { readonly proceeding: ProceedingView }) {
  const text = useText(proceedingsText)
  const { message } = App.useApp()
  const [form] = Form.useForm<Fields>()
  const needed = [{ required: true, message: text.fieldNeeded }]
  const note = useCommand(proceedingEndpoints.recordAppeal, {
    onDone: () => void message.success(text.appealNoted),
  })
  const { id, steps } = proceeding
  const states = ['pending', 'rejected', 'partly', 'upheld'] as const
  return (
    <StepDialog
      label={text.appeal}
      title={text.appealTitle}
      hint={text.appealHint}
      form={form}
      initial={{ outcome: 'pending' }}
      onSend={({ day, outcome, words }, idempotencyKey) =>
        note.mutateAsync({
          params: { proceedingId: id },
          body: { seen: steps.length, day: day.format('YYYY-MM-DD'), outcome, words },
          idempotencyKey,
        })
      }
    >
      <Form.Item name="outcome" label={text.appealState} rules={needed}>
        <Select options={states.map((value) => ({ value, label: text.appealOutcomes[value] }))} />
      </Form.Item>
      <Form.Item name="day" label={text.appealDayField} rules={needed}>
        <DatePicker style={{ width: '100%' }} inputReadOnly />
      </Form.Item>
      <Form.Item
        name="words"
        label={text.appealWords}
        rules={[{ required: true, whitespace: true, message: text.fieldNeeded }]}
      >
        <Input.TextArea autoSize={{ minRows: 2 }} maxLength={4000} />
      </Form.Item>
    </StepDialog>
  )
}
