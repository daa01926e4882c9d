import { useQuery } from '@tanstack/react-query'
import { Alert, Button, Form, Input, Radio } from 'antd'
import { useEffect, useState } from 'react'
import { Link, useNavigate, useSearchParams } from 'react-router'
import { accountEndpoints } from '../../../http/contract/account.ts'
import { ApiError, call, messageOf } from '../../parts/api.ts'
import { fits } from '../../parts/fits.ts'
import { NewPasswordFields } from '../../parts/new-password-fields.tsx'
import { useAnswer, useCommand } from '../../parts/queries.ts'
import { LoadingState } from '../../parts/states.tsx'
import { Outside } from '../../shell/outside.tsx'
import { useText } from '../../text/dictionary.ts'
import { districtText } from '../../text/district.ts'
import { shellText } from '../../text/shell.ts'
import { DistrictForm } from './district-form.tsx'

type SetUpForm = {
  readonly townName: string
  readonly userName: string
  readonly password: string
  readonly passwordAgain: string
}

const fields = accountEndpoints.setUp.body?.shape

export function SetUpPage() {
  const text = useText(shellText)
  const [search] = useSearchParams()
  const session = useAnswer(accountEndpoints.readSession, {})
  const token = search.get('token') ?? ''
  useEffect(() => {
    document.title = `${text.setUp.title} · 公道`
  }, [text])
  const isDone = session.data !== undefined && (session.data.signedIn || !session.data.setUpNeeded)
  return (
    <Outside title={text.setUp.title}>
      {token !== '' ? (
        <CheckedLink token={token} />
      ) : isDone ? (
        <AlreadyDone />
      ) : (
        <Alert type="info" showIcon title={text.setUp.noToken} description={text.setUp.noTokenText} />
      )}
    </Outside>
  )
}

/** Says at once that a link is wrong or out of date, not after the form has been filled in. */
function CheckedLink({ token }: { readonly token: string }) {
  const text = useText(shellText).setUp
  const checked = useQuery({
    queryKey: ['set-up-link', token],
    queryFn: ({ signal }) => call(accountEndpoints.checkSetUpLink, { body: { token }, signal }),
    // Once only: after the set-up the link is used, and asking again would be refused.
    enabled: ({ state }) => state.data === undefined && state.error === null,
    retry: false,
  })
  if (checked.isPending) return <LoadingState rows={6} />
  if (checked.data?.opens === 'district') return <DistrictForm token={token} />
  const code = checked.error instanceof ApiError ? checked.error.code : null
  if (code === 'already-set-up') return <AlreadyDone />
  // Anything else, a lost connection say, is told when the form is sent.
  if (checked.error === null || code !== 'set-up-token-invalid') return <FirstForm token={token} />
  return <Alert type="error" showIcon role="alert" title={checked.error.message} description={text.noTokenText} />
}

/** The first account of all: a town's, or where the installation is a whole district's, the district's. */
function FirstForm({ token }: { readonly token: string }) {
  const { choice } = useText(districtText)
  const [isDistrict, choose] = useState(false)
  return (
    <>
      {isDistrict ? <DistrictForm token={token} /> : <OwnerForm token={token} />}
      <Form.Item label={choice.question} colon={false} style={{ marginBottom: 12 }}>
        <Radio.Group
          value={isDistrict}
          onChange={({ target }) => choose(target.value === true)}
          options={[
            { value: false, label: choice.town },
            { value: true, label: choice.district },
          ]}
        />
      </Form.Item>
    </>
  )
}

function AlreadyDone() {
  const text = useText(shellText)
  return (
    <p style={{ marginBottom: 24 }}>
      {text.setUp.alreadyDone} <Link to="/">{text.signIn.title}</Link>
    </p>
  )
}

function OwnerForm({ token }: { readonly token: string }) {
  const text = useText(shellText).setUp
  const navigate = useNavigate()
  const setUp = useCommand(accountEndpoints.setUp, { quiet: true })
  const submit = async ({ townName, userName, password }: SetUpForm) => {
    await setUp.mutateAsync({ body: { token, townName, userName, password } }).then(
      () => navigate('/', { replace: true }),
      () => undefined,
    )
  }
  return (
    <Form<SetUpForm> layout="vertical" onFinish={(form) => void submit(form)} validateTrigger="onBlur">
      <p className="quiet" style={{ marginBottom: 16 }}>
        {text.intro}
      </p>
      {setUp.error !== null && (
        <Alert type="error" showIcon title={messageOf(setUp.error)} style={{ marginBottom: 16 }} role="alert" />
      )}
      <Form.Item name="townName" label={text.townName} rules={[{ validator: fits(fields?.townName) }]}>
        <Input placeholder={text.townNameHint} autoFocus />
      </Form.Item>
      <Form.Item
        name="userName"
        label={text.userName}
        extra={text.userNameHint}
        rules={[{ validator: fits(fields?.userName) }]}
      >
        <Input autoComplete="username" />
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
        <Button type="primary" htmlType="submit" block size="large" loading={setUp.isPending}>
          {text.submit}
        </Button>
      </Form.Item>
    </Form>
  )
}
