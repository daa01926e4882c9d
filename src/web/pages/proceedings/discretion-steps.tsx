import { App, Button, Form, Input } from 'antd'
import { Link } from 'react-router'
import { endpoints } from '../../../http/contract/endpoints.ts'
import type { ProceedingView } from '../../../http/contract/proceedings.ts'
import { useCommand } from '../../parts/queries.ts'
import { useSession } from '../../parts/session.tsx'
import { useText } from '../../text/dictionary.ts'
import { discretionsText } from '../../text/discretions.ts'
import { DecideStep } from './decide-step.tsx'
import { RecusalStep } from './recusal-step.tsx'
import { StepDialog } from './step-dialog.tsx'

type Props = { readonly proceeding: ProceedingView }

/** What may be done in a discretionary deduction now, by who looks: exactly what the server would take. */
export function DiscretionSteps({ proceeding }: Props) {
  const text = useText(discretionsText)
  const { roles } = useSession()
  const { possible, state } = proceeding
  return (
    <>
      {possible.includes('decided') && <DecideStep proceeding={proceeding} />}
      {possible.includes('recused') && <RecusalStep proceeding={proceeding} />}
      {possible.includes('withdrawn') && <WithdrawStep proceeding={proceeding} />}
      {state === 'entered' && roles.includes('office') && (
        <Link to="/entries/confirm">
          <Button>{text.toConfirm}</Button>
        </Link>
      )}
    </>
  )
}

function WithdrawStep({ proceeding }: Props) {
  const text = useText(discretionsText)
  const { message } = App.useApp()
  const [form] = Form.useForm<{ readonly words: string }>()
  const withdraw = useCommand(endpoints.withdrawDiscretion, {
    onDone: () => void message.success(text.withdrawn),
  })
  const { id, steps } = proceeding
  return (
    <StepDialog
      label={text.withdraw}
      title={text.withdrawTitle}
      hint={text.withdrawHint}
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
