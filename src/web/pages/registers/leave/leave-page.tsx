import { Segmented } from 'antd'
import { leaveDefinition } from '../../../../domain/registers/leave/leave-record.ts'
import { leaveEndpoints } from '../../../../http/contract/registers/leave.ts'
import { PageHeader } from '../../../parts/page-header.tsx'
import { useAnswer } from '../../../parts/queries.ts'
import { RegisterPage } from '../../../parts/register/register-page.tsx'
import { useMay, useSession } from '../../../parts/session.tsx'
import { oneOf, useUrlState } from '../../../parts/url-state.ts'
import { useText } from '../../../text/dictionary.ts'
import { leaveText } from '../../../text/leave.ts'
import { DecidePane } from './decide-pane.tsx'
import { LeaveBalancesPane } from './balances-pane.tsx'
import { LeaveCalendarPane } from './calendar-pane.tsx'
import { LeaveSettingsPane } from './settings-pane.tsx'
import { OfficeSteps } from './office-steps.tsx'
import { OwnLeavePane } from './own-leave-pane.tsx'
import styles from './leave.module.css'

const operations = {
  list: leaveEndpoints.listLeave,
  add: leaveEndpoints.addLeave,
  change: leaveEndpoints.changeLeave,
  withdraw: leaveEndpoints.withdrawLeave,
}
const tabs = ['own', 'decide', 'list', 'calendar', 'balances', 'settings'] as const
type Tab = (typeof tabs)[number]

/** 请假: one's own, what waits to be decided, the register, who is away, and the balances. */
export function LeavePage() {
  const text = useText(leaveText)
  const may = useMay()
  const { roles, staffNumber } = useSession()
  const [state, change] = useUrlState({ show: '' })
  const mayDecide = may('leave.approve')
  const waiting = useAnswer(leaveEndpoints.listLeaveToDecide, {}, { enabled: mayDecide })
  const isOpen: Readonly<Record<Tab, boolean>> = {
    own: staffNumber !== null && may('leave.request'),
    decide: mayDecide,
    list: roles.some((role) => role !== 'staff') && may('leave.read'),
    calendar: may('leave.read'),
    balances: may('leave.read'),
    settings: may('register.configure'),
  }
  const open = tabs.filter((tab) => isOpen[tab])
  const first = may('leave.keep') ? 'list' : (open[0] ?? 'calendar')
  const shown = oneOf(state.show, open, first)
  const count = waiting.data?.waiting.length ?? 0
  const nav = (
    <Segmented<Tab>
      className={styles.tabs ?? ''}
      value={shown}
      onChange={(tab) => change({ show: tab })}
      options={open.map((value) => ({
        value,
        label: value === 'decide' ? text.decideTab(count) : text.tabs[value],
      }))}
    />
  )
  if (shown === 'list')
    return (
      <RegisterPage
        definition={leaveDefinition}
        operations={operations}
        text={text}
        renderTally={() => nav}
        renderSteps={(record) => <OfficeSteps record={record} />}
      />
    )
  return (
    <>
      <PageHeader title={text.title} subtitle={text.intro} />
      {nav}
      {shown === 'own' && <OwnLeavePane />}
      {shown === 'decide' && <DecidePane />}
      {shown === 'calendar' && <LeaveCalendarPane />}
      {shown === 'balances' && <LeaveBalancesPane />}
      {shown === 'settings' && <LeaveSettingsPane />}
    </>
  )
}
