import {
  AccountBookOutlined,
  AuditOutlined,
  BellOutlined,
  BulbOutlined,
  CalendarOutlined,
  CarryOutOutlined,
  CheckSquareOutlined,
  ClockCircleOutlined,
  CoffeeOutlined,
  CompassOutlined,
  EnvironmentOutlined,
  ExceptionOutlined,
  FileDoneOutlined,
  FileSearchOutlined,
  FileTextOutlined,
  FlagOutlined,
  FormOutlined,
  HomeOutlined,
  IdcardOutlined,
  KeyOutlined,
  MobileOutlined,
  MessageOutlined,
  NotificationOutlined,
  OrderedListOutlined,
  QuestionCircleOutlined,
  ReadOutlined,
  ScheduleOutlined,
  SafetyCertificateOutlined,
  SolutionOutlined,
  SwapOutlined,
  TableOutlined,
  TeamOutlined,
  TrophyOutlined,
  WalletOutlined,
} from '@ant-design/icons'
import { Menu, type MenuProps } from 'antd'
import { Link, useLocation } from 'react-router'
import { useMay, useSeesOthersScores, useSession } from '../parts/session.tsx'
import { useText } from '../text/dictionary.ts'
import { shellText } from '../text/shell.ts'

type MenuItem = NonNullable<MenuProps['items']>[number]

/** Only the pages one's roles open; what waits for a hand carries its count, and an empty group is not there. */
export function SideMenu({ onChosen }: { readonly onChosen?: () => void }) {
  const text = useText(shellText).menu
  const { pathname } = useLocation()
  const { progress, roles, staffNumber } = useSession()
  const may = useMay()
  const seesOthersScores = useSeesOthersScores()
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
  const when = (isOpen: boolean, item: () => MenuItem): MenuItem[] => (isOpen ? [item()] : [])
  const group = (key: string, label: string, children: MenuItem[]): MenuItem[] =>
    children.length === 0 ? [] : [{ type: 'group', key, label, children }]
  const unconfirmed = progress.unconfirmedEntries ?? 0
  const items: MenuItem[] = [
    link('/', text.home, <HomeOutlined />),
    ...when(may('scheme.read'), () => link('/scheme', text.scheme, <FileTextOutlined />)),
    ...group('daily', text.dailyGroup, [
      ...when(may('proposed-entry.read'), () =>
        link('/suggestions', text.suggestions, <BulbOutlined />, progress.openProposals ?? 0),
      ),
      ...when(may('entry.record'), () => link('/entries/new', text.record, <FormOutlined />)),
      ...when(may('entry.confirm'), () =>
        link('/entries/confirm', text.confirm, <CheckSquareOutlined />, unconfirmed),
      ),
      ...when(may('entry.read'), () => link('/entries', text.entries, <OrderedListOutlined />)),
      ...when(may('inspection.read'), () => link('/inspections', text.inspections, <CompassOutlined />)),
      ...when(may('inspection.visit'), () => link('/inspect', text.inspect, <MobileOutlined />)),
      ...when(may('attendance.read'), () =>
        link('/registers/attendance', text.attendance, <ClockCircleOutlined />),
      ),
      ...when(may('leave.read'), () => link('/registers/leave', text.leave, <CoffeeOutlined />)),
      ...when(may('whereabouts.read'), () =>
        link('/registers/whereabouts', text.whereabouts, <EnvironmentOutlined />),
      ),
      ...when(may('duty.read'), () => link('/registers/duty', text.duty, <SwapOutlined />)),
      ...when(may('gathering.read'), () => link('/registers/gathering', text.gatherings, <TeamOutlined />)),
      ...when(may('study.read'), () => link('/registers/study', text.study, <ReadOutlined />)),
      ...when(may('task.read'), () => link('/registers/task', text.tasks, <CarryOutOutlined />)),
      ...when(may('superior-result.read'), () =>
        link('/registers/superior-result', text.superiorResults, <FlagOutlined />),
      ),
      ...when(may('complaint.open-form'), () =>
        link('/registers/complaint', text.complaints, <MessageOutlined />),
      ),
      ...when(may('rating.read'), () => link('/ratings', text.ratings, <AuditOutlined />)),
    ]),
    ...group('results', text.resultGroup, [
      ...when(staffNumber !== null, () => link(ownSheetPath(staffNumber), text.ownSheet, <IdcardOutlined />)),
      ...when(staffNumber !== null && may('pay-list.read'), () =>
        link('/own-pay', text.ownPay, <AccountBookOutlined />),
      ),
      ...when(may('period.read'), () => link('/months', text.months, <ScheduleOutlined />)),
      ...when(seesOthersScores, () => link('/standings', text.standings, <TrophyOutlined />)),
      ...when(may('bulletin.read'), () =>
        link('/bulletins', text.bulletins, <NotificationOutlined />, progress.noticedBulletins ?? 0),
      ),
      ...when(may('pay.read'), () => link('/pay', text.pay, <WalletOutlined />)),
      ...when(may('result.read') || roles.includes('finance'), () =>
        link('/results/final', may('result.read') ? text.final : text.payList, <FileDoneOutlined />),
      ),
    ]),
    ...group('oversight', text.oversightGroup, [
      ...when(may('proceeding.read'), () =>
        link('/proceedings', text.proceedings, <ExceptionOutlined />, progress.waitingProceedings),
      ),
      ...when(may('correction.answer'), () =>
        link('/corrections', text.corrections, <SolutionOutlined />, progress.openCorrections ?? 0),
      ),
      ...when(may('proof.read'), () => link('/proof', text.proof, <SafetyCertificateOutlined />)),
      ...when(may('audit.read'), () => link('/audit', text.audit, <FileSearchOutlined />)),
    ]),
    ...group('settings', text.settingsGroup, [
      ...when(may('people.read'), () => link('/people', text.people, <TeamOutlined />)),
      ...when(may('calendar.read'), () => link('/calendar', text.calendar, <CalendarOutlined />)),
      ...when(may('reminder.configure'), () => link('/reminders', text.reminders, <BellOutlined />)),
      ...when(may('account.read'), () => link('/accounts', text.accounts, <KeyOutlined />)),
      link('/policies', text.policies, <TableOutlined />),
      link('/help', text.help, <QuestionCircleOutlined />),
    ]),
  ]
  return (
    <Menu
      mode="inline"
      inlineIndent={12}
      items={items}
      selectedKeys={[placeOf(pathname, staffNumber)]}
      style={{ borderInlineEnd: 0, background: 'transparent' }}
      onClick={() => onChosen?.()}
    />
  )
}

export function ownSheetPath(staffNumber: string | null): string {
  return `/people/${encodeURIComponent(staffNumber ?? '')}/sheet`
}

/** A page under another belongs to its menu entry: a person's sheet to 成绩, a version to 办法与方案. */
function placeOf(pathname: string, staffNumber: string | null): string {
  if (pathname === ownSheetPath(staffNumber)) return pathname
  if (/^\/people\/[^/]+\/sheet/.test(pathname)) return '/standings'
  if (pathname.startsWith('/registers/attendance')) return '/registers/attendance'
  if (pathname.startsWith('/inspections')) return '/inspections'
  if (/^\/(?:registers\/gathering|sign-in-at)\//.test(pathname)) return '/registers/gathering'
  if (pathname.startsWith('/people')) return '/people'
  if (pathname.startsWith('/scheme')) return '/scheme'
  if (pathname.startsWith('/bulletins')) return '/bulletins'
  if (pathname.startsWith('/proceedings')) return '/proceedings'
  return pathname
}
