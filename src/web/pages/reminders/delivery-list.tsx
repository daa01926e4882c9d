import { Table, Tag } from 'antd'
import type { DeliveryView } from '../../../http/contract/reminders.ts'
import { townMoment } from '../../../domain/primitives/local-date.ts'
import { useIsPhone } from '../../parts/use-is-phone.ts'
import { useText } from '../../text/dictionary.ts'
import { remindersText } from '../../text/reminders.ts'
import styles from './reminders-page.module.css'

const colours = { waiting: 'default', claimed: 'warning', sent: 'success', failed: 'error' } as const

/** What went out lately, or did not; a table on a screen, lines on a phone. */
export function DeliveryList({ deliveries }: { readonly deliveries: readonly DeliveryView[] }) {
  const text = useText(remindersText).page
  const isPhone = useIsPhone()
  const { columns } = text
  const wayOf = ({ channel }: DeliveryView) => (channel === 'email' ? text.email : text.robot)
  if (deliveries.length === 0) return <p>{text.noDeliveries}</p>
  if (isPhone)
    return (
      <ul className={styles.deliveries}>
        {deliveries.map((one) => (
          <li key={one.id}>
            <span className="quiet figure">{momentOf(one.at)}</span> {wayOf(one)} {one.target}
            <div>{one.title ?? text.hidden}</div>
            <Outcome delivery={one} />
          </li>
        ))}
      </ul>
    )
  return (
    <Table<DeliveryView>
      size="small"
      rowKey="id"
      pagination={false}
      dataSource={[...deliveries]}
      columns={[
        { title: columns.at, width: 120, render: (_, one) => <span className="figure">{momentOf(one.at)}</span> },
        { title: columns.way, width: 80, render: (_, one) => wayOf(one) },
        { title: columns.target, width: 180, dataIndex: 'target' },
        {
          title: columns.title,
          render: (_, one) => one.title ?? <span className="quiet">{text.hidden}</span>,
        },
        { title: columns.state, width: 280, render: (_, one) => <Outcome delivery={one} /> },
      ]}
    />
  )
}

function Outcome({ delivery: { state, problem } }: { readonly delivery: DeliveryView }) {
  const text = useText(remindersText).page
  return (
    <span className={styles.tags}>
      <Tag color={colours[state]}>{text.states[state]}</Tag>
      {problem !== null && <span className="quiet">{problem}</span>}
    </span>
  )
}

/** By the town's clock: 11-20 10:00. */
function momentOf(at: string): string {
  return townMoment(Date.parse(at)).slice(5, 16)
}
