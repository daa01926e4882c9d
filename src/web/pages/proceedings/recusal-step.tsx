import { App, AutoComplete, Form, Input } from 'antd'
import { proceedingEndpoints, type ProceedingView } from '../../../http/contract/proceedings.ts'
import { useCommand } from '../../parts/queries.ts'
import { useText } from '../../text/dictionary.ts'
import { proceedingsText } from '../../text/proceedings.ts'
import { StepDialog } from './step-dialog.tsx'

type Fields = { readonly who: string; readonly why: string }

/** 回避: who stays out of the decision, and why; of both kinds of proceedings. */
export function RecusalStep({ proceeding }: { readonly proceeding: ProceedingView }) {
  const text = useText(proceedingsText)
  const { message } = App.useApp()
  const [form] = Form.useForm<Fields>()
  const needed = [{ required: true, whitespace: true, message: text.fieldNeeded }]
  const recuse = useCommand(proceedingEndpoints.recordRecusal, {
    onDone: () => void message.success(text.recusalNoted),
  })
  const { id, steps, members } = proceeding
  const free = members.filter(({ recusal }) => recusal === null).map(({ userName }) => ({ value: userName }))
  return (
    <StepDialog
      label={text.recuse}
      title={text.recuse}
      hint={text.askReviewHint}
      form={form}
      onSend={(fields, idempotencyKey) =>
        recuse.mutateAsync({
          params: { proceedingId: id },
          body: { ...fields, seen: steps.length },
          idempotencyKey,
        })
      }
    >
      <Form.Item name="who" label={text.recuseWho} rules={needed}>
        <AutoComplete options={free} maxLength={100} />
      </Form.Item>
      <Form.Item name="why" label={text.recuseWhy} rules={needed}>
        <Input.TextArea autoSize={{ minRows: 2 }} maxLength={1000} placeholder={text.recuseWhyPlaceholder} />
      </Form.Item>
    </StepDialog>
  )
}
