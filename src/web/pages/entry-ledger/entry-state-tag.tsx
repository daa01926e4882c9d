import type { EntryState } from '../../../domain/ledger/entry.ts'
import { entryStateWords } from '../../text/entry-words.ts'
import styles from './entry-list.module.css'

export function EntryStateTag({ state }: { readonly state: EntryState }) {
  return (
    <span className={styles.state} data-state={state}>
      {entryStateWords[state]}
    </span>
  )
}
