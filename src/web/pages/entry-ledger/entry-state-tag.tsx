import { Tag } from 'antd'
import type { EntryState } from '../../../domain/ledger/entry.ts'
import { entryStateTones, entryStateWords } from '../../text/entry-words.ts'

export function EntryStateTag({ state }: { readonly state: EntryState }) {
  return <Tag color={entryStateTones[state]}>{entryStateWords[state]}</Tag>
}
