import { Form, Input } from 'antd'
import { useText } from '../text/dictionary.ts'
import { secondFactorText } from '../text/second-factor.ts'

/** What was typed as six digits, or as much of it as is there: blanks and full width aside. */
export function digitsOf(typed: string): string {
  return typed.normalize('NFKC').replaceAll(/\D/g, '').slice(0, 6)
}

type Props = {
  readonly label: string
  readonly hint?: string
  readonly autoFocus?: boolean
  readonly onComplete?: () => void
}

/** Six digits as `code` of the form around them; phones offer them from the clipboard. */
export function CodeField({ label, hint, autoFocus = false, onComplete }: Props) {
  const text = useText(secondFactorText)
  return (
    <Form.Item
      name="code"
      label={label}
      extra={hint}
      normalize={digitsOf}
      rules={[{ pattern: /^\d{6}$/, required: true, message: text.codeNeeded }]}
      validateTrigger="onSubmit"
    >
      <Input
        inputMode="numeric"
        autoComplete="one-time-code"
        autoFocus={autoFocus}
        size="large"
        className="figure"
        style={{ maxWidth: 200, fontSize: 22, letterSpacing: '0.3em' }}
        onChange={({ target }) => {
          if (digitsOf(target.value).length === 6) onComplete?.()
        }}
      />
    </Form.Item>
  )
}
