import { Alert, Button, Divider } from 'antd'
import { providerEndpoints } from '../../../http/contract/provider.ts'
import { messageOf } from '../../parts/api.ts'
import { useCommand } from '../../parts/queries.ts'
import { useText } from '../../text/dictionary.ts'
import { providerText } from '../../text/provider.ts'

type Props = {
  /** What the button says. */
  readonly provider: string
  readonly returnTo: string
}

/** The other way in: over to the OpenID provider. */
export function ProviderButton({ provider, returnTo }: Props) {
  const text = useText(providerText)
  const begin = useCommand(providerEndpoints.beginProviderSignIn, {
    quiet: true,
    onDone: ({ address }) => window.location.assign(address),
  })
  return (
    <>
      <Divider plain>{text.or}</Divider>
      {begin.error !== null && (
        <Alert type="error" showIcon title={messageOf(begin.error)} style={{ marginBottom: 16 }} role="alert" />
      )}
      <Button
        block
        size="large"
        style={{ marginBottom: 16 }}
        loading={begin.isPending || begin.isSuccess}
        onClick={() => begin.mutate({ body: { returnTo } })}
      >
        {text.signIn(provider)}
      </Button>
    </>
  )
}
