import { MenuOutlined, UserOutlined } from '@ant-design/icons'
import { Button, Dropdown, Select, Tag, Tooltip } from 'antd'
import { Link } from 'react-router'
import { accountEndpoints } from '../../http/contract/account.ts'
import { useAssessmentYear } from '../parts/assessment-year.ts'
import { useCommand } from '../parts/queries.ts'
import { useSchemeOfYear } from '../parts/scheme-of-year.ts'
import { useSession } from '../parts/session.tsx'
import { useRolesInWords } from '../parts/use-roles-in-words.ts'
import { useIsPhone } from '../parts/use-is-phone.ts'
import { chooseLanguage, useLanguage, useText } from '../text/dictionary.ts'
import { shellText } from '../text/shell.ts'
import { ReminderBell } from './reminder-bell.tsx'
import mark from '../theme/mark.svg'
import styles from './shell.module.css'
import { useSignOut } from './use-sign-out.ts'

/** Town, period and version of the scheme stand here, always. */
export function TopBar({ onOpenMenu }: { readonly onOpenMenu: () => void }) {
  const text = useText(shellText)
  const isPhone = useIsPhone()
  return (
    <header className={`${styles.bar ?? ''} no-print`}>
      {isPhone && <Button type="text" icon={<MenuOutlined />} aria-label={text.openMenu} onClick={onOpenMenu} />}
      <Link to="/" className={styles.brand} aria-label={text.menu.home}>
        <img src={mark} alt="" />
        <span>{text.product}</span>
      </Link>
      <span className={styles.divider} />
      <TownSwitcher />
      <YearSelect />
      <SchemeVersion />
      <span className={styles.spring} />
      <ReminderBell />
      <UserMenu />
    </header>
  )
}

function TownSwitcher() {
  const text = useText(shellText)
  const { town, towns } = useSession()
  const chooseTown = useCommand(accountEndpoints.chooseTown)
  const label = (name: string, isSample: boolean) => (
    <>
      {/* The mark beside it says it already. */}
      {isSample ? name.replace('（示例）', '') : name}
      {isSample && (
        <Tag color="gold" style={{ marginInlineStart: 6, marginInlineEnd: 0 }}>
          {text.sample}
        </Tag>
      )}
    </>
  )
  if (towns.length <= 1) return <strong>{label(town.name, town.isSample)}</strong>
  return (
    <Select
      aria-label={text.town}
      variant="borderless"
      value={town.id}
      loading={chooseTown.isPending}
      popupMatchSelectWidth={false}
      options={towns.map((choice) => ({ value: choice.id, label: label(choice.name, choice.isSample) }))}
      onChange={(townId) => chooseTown.mutate({ body: { townId } })}
      style={{ fontWeight: 600, maxWidth: 240 }}
    />
  )
}

function YearSelect() {
  const text = useText(shellText)
  const isPhone = useIsPhone()
  const { today } = useSession()
  const [year, choose] = useAssessmentYear()
  const current = Number(today.slice(0, 4))
  const years = [...new Set([current + 1, current, current - 1, current - 2, year])].sort((a, b) => b - a)
  return (
    <Select
      aria-label={text.year}
      variant="borderless"
      value={year}
      popupMatchSelectWidth={false}
      options={years.map((choice) => ({ value: choice, label: isPhone ? String(choice) : text.yearOf(choice) }))}
      onChange={choose}
    />
  )
}

function SchemeVersion() {
  const text = useText(shellText)
  const isPhone = useIsPhone()
  const schemeVersion = useSchemeOfYear()
  if (schemeVersion === null)
    return (
      <Link to="/scheme" className={styles.version}>
        {text.noScheme}
      </Link>
    )
  return (
    <Tooltip title={text.schemeSince(schemeVersion.effectiveFrom)}>
      <Link to={`/scheme/versions/${String(schemeVersion.version)}`} className={styles.version}>
        {isPhone ? text.schemeVersionShort(schemeVersion.version) : text.schemeVersion(schemeVersion.version)}
      </Link>
    </Tooltip>
  )
}

function UserMenu() {
  const text = useText(shellText)
  const language = useLanguage()
  const { userName } = useSession()
  const rolesInWords = useRolesInWords()
  const isPhone = useIsPhone()
  const signOut = useSignOut()
  return (
    <>
      <Dropdown
        trigger={['click']}
        menu={{
          items: [
            ...(isPhone ? [{ key: 'name', label: userName, disabled: true }] : []),
            { key: 'role', label: rolesInWords, disabled: true },
            { type: 'divider' },
            { key: 'account', label: <Link to="/account">{text.ownAccount}</Link> },
            { key: 'language', label: text.language },
            { key: 'sign-out', label: text.signOut },
          ],
          onClick: ({ key }) => {
            if (key === 'language') chooseLanguage(language === 'zh' ? 'en' : 'zh')
            if (key === 'sign-out') void signOut()
          },
        }}
      >
        {isPhone ? (
          <Button type="text" icon={<UserOutlined />} aria-label={userName} />
        ) : (
          <Button type="text">{userName}</Button>
        )}
      </Dropdown>
    </>
  )
}
