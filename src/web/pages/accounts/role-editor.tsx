import { App, Button, Checkbox } from 'antd'
import { useState } from 'react'
import {
  givableRoles,
  townAccountEndpoints,
  type AccountView,
  type GrantableRole,
} from '../../../http/contract/town-accounts.ts'
import { messageOf } from '../../parts/api.ts'
import { useCommand } from '../../parts/queries.ts'
import { useMay } from '../../parts/session.tsx'
import { accountsText } from '../../text/accounts.ts'
import { useText } from '../../text/dictionary.ts'
import { roleText } from '../../text/roles.ts'
import styles from './accounts-page.module.css'
import { BeforeAfter } from './before-after.tsx'

/** Ticks the roles an account is given; what changes is shown and asked once. */
export function RoleEditor({ account }: { readonly account: AccountView }) {
  const text = useText(accountsText).detail
  const words = useText(roleText)
  const may = useMay()
  const { modal, message } = App.useApp()
  const shown = givableRoles.filter((role) => account.granted.includes(role))
  const [chosen, choose] = useState<readonly GrantableRole[]>(shown)
  const save = useCommand(townAccountEndpoints.giveRoles, {
    quiet: true,
    onDone: () => void message.success(text.rolesSaved),
  })
  if (!may('role.grant')) return <Closed title={text.roles} why={text.rolesBySecurity} />
  if (account.isOwn) return <Closed title={text.roles} why={text.rolesOwn} />
  const inWords = (roles: readonly GrantableRole[]) => roles.map((role) => words[role]).join('、')
  const isChanged = shown.join() !== chosen.join()
  const ask = () => {
    void modal.confirm({
      title: text.askRoles(account.userName),
      content: <BeforeAfter before={inWords(shown)} after={inWords(chosen)} />,
      okText: text.ok,
      cancelText: text.cancel,
      onOk: () =>
        save.mutate({ params: { accountId: account.id }, body: { shown: [...shown], roles: [...chosen] } }),
    })
  }
  return (
    <section className={styles.section}>
      <h3>{text.roles}</h3>
      <p className="quiet">{text.rolesHint}</p>
      <div className={styles.roles}>
        {givableRoles.map((role) => (
          <Checkbox
            key={role}
            checked={chosen.includes(role)}
            onChange={({ target }) =>
              choose(givableRoles.filter((each) => (each === role ? target.checked : chosen.includes(each))))
            }
          >
            {words[role]}
          </Checkbox>
        ))}
      </div>
      <Button type="primary" disabled={!isChanged} loading={save.isPending} onClick={ask}>
        {text.saveRoles}
      </Button>
      {save.error !== null && (
        <p role="alert" className={styles.problem}>
          {messageOf(save.error)}
        </p>
      )}
    </section>
  )
}

/** Not for this reader: said, and why. */
function Closed({ title, why }: { readonly title: string; readonly why: string }) {
  return (
    <section className={styles.section}>
      <h3>{title}</h3>
      <p className="quiet">{why}</p>
    </section>
  )
}
