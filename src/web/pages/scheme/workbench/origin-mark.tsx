import { Tag } from 'antd'
import type { Origin } from '../../../../domain/scheme/scheme.ts'
import { useText } from '../../../text/dictionary.ts'
import { schemeText } from '../../../text/scheme.ts'
import styles from './cards.module.css'
import { useWorkbench } from './workbench-context.ts'

/** What the text did not say is marked wherever it is shown. */
export function OriginMark({ origin }: { readonly origin: Origin | undefined }) {
  const text = useText(schemeText).rule
  const { model } = useWorkbench()
  if (origin === 'default') return <Tag className={styles.suggested ?? ''}>{text.originDefault}</Tag>
  // Without a text everything is made by hand.
  if (origin === 'person' && model.text !== '') return <Tag color="blue">{text.originPerson}</Tag>
  return null
}
