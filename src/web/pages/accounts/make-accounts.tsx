import { App, Checkbox, Input, Modal, Segmented } from 'antd'
import { useState } from 'react'
import { useSearchParams } from 'react-router'
import {
  givableRoles,
  townAccountEndpoints,
  type AccountsView,
  type GrantableRole,
  type Slip,
} from '../../../http/contract/town-accounts.ts'
import { messageOf } from '../../parts/api.ts'
import { useCommand } from '../../parts/queries.ts'
import { useMay } from '../../parts/session.tsx'
import { accountsText } from '../../text/accounts.ts'
import { useText } from '../../text/dictionary.ts'
import { roleText } from '../../text/roles.ts'
import styles from './accounts-page.module.css'
import { ChoosePeople } from './choose-people.tsx'
import { emptyWish, wantedOf, type AccountWish } from './wanted-accounts.ts'

/** Accounts for people of the roster, or for others by name; their codes are shown next. */
export function MakeAccounts({
  view,
  onSlips,
  onClose,
}: {
  readonly view: AccountsView
  readonly onSlips: (slips: readonly Slip[]) => void
  readonly onClose: () => void
}) {
  const text = useText(accountsText).making
  const { modal } = App.useApp()
  const mayGive = useMay()('role.grant')
  const [search] = useSearchParams()
  const askedRoles = givableRoles.filter((role) => role === search.get('role-for'))
  const [wish, setWish] = useState<AccountWish>(() => ({
    ...emptyWish,
    from: view.without.length > 0 ? 'roster' : 'outside',
  }))
  const [roles, chooseRoles] = useState<readonly GrantableRole[]>(mayGive ? askedRoles : [])
  const [isTried, setTried] = useState(false)
  const nameOf = new Map(view.accounts.map(({ person }) => [person?.staffNumber, person?.name]))
  const make = useCommand(townAccountEndpoints.makeAccounts, {
    quiet: true,
    onDone: ({ slips, leftOut }) => {
      const names = leftOut.map(({ staffNumber, userName }) => nameOf.get(staffNumber) ?? userName).join('、')
      if (slips.length === 0) void modal.info({ title: text.nothingMade, content: names })
      else if (leftOut.length > 0) void modal.info({ title: text.leftOut(leftOut.length, names) })
      onClose()
      onSlips(slips)
    },
  })
  const wanted = wantedOf(wish)
  const submit = () => {
    setTried(true)
    if (wanted.length > 0 && !make.isPending) make.mutate({ body: { accounts: [...wanted], roles: [...roles] } })
  }
  const isMissing = isTried && wanted.length === 0
  return (
    <Modal
      open
      width="min(640px, 100vw)"
      title={text.title}
      onCancel={onClose}
      onOk={submit}
      okText={text.submit(wanted.length)}
      cancelText={text.cancel}
      confirmLoading={make.isPending}
    >
      <Segmented<AccountWish['from']>
        value={wish.from}
        onChange={(from) => setWish({ ...wish, from })}
        options={[
          { value: 'roster', label: text.fromRoster },
          { value: 'outside', label: text.outside },
        ]}
      />
      {wish.from === 'roster' ? (
        <ChoosePeople view={view} wish={wish} onChange={setWish} />
      ) : (
        <div className={styles.section}>
          <h3>{text.userNames}</h3>
          <Input.TextArea
            aria-label={text.userNames}
            rows={3}
            value={wish.names}
            placeholder={text.userNamesPlaceholder}
            onChange={(event) => setWish({ ...wish, names: event.target.value })}
          />
          <p className="quiet">{text.outsideHint}</p>
        </div>
      )}
      <RoleChoice mayGive={mayGive} roles={roles} onChange={chooseRoles} />
      {isMissing && (
        <p role="alert" className={styles.problem}>
          {wish.from === 'roster' ? text.peopleMissing : text.nameMissing}
        </p>
      )}
      {make.error !== null && (
        <p role="alert" className={styles.problem}>
          {messageOf(make.error)}
        </p>
      )}
    </Modal>
  )
}

function RoleChoice({
  mayGive,
  roles,
  onChange,
}: {
  readonly mayGive: boolean
  readonly roles: readonly GrantableRole[]
  readonly onChange: (roles: readonly GrantableRole[]) => void
}) {
  const text = useText(accountsText).making
  const words = useText(roleText)
  return (
    <div className={styles.section}>
      <h3>{text.roles}</h3>
      {mayGive ? (
        <div className={styles.roles}>
          {givableRoles.map((role) => (
            <Checkbox
              key={role}
              checked={roles.includes(role)}
              onChange={({ target }) =>
                onChange(givableRoles.filter((each) => (each === role ? target.checked : roles.includes(each))))
              }
            >
              {words[role]}
            </Checkbox>
          ))}
        </div>
      ) : (
        <p className="quiet">{text.noGrant}</p>
      )}
    </div>
  )
}
