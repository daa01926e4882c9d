import { App, Form, Input } from 'antd'
import { proceedingEndpoints, type ProceedingView } from '../../../http/contract/proceedings.ts'
import { useCommand } from '../../parts/queries.ts'
import { useText } from '../../text/dictionary.ts'
import { proceedingsText } from '../../text/proceedings.ts'
import { minutesBody, MinutesFields, recusedOf, type MinutesValues } from './minutes-fields.tsx'
import { OutcomeField, useNeeded } from './outcome-field.tsx'
import { StepDialog } from './step-dialog.tsx'

type Fields = MinutesValues & { readonly outcome: 'upheld' | 'partly' | 'rejected'; readonly reasons: string }

/** 复核决定 of the leading group, with the minutes of its meeting. */
export function ReviewStep({ proceeding }: { readonly proceeding: ProceedingView }) {
  const text = useText(proceedingsText)
  const { message } = App.useApp()
  const [form] = Form.useForm<Fields>()
  const needed = useNeeded()
  const decide = useCommand(proceedingEndpoints.decideReview, { onDone: () => void message.success(text.decided) })
  const { id, steps } = proceeding
  return (
    <StepDialog
      isMain
      label={text.review}
      title={text.reviewTitle}
      hint={text.reviewHint}
      form={form}
      initial={{ recused: recusedOf(proceeding) }}
      onSend={({ outcome, reasons, ...minutes }, idempotencyKey) =>
        decide.mutateAsync({
          params: { proceedingId: id },
          body: { seen: steps.length, outcome, reasons, minutes: minutesBody(minutes) },
          idempotencyKey,
        })
      }
    >
      <OutcomeField />
      <Form.Item name="reasons" label={text.reasons} rules={needed}>
        <Input.TextArea autoSize={{ minRows: 3 }} maxLength={4000} placeholder={text.reasonsPlaceholder} />
      </Form.Item>
      <MinutesFields proceeding={proceeding} />
    </StepDialog>
  )
}
