import { Tag } from 'antd'
import type { Origin } from '../../../../domain/scheme/scheme.ts'
import { useText } from '../../../text/dictionary.ts'
import { schemeText } from '../../../text/scheme.ts'

/** What the text did not say is marked wherever it is shown. */
export function OriginMark({ origin }: { readonly origin: Origin | undefined }) {
  const text = useText(schemeText).rule
  if (origin === 'default') return <Tag color="gold">{text.originDefault}</Tag>
  if (origin === 'person') return <Tag color="blue">{text.originPerson}</Tag>
  return null
}
