import { Alert, Button, Form, Input } from 'antd'
import { useState } from 'react'
import { secondFactorEndpoints } from '../../../http/contract/second-factor.ts'
import { messageOf } from '../../parts/api.ts'
import { CodeField } from '../../parts/code-field.tsx'
import { useCommand } from '../../parts/queries.ts'
import { useText } from '../../text/dictionary.ts'
import { secondFactorText } from '../../text/second-factor.ts'

/** Six digits from the phone, or a recovery code. */
export function ShowCode({ onShown }: { readonly onShown: (recoveryCodesLeft: number | null) => void }) {
  const text = useText(secondFactorText).show
  const [form] = Form.useForm<{ readonly code: string }>()
  const [isRecovery, useRecovery] = useState(false)
  const show = useCommand(secondFactorEndpoints.showSecondFactor, {
    quiet: true,
    onDone: ({ recoveryCodesLeft }) => onShown(recoveryCodesLeft),
  })
  const submit = ({ code }: { readonly code: string }) => {
    if (!show.isPending) show.mutate({ body: { code } }, { onError: () => form.resetFields() })
  }
  const switchOver = () => {
    useRecovery(!isRecovery)
    form.resetFields()
    show.reset()
  }
  return (
    <Form form={form} layout="vertical" onFinish={submit} disabled={show.isPending}>
      <p style={{ marginBottom: 16 }}>{isRecovery ? text.recoveryExplain : text.explain}</p>
      {show.error !== null && (
        <Alert type="error" showIcon title={messageOf(show.error)} style={{ marginBottom: 16 }} role="alert" />
      )}
      {isRecovery ? (
        <Form.Item
          name="code"
          label={text.recoveryCode}
          rules={[{ required: true, message: text.recoveryNeeded }]}
          validateTrigger="onSubmit"
        >
          <Input
            autoFocus
            autoComplete="off"
            autoCapitalize="characters"
            size="large"
            placeholder="K7QM-2XRT-9HWD"
          />
        </Form.Item>
      ) : (
        <CodeField
          label={text.code}
          hint={text.codeHint}
          autoFocus
          // After the form has taken the last digit over.
          onComplete={() => setTimeout(form.submit, 0)}
        />
      )}
      <Button type="primary" htmlType="submit" block size="large" loading={show.isPending}>
        {text.submit}
      </Button>
      <Button type="link" onClick={switchOver} style={{ paddingInline: 0, marginTop: 8 }}>
        {isRecovery ? text.useCode : text.useRecovery}
      </Button>
      {isRecovery && <p className="quiet">{text.noneLeft}</p>}
    </Form>
  )
}
