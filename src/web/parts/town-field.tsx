import { Form, Input } from 'antd'
import { useText } from '../text/dictionary.ts'
import { shellText } from '../text/shell.ts'

/** Where several towns share the installation, a user name goes with its town: `town` of the form around it. */
export function TownField() {
  const text = useText(shellText).signIn
  return (
    <Form.Item name="town" label={text.town} extra={text.townHint} rules={[{ max: 200 }]}>
      <Input autoComplete="organization" />
    </Form.Item>
  )
}
