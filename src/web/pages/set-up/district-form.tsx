import { Alert, Button, Form, Input } from 'antd'
import { useNavigate } from 'react-router'
import { accountEndpoints } from '../../../http/contract/account.ts'
import { messageOf } from '../../parts/api.ts'
import { fits } from '../../parts/fits.ts'
import { NewPasswordFields } from '../../parts/new-password-fields.tsx'
import { useCommand } from '../../parts/queries.ts'
import { useText } from '../../text/dictionary.ts'
import { districtText } from '../../text/district.ts'
import { shellText } from '../../text/shell.ts'

type DistrictFields = { readonly userName: string; readonly password: string }

const fields = accountEndpoints.setUpDistrict.body?.shape

/** An account of the district, by a one-time link. */
export function DistrictForm({ token }: { readonly token: string }) {
  const words = useText(shellText).setUp
  const text = useText(districtText).setUp
  const navigate = useNavigate()
  const setUp = useCommand(accountEndpoints.setUpDistrict, { quiet: true })
  const submit = async ({ userName, password }: DistrictFields) => {
    await setUp.mutateAsync({ body: { token, userName, password } }).then(
      () => navigate('/district', { replace: true }),
      () => undefined,
    )
  }
  return (
    <Form<DistrictFields> layout="vertical" onFinish={(form) => void submit(form)} validateTrigger="onBlur">
      <p className="quiet" style={{ marginBottom: 16 }}>
        {text.intro}
      </p>
      {setUp.error !== null && (
        <Alert type="error" showIcon title={messageOf(setUp.error)} style={{ marginBottom: 16 }} role="alert" />
      )}
      <Form.Item
        name="userName"
        label={text.userName}
        extra={words.userNameHint}
        rules={[{ validator: fits(fields?.userName) }]}
      >
        <Input autoComplete="username" autoFocus />
      </Form.Item>
      <NewPasswordFields
        field={fields?.password}
        words={{
          password: words.password,
          hint: words.passwordHint,
          again: words.passwordAgain,
          mismatch: words.mismatch,
        }}
      />
      <Form.Item>
        <Button type="primary" htmlType="submit" block size="large" loading={setUp.isPending}>
          {text.submit}
        </Button>
      </Form.Item>
    </Form>
  )
}
