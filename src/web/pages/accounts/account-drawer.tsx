import { Drawer } from 'antd'
import type { AccountPerson, AccountView, Slip } from '../../../http/contract/town-accounts.ts'
import { useMay, useSession } from '../../parts/session.tsx'
import { accountsText } from '../../text/accounts.ts'
import { useText } from '../../text/dictionary.ts'
import { momentText } from '../../text/figure.ts'
import { AccountActions } from './account-actions.tsx'
import { PersonWords } from './account-columns.tsx'
import styles from './accounts-page.module.css'
import { LinkPerson } from './link-person.tsx'
import { RoleEditor } from './role-editor.tsx'
import { RoleTags, StateTag } from './role-tags.tsx'

/** One account: what it is, and what whoever looks may change of it. */
export function AccountDrawer({
  account,
  without,
  onSlips,
  onClose,
}: {
  readonly account: AccountView | null
  readonly without: readonly AccountPerson[]
  readonly onSlips: (slips: readonly Slip[]) => void
  readonly onClose: () => void
}) {
  const text = useText(accountsText)
  const may = useMay()
  const { town } = useSession()
  const mayLink = may('account.change', 'role.grant') && !town.isSample
  return (
    <Drawer open={account !== null} onClose={onClose} size="min(520px, 100vw)" title={account?.userName}>
      {account !== null && (
        <>
          <section className={styles.section}>
            <p>
              <StateTag account={account} /> {text.secondFactor}{' '}
              {account.hasSecondFactor ? text.hasSecondFactor : text.noSecondFactor}
            </p>
            <div>
              <PersonWords account={account} />
            </div>
            <p>
              <RoleTags account={account} />
            </p>
            <p className="quiet">{madeWords(account, text)}</p>
            {account.state === 'waiting' && (
              <p className="quiet">
                {account.codeUntil === null ? text.codeOver : text.codeUntil(momentText(account.codeUntil))}
              </p>
            )}
          </section>
          {/* What was ticked or chosen for one account is not for the next, nor for what became of this one. */}
          <RoleEditor key={`roles ${account.id} ${account.granted.join()}`} account={account} />
          {mayLink && (
            <LinkPerson
              key={`person ${account.id} ${account.person?.staffNumber ?? ''}`}
              account={account}
              without={without}
            />
          )}
          {!town.isSample && may('account.change', 'role.grant') && (
            <AccountActions key={`actions ${account.id}`} account={account} onSlips={onSlips} />
          )}
        </>
      )}
    </Drawer>
  )
}

function madeWords({ createdAt, createdBy }: AccountView, text: (typeof accountsText)['zh']): string {
  const moment = momentText(createdAt)
  return createdBy === null ? text.createdFirst(moment) : text.createdBy(moment, createdBy)
}
