import {
  AuditOutlined,
  CheckSquareOutlined,
  FileTextOutlined,
  FormOutlined,
  HomeOutlined,
  OrderedListOutlined,
  QuestionCircleOutlined,
  TeamOutlined,
  TrophyOutlined,
  WalletOutlined,
} from '@ant-design/icons'
import { Menu, type MenuProps } from 'antd'
import { Link, useLocation } from 'react-router'
import { useSession } from '../parts/session.tsx'
import { useText } from '../text/dictionary.ts'
import { shellText } from '../text/shell.ts'

type MenuItem = NonNullable<MenuProps['items']>[number]

/** Only the pages there are; what waits for a hand carries its count. */
export function SideMenu({ onChosen }: { readonly onChosen?: () => void }) {
  const text = useText(shellText).menu
  const { pathname } = useLocation()
  const { progress } = useSession()
  const link = (path: string, label: string, icon: React.ReactNode, count = 0): MenuItem => ({
    key: path,
    icon,
    label: (
      <Link to={path}>
        {label}
        {count > 0 && <span className="figure"> {count}</span>}
      </Link>
    ),
  })
  const group = (key: string, label: string, children: MenuItem[]): MenuItem => ({
    type: 'group',
    key,
    label,
    children,
  })
  const items: MenuItem[] = [
    link('/', text.home, <HomeOutlined />),
    link('/scheme', text.scheme, <FileTextOutlined />),
    group('daily', text.dailyGroup, [
      link('/entries/new', text.record, <FormOutlined />),
      link('/entries/confirm', text.confirm, <CheckSquareOutlined />, progress.unconfirmedEntries),
      link('/entries', text.entries, <OrderedListOutlined />),
      link('/ratings', text.ratings, <AuditOutlined />),
    ]),
    group('results', text.resultGroup, [
      link('/standings', text.standings, <TrophyOutlined />),
      link('/pay', text.pay, <WalletOutlined />),
    ]),
    group('settings', text.settingsGroup, [
      link('/people', text.people, <TeamOutlined />),
      link('/help', text.help, <QuestionCircleOutlined />),
    ]),
  ]
  return (
    <Menu
      mode="inline"
      inlineIndent={12}
      items={items}
      selectedKeys={[placeOf(pathname)]}
      style={{ borderInlineEnd: 0, background: 'transparent' }}
      onClick={() => onChosen?.()}
    />
  )
}

/** A page under another belongs to its menu entry: a person's sheet to 成绩, a version to 办法与方案. */
function placeOf(pathname: string): string {
  if (/^\/people\/[^/]+\/sheet/.test(pathname)) return '/standings'
  if (pathname.startsWith('/scheme')) return '/scheme'
  return pathname
}
