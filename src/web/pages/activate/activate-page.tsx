import { Alert, Button, Form, Input } from 'antd'
import { useEffect } from 'react'
import { Link, useNavigate, useSearchParams } from 'react-router'
import { accountEndpoints } from '../../../http/contract/account.ts'
import { secondFactorEndpoints } from '../../../http/contract/second-factor.ts'
import { messageOf } from '../../parts/api.ts'
import { NewPasswordFields } from '../../parts/new-password-fields.tsx'
import { useAnswer, useCommand } from '../../parts/queries.ts'
import { useRemembered } from '../../parts/remembered.ts'
import { TownField } from '../../parts/town-field.tsx'
import { Outside } from '../../shell/outside.tsx'
import { activateText } from '../../text/activate.ts'
import { useText } from '../../text/dictionary.ts'

type ActivateForm = {
  readonly userName: string
  readonly town?: string
  readonly code: string
  readonly password: string
}

const fields = secondFactorEndpoints.activateAccount.body?.shape

/** A password by the set-up code on paper. A link may fill in who and where, never the code. */
export function ActivatePage() {
  const text = useText(activateText)
  const [search] = useSearchParams()
  const navigate = useNavigate()
  const session = useAnswer(accountEndpoints.readSession, {})
  const activate = useCommand(secondFactorEndpoints.activateAccount, { quiet: true })
  const [lastTown, rememberTown] = useRemembered('town', '')
  const [linkedUser, linkedTown] = [search.get('user'), search.get('town')]
  useEffect(() => {
    document.title = `${text.title} · 公道`
  }, [text])
  const townNeeded = session.data?.signedIn === false && session.data.townNeeded
  const submit = async ({ userName, town, code, password }: ActivateForm) => {
    const meant = town?.trim() || linkedTown || ''
    await activate
      .mutateAsync({ body: { userName, code, password, ...(meant === '' ? {} : { town: meant }) } })
      .then(
        () => {
          if (townNeeded) rememberTown(meant)
          return navigate('/', { replace: true })
        },
        () => undefined,
      )
  }
  return (
    <Outside title={text.title}>
      <Form<ActivateForm>
        layout="vertical"
        onFinish={(form) => void submit(form)}
        validateTrigger="onBlur"
        initialValues={{ userName: linkedUser ?? '', town: linkedTown ?? lastTown }}
      >
        <p className="quiet" style={{ marginBottom: 16 }}>
          {text.intro}
        </p>
        {activate.error !== null && (
          <Alert
            type="error"
            showIcon
            title={messageOf(activate.error)}
            style={{ marginBottom: 16 }}
            role="alert"
          />
        )}
        <Form.Item
          name="userName"
          label={text.userName}
          rules={[{ required: true, message: text.userNameNeeded }]}
        >
          <Input autoComplete="username" autoFocus={linkedUser === null} />
        </Form.Item>
        {townNeeded && <TownField />}
        <Form.Item
          name="code"
          label={text.code}
          extra={text.codeHint}
          rules={[{ required: true, message: text.codeNeeded }]}
        >
          <Input
            autoComplete="off"
            autoCapitalize="characters"
            placeholder="K7QM-2XRT-9HWD"
            autoFocus={linkedUser !== null}
          />
        </Form.Item>
        <NewPasswordFields
          field={fields?.password}
          words={{
            password: text.password,
            hint: text.passwordHint,
            again: text.passwordAgain,
            mismatch: text.mismatch,
          }}
        />
        <Form.Item>
          <Button type="primary" htmlType="submit" block size="large" loading={activate.isPending}>
            {text.submit}
          </Button>
        </Form.Item>
        <p className="quiet">{text.noCode}</p>
        <p style={{ marginBottom: 12 }}>
          <Link to="/sign-in">{text.back}</Link>
        </p>
      </Form>
    </Outside>
  )
}
