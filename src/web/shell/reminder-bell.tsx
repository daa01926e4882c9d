import { BellOutlined } from '@ant-design/icons'
import { Badge, Button, Popover } from 'antd'
import { useState } from 'react'
import { Link } from 'react-router'
import { reminderEndpoints } from '../../http/contract/reminders.ts'
import { townMoment } from '../../domain/primitives/local-date.ts'
import { useAnswer } from '../parts/queries.ts'
import { useRemembered } from '../parts/remembered.ts'
import { useMay, useSession } from '../parts/session.tsx'
import { useText } from '../text/dictionary.ts'
import { remindersText } from '../text/reminders.ts'
import styles from './reminder-bell.module.css'

/** The last reminders, with how many came since this browser last showed them. */
export function ReminderBell() {
  const isSomeone = useMay()('calendar.read', 'account.read')
  return isSomeone ? <Bell /> : null
}

function Bell() {
  const text = useText(remindersText).bell
  const { town, userName } = useSession()
  const [isOpen, open] = useState(false)
  const [seen, remember] = useRemembered(`reminders-seen.${town.id}.${userName}`, '')
  const { data } = useAnswer(reminderEndpoints.listReminders, {})
  const reminders = data?.reminders ?? []
  const unread = reminders.filter(({ at }) => at > seen).length
  const show = (wanted: boolean) => {
    open(wanted)
    const latest = reminders[0]?.at
    if (!wanted && latest !== undefined) remember(latest)
  }
  const list = (
    <div className={styles.list}>
      {reminders.length === 0 && <p className="quiet">{text.none}</p>}
      <ul>
        {reminders.map(({ id, title, path, at }) => (
          <li key={id} className={at > seen ? styles.unread : undefined}>
            <Link to={path} onClick={() => show(false)}>
              {title}
            </Link>
            <span className="quiet figure">{momentOf(at)}</span>
          </li>
        ))}
      </ul>
      <Link to="/" onClick={() => show(false)}>
        {text.all}
      </Link>
    </div>
  )
  return (
    <Popover
      open={isOpen}
      onOpenChange={show}
      trigger="click"
      placement="bottomRight"
      title={text.title}
      content={list}
    >
      <Button
        type="text"
        aria-label={text.label(unread)}
        icon={
          <Badge count={unread} size="small" overflowCount={29}>
            <BellOutlined />
          </Badge>
        }
      />
    </Popover>
  )
}

/** By the town's clock: 11-20 10:00. */
function momentOf(at: string): string {
  return townMoment(Date.parse(at)).slice(5, 16)
}
