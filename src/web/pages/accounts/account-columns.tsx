import { Button } from 'antd'
import type { AccountView } from '../../../http/contract/town-accounts.ts'
import type { ListColumn } from '../../parts/list-page.tsx'
import { accountsText } from '../../text/accounts.ts'
import { useText } from '../../text/dictionary.ts'
import { momentText } from '../../text/figure.ts'
import styles from './accounts-page.module.css'
import { RoleTags, StateTag } from './role-tags.tsx'

type Words = (typeof accountsText)['zh']

export function accountColumns(text: Words, open: (account: AccountView) => void): ListColumn<AccountView>[] {
  return [
    {
      key: 'userName',
      title: text.userName,
      pinned: true,
      sorter: (a, b) => a.userName.localeCompare(b.userName, 'zh'),
      render: (_, account) => (
        <>
          <Button type="link" aria-label={text.open(account.userName)} onClick={() => open(account)}>
            {account.userName}
          </Button>
          {account.isOwn && <span className="quiet">（{text.self}）</span>}
        </>
      ),
    },
    {
      key: 'person',
      title: text.person,
      sorter: (a, b) => officeOf(a).localeCompare(officeOf(b), 'zh'),
      render: (_, account) => <PersonWords account={account} />,
    },
    { key: 'roles', title: text.roles, width: 280, render: (_, account) => <RoleTags account={account} /> },
    { key: 'state', title: text.state, render: (_, account) => <StateTag account={account} /> },
    {
      key: 'secondFactor',
      title: text.secondFactor,
      render: (_, { hasSecondFactor }) => (hasSecondFactor ? text.hasSecondFactor : text.noSecondFactor),
    },
    {
      key: 'lastSeen',
      title: text.lastSeen,
      sorter: (a, b) => (a.lastSeenAt ?? '').localeCompare(b.lastSeenAt ?? ''),
      render: (_, account) => <span className="figure">{lastSeenWords(account, text)}</span>,
    },
  ]
}

function officeOf({ person }: AccountView): string {
  return person?.offices[0] ?? ''
}

/** Who has not come in yet: until when the code on the slip works. */
function lastSeenWords({ state, lastSeenAt, codeUntil }: AccountView, text: Words): string {
  if (state === 'waiting') return codeUntil === null ? text.codeOver : text.codeUntil(momentText(codeUntil))
  return lastSeenAt === null ? text.neverSeen : momentText(lastSeenAt)
}

/** Whose it is. Nothing keeps who decides from the own entries while the account is linked to nobody: that is said. */
export function PersonWords({ account: { person, granted, state } }: { readonly account: AccountView }) {
  const text = useText(accountsText)
  const decides = granted.includes('office') || granted.includes('leadingGroup')
  if (person === null)
    return (
      <>
        <span className="quiet">{text.nobody}</span>
        {decides && state !== 'suspended' && <div className={styles.unlinked}>{text.unlinked}</div>}
      </>
    )
  const place = [...person.offices, ...person.posts]
  return (
    <>
      {person.name} <span className="quiet figure">{person.staffNumber}</span>
      <div className="quiet">{place.length === 0 ? text.notAnyMore : place.join(' · ')}</div>
    </>
  )
}

/** An account on the phone's list. */
export function AccountCard({ account }: { readonly account: AccountView }) {
  const text = useText(accountsText)
  return (
    <>
      <strong>{account.userName}</strong> <StateTag account={account} />
      <div>
        <PersonWords account={account} />
      </div>
      <RoleTags account={account} />
      <div className="quiet">
        {text.secondFactor} {account.hasSecondFactor ? text.hasSecondFactor : text.noSecondFactor} ·{' '}
        {lastSeenWords(account, text)}
      </div>
    </>
  )
}
