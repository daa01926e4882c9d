import { App, Form, Input } from 'antd'
import { proceedingEndpoints, type ProceedingView } from '../../../http/contract/proceedings.ts'
import { useCommand } from '../../parts/queries.ts'
import { useText } from '../../text/dictionary.ts'
import { proceedingsText } from '../../text/proceedings.ts'
import { AppealStep } from './appeal-step.tsx'
import { OutcomeField, useNeeded } from './outcome-field.tsx'
import { RecusalStep } from './recusal-step.tsx'
import { ReviewStep } from './review-step.tsx'
import { StepDialog } from './step-dialog.tsx'

type Props = { readonly proceeding: ProceedingView }

/** What may be done in an objection now, by who looks: exactly what the server would take. */
export function ObjectionSteps({ proceeding }: Props) {
  const { possible } = proceeding
  return (
    <>
      {possible.includes('answered') && <AnswerStep proceeding={proceeding} />}
      {possible.includes('review-decided') && <ReviewStep proceeding={proceeding} />}
      {possible.includes('review-asked') && <AskStep proceeding={proceeding} />}
      {possible.includes('recused') && proceeding.state === 'review-asked' && (
        <RecusalStep proceeding={proceeding} />
      )}
      {possible.includes('withdrawn') && <WithdrawStep proceeding={proceeding} />}
      {possible.includes('appeal-recorded') && <AppealStep proceeding={proceeding} />}
    </>
  )
}

type Answer = { readonly outcome: 'upheld' | 'partly' | 'rejected'; readonly reasons: string }

function AnswerStep({ proceeding }: Props) {
  const text = useText(proceedingsText)
  const { message } = App.useApp()
  const [form] = Form.useForm<Answer>()
  const needed = useNeeded()
  const answer = useCommand(proceedingEndpoints.answerObjection, {
    onDone: () => void message.success(text.answered),
  })
  const { id, steps } = proceeding
  return (
    <StepDialog
      isMain
      label={text.answer}
      title={text.answerTitle}
      hint={`${text.answerHint}${text.upheldHint}`}
      form={form}
      onSend={(fields, idempotencyKey) =>
        answer.mutateAsync({
          params: { proceedingId: id },
          body: { ...fields, seen: steps.length },
          idempotencyKey,
        })
      }
    >
      <OutcomeField />
      <Form.Item name="reasons" label={text.reasons} rules={needed}>
        <Input.TextArea autoSize={{ minRows: 4 }} maxLength={4000} placeholder={text.reasonsPlaceholder} />
      </Form.Item>
    </StepDialog>
  )
}

function AskStep({ proceeding }: Props) {
  const text = useText(proceedingsText)
  const { message } = App.useApp()
  const [form] = Form.useForm<{ readonly words: string }>()
  const needed = useNeeded()
  const ask = useCommand(proceedingEndpoints.askForReview, { onDone: () => void message.success(text.asked) })
  const { id, steps } = proceeding
  return (
    <StepDialog
      isMain
      label={text.askReview}
      title={text.askReview}
      hint={text.askReviewHint}
      form={form}
      onSend={(fields, idempotencyKey) =>
        ask.mutateAsync({ params: { proceedingId: id }, body: { ...fields, seen: steps.length }, idempotencyKey })
      }
    >
      <Form.Item name="words" label={text.askReviewWords} rules={needed}>
        <Input.TextArea autoSize={{ minRows: 4 }} maxLength={4000} />
      </Form.Item>
    </StepDialog>
  )
}

/** Before the answer it takes the objection back; after it, it accepts the answer. */
function WithdrawStep({ proceeding }: Props) {
  const text = useText(proceedingsText)
  const { message } = App.useApp()
  const [form] = Form.useForm<{ readonly words: string }>()
  const withdraw = useCommand(proceedingEndpoints.withdrawObjection, {
    onDone: () => void message.success(text.withdrawn),
  })
  const { id, steps, state } = proceeding
  const accepts = state === 'answered'
  return (
    <StepDialog
      label={accepts ? text.accept : text.withdraw}
      title={accepts ? text.acceptTitle : text.withdrawTitle}
      hint={accepts ? '' : text.withdrawHint}
      initial={{ words: '' }}
      form={form}
      onSend={(fields, idempotencyKey) =>
        withdraw.mutateAsync({
          params: { proceedingId: id },
          body: { ...fields, seen: steps.length },
          idempotencyKey,
        })
      }
    >
      <Form.Item name="words" label={text.withdrawWords}>
        <Input.TextArea autoSize={{ minRows: 2 }} maxLength={4000} />
      </Form.Item>
    </StepDialog>
  )
}
