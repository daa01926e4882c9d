import { accountsText } from '../../text/accounts.ts'
import { useText } from '../../text/dictionary.ts'
import styles from './accounts-page.module.css'

/** What it is and what it becomes, before anybody is asked to agree. */
export function BeforeAfter({ before, after }: { readonly before: string; readonly after: string }) {
  const text = useText(accountsText).detail
  return (
    <dl className={styles.change}>
      <dt>{text.before}</dt>
      <dd>{before || text.none}</dd>
      <dt>{text.after}</dt>
      <dd>
        <strong>{after || text.none}</strong>
      </dd>
    </dl>
  )
}
