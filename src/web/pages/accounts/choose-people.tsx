import { Button, Input, Select } from 'antd'
import type { AccountsView } from '../../../http/contract/town-accounts.ts'
import { accountsText } from '../../text/accounts.ts'
import { useText } from '../../text/dictionary.ts'
import styles from './accounts-page.module.css'
import { officesOf } from './find-accounts.ts'
import { personOptions } from './person-options.ts'
import type { AccountWish } from './wanted-accounts.ts'

/** People of the roster without an account: one by one, by office, or everyone. */
export function ChoosePeople({
  view: { without, accounts },
  wish,
  onChange,
}: {
  readonly view: AccountsView
  readonly wish: AccountWish
  readonly onChange: (wish: AccountWish) => void
}) {
  const text = useText(accountsText).making
  if (without.length === 0) {
    const isRosterKnown = accounts.some(({ person }) => person !== null)
    return <p className={styles.section}>{isRosterKnown ? text.nobodyLeft : text.rosterEmpty}</p>
  }
  const choose = (staffNumbers: readonly string[]) =>
    onChange({ ...wish, staffNumbers: [...new Set(staffNumbers)] })
  const ofOffice = (office: string) =>
    without.filter(({ offices }) => offices.includes(office)).map(({ staffNumber }) => staffNumber)
  return (
    <div className={styles.section}>
      <h3>{text.people}</h3>
      <Select
        aria-label={text.people}
        mode="multiple"
        allowClear
        maxTagCount={12}
        showSearch={{ optionFilterProp: 'found' }}
        placeholder={text.peoplePlaceholder}
        value={[...wish.staffNumbers]}
        onChange={choose}
        options={personOptions(without)}
        style={{ width: '100%' }}
      />
      <div className={styles.actions}>
        <Button onClick={() => choose(without.map(({ staffNumber }) => staffNumber))}>
          {text.everyone(without.length)}
        </Button>
        <Select
          aria-label={text.addOffice}
          placeholder={text.addOffice}
          value={null}
          onChange={(office: string | null) => {
            if (office !== null) choose([...wish.staffNumbers, ...ofOffice(office)])
          }}
          options={officesOf(without).map((office) => ({
            value: office,
            label: `${office}（${String(ofOffice(office).length)}）`,
          }))}
          style={{ minWidth: 180 }}
        />
        {wish.staffNumbers.length > 0 && <span className="quiet">{text.chosen(wish.staffNumbers.length)}</span>}
      </div>
      {wish.staffNumbers.length === 1 && (
        <>
          <h3 className={styles.label}>{text.userName}</h3>
          <Input
            aria-label={text.userName}
            placeholder={text.userNameDefault}
            maxLength={40}
            value={wish.userName}
            onChange={(event) => onChange({ ...wish, userName: event.target.value })}
          />
        </>
      )}
    </div>
  )
}
