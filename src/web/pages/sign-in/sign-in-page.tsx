import { Alert, Button, Form, Input } from 'antd'
import { useEffect } from 'react'
import { Navigate, useNavigate, useSearchParams } from 'react-router'
import { accountEndpoints } from '../../../http/contract/account.ts'
import { messageOf } from '../../parts/api.ts'
import { useAnswer, useCommand } from '../../parts/queries.ts'
import { Outside } from '../../shell/outside.tsx'
import { useText } from '../../text/dictionary.ts'
import { shellText } from '../../text/shell.ts'

type SignInForm = { readonly userName: string; readonly password: string }

export function SignInPage() {
  const text = useText(shellText).signIn
  const [search] = useSearchParams()
  const navigate = useNavigate()
  const session = useAnswer(accountEndpoints.readSession, {})
  const signIn = useCommand(accountEndpoints.signIn, { quiet: true })
  const target = safePath(search.get('from'))
  useEffect(() => {
    document.title = `${text.title} · 公道`
  }, [text])
  if (session.data?.signedIn === false && session.data.setUpNeeded) return <Navigate to="/set-up" replace />
  if (session.data?.signedIn === true && !session.isFetching) return <Navigate to={target} replace />
  const submit = async (form: SignInForm) => {
    await signIn.mutateAsync({ body: form }).then(
      () => navigate(target, { replace: true }),
      () => undefined,
    )
  }
  return (
    <Outside title={text.title}>
      <Form<SignInForm> layout="vertical" onFinish={(form) => void submit(form)} size="large">
        {signIn.error !== null && (
          <Alert type="error" showIcon title={messageOf(signIn.error)} style={{ marginBottom: 16 }} role="alert" />
        )}
        <Form.Item
          name="userName"
          label={text.userName}
          rules={[{ required: true, message: text.userNameNeeded }]}
        >
          <Input autoComplete="username" autoFocus />
        </Form.Item>
        <Form.Item
          name="password"
          label={text.password}
          rules={[{ required: true, message: text.passwordNeeded }]}
        >
          <Input.Password autoComplete="current-password" />
        </Form.Item>
        <Form.Item>
          <Button type="primary" htmlType="submit" block loading={signIn.isPending}>
            {text.submit}
          </Button>
        </Form.Item>
      </Form>
    </Outside>
  )
}

/** Only a page of this site: a link with another site in `from` must not lead there after signing in. */
function safePath(from: string | null): string {
  return from !== null && /^\/(?![/\\])/.test(from) ? from : '/'
}
