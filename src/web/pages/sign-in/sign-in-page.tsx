import { Alert, Button, Form, Input } from 'antd'
import { useEffect } from 'react'
import { Link, Navigate, useNavigate, useSearchParams } from 'react-router'
import { accountEndpoints } from '../../../http/contract/account.ts'
import { messageOf } from '../../parts/api.ts'
import { useAnswer, useCommand } from '../../parts/queries.ts'
import { useRemembered } from '../../parts/remembered.ts'
import { safePath, withFrom } from '../../parts/safe-path.ts'
import { TownField } from '../../parts/town-field.tsx'
import { ProviderEndingAlert } from '../../parts/provider-ending.tsx'
import { Outside } from '../../shell/outside.tsx'
import { useText } from '../../text/dictionary.ts'
import { shellText } from '../../text/shell.ts'
import { ProviderButton } from './provider-button.tsx'

type SignInFields = { readonly userName: string; readonly town?: string; readonly password: string }

export function SignInPage() {
  const text = useText(shellText).signIn
  const [search] = useSearchParams()
  const session = useAnswer(accountEndpoints.readSession, {})
  const target = safePath(search.get('from'))
  useEffect(() => {
    document.title = `${text.title} · 公道`
  }, [text])
  if (session.data !== undefined && session.data.signedIn !== false && !session.isFetching)
    return <Navigate to={session.data.signedIn === 'half' ? withFrom('/second-factor', target) : target} replace />
  const outside = session.data?.signedIn === false ? session.data : null
  if (outside?.setUpNeeded === true) return <Navigate to="/set-up" replace />
  return (
    <Outside title={text.title}>
      <ProviderEndingAlert />
      <SignInForm townNeeded={outside?.townNeeded === true} target={target} />
      {outside !== null && outside.provider !== null && (
        <ProviderButton provider={outside.provider} returnTo={target} />
      )}
      <p style={{ marginBottom: 16 }}>
        {text.firstTime} <Link to="/activate">{text.activate}</Link>
      </p>
    </Outside>
  )
}

function SignInForm({ townNeeded, target }: { readonly townNeeded: boolean; readonly target: string }) {
  const text = useText(shellText).signIn
  const navigate = useNavigate()
  const signIn = useCommand(accountEndpoints.signIn, { quiet: true })
  const [lastTown, rememberTown] = useRemembered('town', '')
  const submit = async ({ userName, town = '', password }: SignInFields) => {
    const body = { userName, password, ...(town.trim() === '' ? {} : { town: town.trim() }) }
    await signIn.mutateAsync({ body }).then(
      () => {
        if (townNeeded) rememberTown(town.trim())
        return navigate(target, { replace: true })
      },
      () => undefined,
    )
  }
  return (
    <Form<SignInFields>
      layout="vertical"
      onFinish={(form) => void submit(form)}
      size="large"
      initialValues={{ town: lastTown }}
    >
      {signIn.error !== null && (
        <Alert type="error" showIcon title={messageOf(signIn.error)} style={{ marginBottom: 16 }} role="alert" />
      )}
      <Form.Item name="userName" label={text.userName} rules={[{ required: true, message: text.userNameNeeded }]}>
        <Input autoComplete="username" autoFocus />
      </Form.Item>
      {townNeeded && <TownField />}
      <Form.Item name="password" label={text.password} rules={[{ required: true, message: text.passwordNeeded }]}>
        <Input.Password autoComplete="current-password" />
      </Form.Item>
      <Form.Item>
        <Button type="primary" htmlType="submit" block loading={signIn.isPending}>
          {text.submit}
        </Button>
      </Form.Item>
    </Form>
  )
}
