import { Alert } from 'antd'
import { removedEntriesSentence, type RemovedEntries } from '../../../domain/scoring/removed-entries.ts'

/** What a later version of the year's scheme took away from under entries already made, one sentence each. */
export function RemovedNotice({ removed }: { readonly removed: readonly RemovedEntries[] }) {
  if (removed.length === 0) return null
  return <Alert type="warning" showIcon title={removed.map(removedEntriesSentence).join('')} />
}
