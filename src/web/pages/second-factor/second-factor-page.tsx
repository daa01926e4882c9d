import { App, Button } from 'antd'
import { useEffect, useState } from 'react'
import { Navigate, useNavigate, useSearchParams } from 'react-router'
import { accountEndpoints } from '../../../http/contract/account.ts'
import { useAnswer, useCommand } from '../../parts/queries.ts'
import { RecoveryCodeList } from '../../parts/recovery-code-list.tsx'
import { safePath, withFrom } from '../../parts/safe-path.ts'
import { ErrorState, LoadingState } from '../../parts/states.tsx'
import { Outside } from '../../shell/outside.tsx'
import { useText } from '../../text/dictionary.ts'
import { secondFactorText } from '../../text/second-factor.ts'
import { SetUpAuthenticator } from './set-up-authenticator.tsx'
import { ShowCode } from './show-code.tsx'

type Kept = { readonly userName: string; readonly recoveryCodes: readonly string[] }

/** What stands between the right password and the work: showing the second factor, or setting it up. */
export function SecondFactorPage() {
  const text = useText(secondFactorText)
  const [search] = useSearchParams()
  const navigate = useNavigate()
  const { message } = App.useApp()
  const session = useAnswer(accountEndpoints.readSession, {})
  // By now the session is whole, and yet one stays until the codes are kept.
  const [shown, show] = useState<Kept | null>(null)
  const target = safePath(search.get('from'))
  const isSetUp = shown === null && session.data?.signedIn === 'half' && session.data.secondFactor === 'needed'
  const title = isSetUp ? text.title : shown === null ? text.setUp.title : text.codes.title
  useEffect(() => {
    document.title = `${title} · 公道`
  }, [title])
  if (shown !== null)
    return (
      <Outside title={title}>
        <RecoveryCodeList {...shown} onKept={() => void navigate(target, { replace: true })} />
      </Outside>
    )
  if (session.data === undefined)
    return (
      <Outside title={text.title}>
        {session.error === null ? (
          <LoadingState rows={4} />
        ) : (
          <ErrorState error={session.error} onRetry={() => void session.refetch()} />
        )}
      </Outside>
    )
  if (session.data.signedIn === false) return <Navigate to={withFrom('/sign-in', target)} replace />
  if (session.data.signedIn !== 'half') return <Navigate to={target} replace />
  const { userName, secondFactor } = session.data
  return (
    <Outside title={title}>
      {secondFactor === 'needed' ? (
        <ShowCode
          onShown={(left) => {
            if (left !== null) void message.warning({ content: text.show.left(left), duration: 8 })
          }}
        />
      ) : (
        <SetUpAuthenticator onSetUp={(recoveryCodes) => show({ userName, recoveryCodes })} />
      )}
      <SignOut />
    </Outside>
  )
}

function SignOut() {
  const text = useText(secondFactorText)
  const navigate = useNavigate()
  const signOut = useCommand(accountEndpoints.signOut, {
    onDone: () => void navigate('/sign-in', { replace: true }),
  })
  return (
    <Button
      type="link"
      style={{ paddingInline: 0, marginBottom: 12 }}
      loading={signOut.isPending}
      onClick={() => signOut.mutate({})}
    >
      {text.signOut}
    </Button>
  )
}
