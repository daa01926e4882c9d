import { Alert } from 'antd'
import { useSearchParams } from 'react-router'
import { providerEndings } from '../../http/contract/provider.ts'
import { useText } from '../text/dictionary.ts'
import { providerText } from '../text/provider.ts'

/** How the way to the OpenID provider ended that led back to this page. */
export function ProviderEndingAlert() {
  const { endings } = useText(providerText)
  const [search] = useSearchParams()
  const ending = providerEndings.find((known) => known === search.get('provider'))
  if (ending === undefined) return null
  const type = ending === 'linked' ? 'success' : 'error'
  return <Alert type={type} showIcon title={endings[ending]} style={{ marginBottom: 16 }} role="alert" />
}
