import { Tag } from 'antd'
import { use } from 'react'
import type { Citation } from '../../../../domain/regulation/citation.ts'
import type { Origin } from '../../../../domain/scheme/scheme.ts'
import { useText } from '../../../text/dictionary.ts'
import { schemeText } from '../../../text/scheme.ts'
import { schemeWorkText } from '../../../text/scheme-work.ts'
import styles from './cards.module.css'
import { WorkbenchContext } from './workbench-context.ts'

/** What the text did not say is marked wherever it is shown: the system's suggestion, a person's addition or change. */
export function OriginMark({
  origin,
  source = null,
}: {
  readonly origin: Origin | undefined
  /** The clause of what a person has made: with one it was changed, without one it was added. */
  readonly source?: Citation | null | undefined
}) {
  const text = useText(schemeText).rule
  const words = useText(schemeWorkText)
  // On paper nothing of the workbench is around: only what the system suggests is marked there.
  const view = use(WorkbenchContext)
  if (origin === 'default') return <Tag className={styles.suggested ?? ''}>{text.originDefault}</Tag>
  // Without a text everything is made by hand.
  if (origin === 'person' && view !== null && view.model.text !== '')
    return <Tag className={styles.byHand ?? ''}>{source === null ? text.originPerson : words.originHand}</Tag>
  return null
}
