import { Form, Input, Radio } from 'antd'
import { useText } from '../../text/dictionary.ts'
import { secondFactorText } from '../../text/second-factor.ts'

export type ProofFieldValues = {
  readonly proofKind: 'password' | 'code'
  readonly proofValue: string
}

export const firstProof = { proofKind: 'password' } as const

/** The password once more, or a code where there is one: `proofKind` and `proofValue` of the form around them. */
export function ProofFields({ hasCode }: { readonly hasCode: boolean }) {
  const text = useText(secondFactorText).proof
  const form = Form.useFormInstance<ProofFieldValues>()
  const kind = Form.useWatch('proofKind', form) ?? firstProof.proofKind
  const isPassword = kind === 'password'
  return (
    <>
      <Form.Item name="proofKind" label={text.label}>
        <Radio.Group
          onChange={() => form.resetFields(['proofValue'])}
          options={[
            { value: 'password', label: text.password },
            ...(hasCode ? [{ value: 'code', label: text.code }] : []),
          ]}
        />
      </Form.Item>
      <Form.Item
        key={kind}
        name="proofValue"
        rules={[{ required: true, message: isPassword ? text.passwordNeeded : text.codeNeeded }]}
      >
        {isPassword ? (
          <Input.Password autoComplete="current-password" aria-label={text.password} />
        ) : (
          <Input autoComplete="one-time-code" aria-label={text.code} />
        )}
      </Form.Item>
    </>
  )
}

export function proofOf({ proofKind, proofValue }: ProofFieldValues) {
  return { kind: proofKind, value: proofValue }
}
