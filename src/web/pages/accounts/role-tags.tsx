import { Tag } from 'antd'
import type { AccountView } from '../../../http/contract/town-accounts.ts'
import { accountsText } from '../../text/accounts.ts'
import { useText } from '../../text/dictionary.ts'
import { roleText } from '../../text/roles.ts'
import styles from './accounts-page.module.css'

/** Roles given, then those the roster gives, marked as such. */
export function RoleTags({ account }: { readonly account: AccountView }) {
  const text = useText(accountsText)
  const roles = useText(roleText)
  if (account.granted.length + account.fromRoster.length === 0)
    return <span className="quiet">{text.noRoles}</span>
  return (
    <span className={styles.tags}>
      {account.granted.map((role) => (
        <Tag key={role} color={role === 'founder' ? 'gold' : 'blue'}>
          {roles[role]}
        </Tag>
      ))}
      {account.fromRoster.map((role) => (
        <Tag key={role}>
          {roles[role]}
          <span className="quiet"> · {text.fromRoster}</span>
        </Tag>
      ))}
    </span>
  )
}

const stateColors = { waiting: 'orange', active: 'green', suspended: 'red' } as const

export function StateTag({ account }: { readonly account: AccountView }) {
  const text = useText(accountsText)
  return <Tag color={stateColors[account.state]}>{text.states[account.state]}</Tag>
}
