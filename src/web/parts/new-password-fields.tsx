import { Form, Input } from 'antd'
import type { z } from 'zod'
import { fits } from './fits.ts'

type Props = {
  /** What the operation asks of a password. */
  readonly field: z.ZodType | undefined
  readonly words: {
    readonly password: string
    readonly hint: string
    readonly again: string
    readonly mismatch: string
  }
}

/** A new password and the same once more, as `password` and `passwordAgain` of the form around them. */
export function NewPasswordFields({ field, words }: Props) {
  return (
    <>
      <Form.Item name="password" label={words.password} extra={words.hint} rules={[{ validator: fits(field) }]}>
        <Input.Password autoComplete="new-password" />
      </Form.Item>
      <Form.Item
        name="passwordAgain"
        label={words.again}
        dependencies={['password']}
        rules={[
          ({ getFieldValue }) => ({
            validator: (_, value) =>
              value === getFieldValue('password') ? Promise.resolve() : Promise.reject(new Error(words.mismatch)),
          }),
        ]}
      >
        <Input.Password autoComplete="new-password" />
      </Form.Item>
    </>
  )
}
