import { Alert, App, Button, Form, Input } from 'antd'
import { ownAccountEndpoints } from '../../../http/contract/own-account.ts'
import { messageOf } from '../../parts/api.ts'
import { NewPasswordFields } from '../../parts/new-password-fields.tsx'
import { useCommand } from '../../parts/queries.ts'
import { useUserName } from '../../parts/session.tsx'
import { useText } from '../../text/dictionary.ts'
import { ownAccountText } from '../../text/own-account.ts'
import styles from './own-account-page.module.css'

type PasswordForm = {
  readonly oldPassword: string
  readonly password: string
  readonly passwordAgain: string
}

const passwordField = ownAccountEndpoints.changePassword.body?.shape.password

export function ChangePassword() {
  const text = useText(ownAccountText).password
  const userName = useUserName()
  const { message } = App.useApp()
  const [form] = Form.useForm<PasswordForm>()
  const change = useCommand(ownAccountEndpoints.changePassword, {
    quiet: true,
    onDone: ({ endedSessions }) => {
      form.resetFields()
      void message.success(text.done(endedSessions))
    },
  })
  const submit = ({ oldPassword, password }: PasswordForm) => change.mutate({ body: { oldPassword, password } })
  return (
    <section className={styles.section} aria-labelledby="change-password">
      <h2 id="change-password">{text.title}</h2>
      <p className="quiet">{text.explain}</p>
      <Form<PasswordForm>
        form={form}
        layout="vertical"
        className={styles.form ?? ''}
        onFinish={submit}
        validateTrigger="onBlur"
      >
        {/* For the browser's own store of passwords, which otherwise would not know whose this is. */}
        <input type="text" name="username" autoComplete="username" value={userName} readOnly hidden />
        {change.error !== null && (
          <Alert
            type="error"
            showIcon
            title={messageOf(change.error)}
            className={styles.alert ?? ''}
            role="alert"
          />
        )}
        <Form.Item
          name="oldPassword"
          label={text.oldPassword}
          rules={[{ required: true, message: text.oldNeeded }]}
        >
          <Input.Password autoComplete="current-password" />
        </Form.Item>
        <NewPasswordFields
          field={passwordField}
          words={{ password: text.newPassword, hint: text.hint, again: text.again, mismatch: text.mismatch }}
        />
        <Form.Item>
          <Button type="primary" htmlType="submit" loading={change.isPending}>
            {text.submit}
          </Button>
        </Form.Item>
      </Form>
    </section>
  )
}
