import { App, Button, Select } from 'antd'
import { useState } from 'react'
import {
  townAccountEndpoints,
  type AccountPerson,
  type AccountView,
} from '../../../http/contract/town-accounts.ts'
import { messageOf } from '../../parts/api.ts'
import { useCommand } from '../../parts/queries.ts'
import { useMay, useSession } from '../../parts/session.tsx'
import { accountsText } from '../../text/accounts.ts'
import { useText } from '../../text/dictionary.ts'
import styles from './accounts-page.module.css'
import { BeforeAfter } from './before-after.tsx'
import { personOptions, personWords } from './person-options.ts'

/** Whose place on the roster the account is. */
export function LinkPerson({
  account,
  without,
}: {
  readonly account: AccountView
  readonly without: readonly AccountPerson[]
}) {
  const text = useText(accountsText)
  const words = text.detail
  const { roles } = useSession()
  const { modal, message } = App.useApp()
  const current = account.person
  const [chosen, choose] = useState<string | null>(current?.staffNumber ?? null)
  const link = useCommand(townAccountEndpoints.linkPerson, {
    quiet: true,
    onDone: () => void message.success(words.linked),
  })
  const people = current === null ? without : [current, ...without]
  const may = useMay()
  const isGuarded = account.granted.length > 0 || account.fromRoster.some((role) => role !== 'staff')
  const isClosed = account.isOwn && (current !== null || !roles.includes('founder'))
  const nameOf = (staffNumber: string | null) => {
    const person = people.find((one) => one.staffNumber === staffNumber)
    return person === undefined ? text.nobody : personWords(person)
  }
  const ask = () => {
    void modal.confirm({
      title: words.askLink(account.userName),
      content: (
        <>
          <BeforeAfter before={nameOf(current?.staffNumber ?? null)} after={nameOf(chosen)} />
          <p>{words.linkText}</p>
        </>
      ),
      okText: words.ok,
      cancelText: words.cancel,
      onOk: () => link.mutate({ params: { accountId: account.id }, body: { staffNumber: chosen } }),
    })
  }
  return (
    <section className={styles.section}>
      <h3>{words.person}</h3>
      {isClosed ? (
        <p className="quiet">{words.personOwn}</p>
      ) : isGuarded && !may('role.grant') ? (
        <p className="quiet">{words.personBySecurity}</p>
      ) : (
        <>
          <Select
            aria-label={words.person}
            allowClear
            showSearch={{ optionFilterProp: 'found' }}
            placeholder={words.personPlaceholder}
            value={chosen}
            onChange={(next: string | undefined) => choose(next ?? null)}
            options={personOptions(people)}
            style={{ width: '100%' }}
          />
          <div className={styles.actions}>
            <Button disabled={chosen === (current?.staffNumber ?? null)} loading={link.isPending} onClick={ask}>
              {words.link}
            </Button>
          </div>
        </>
      )}
      {link.error !== null && (
        <p role="alert" className={styles.problem}>
          {messageOf(link.error)}
        </p>
      )}
    </section>
  )
}
