import { App, Button, Popconfirm, Tag } from 'antd'
import { reminderEndpoints, type RobotView } from '../../../http/contract/reminders.ts'
import { townMoment } from '../../../domain/primitives/local-date.ts'
import { useCommand } from '../../parts/queries.ts'
import { useText } from '../../text/dictionary.ts'
import { remindersText } from '../../text/reminders.ts'
import { roleText } from '../../text/roles.ts'
import styles from './reminders-page.module.css'

/** One robot: where it sends and whom it listens for, never its address or secret. */
export function RobotCard({ robot }: { readonly robot: RobotView }) {
  const text = useText(remindersText).page
  const roleNames = useText(roleText)
  const { message } = App.useApp()
  const test = useCommand(reminderEndpoints.testRobot, { onDone: () => void message.success(text.tested) })
  const remove = useCommand(reminderEndpoints.removeRobot, { onDone: () => void message.success(text.removed) })
  const { id: robotId, kind, title, host, hasSecret, roles, at, by } = robot
  return (
    <li className={styles.robot}>
      <div className={styles.about}>
        <h3>{title}</h3>
        <p className="quiet">
          {text.kinds[kind]}
          {host !== null && ` · ${text.host(host)}`}
          {kind !== 'wecom' && ` · ${hasSecret ? text.signed : text.unsigned}`}
        </p>
        {host === null && <p className={styles.failed}>{text.broken}</p>}
        <p>
          {text.hears}{' '}
          <span className={styles.tags}>
            {roles.map((role) => (
              <Tag key={role}>{roleNames[role]}</Tag>
            ))}
          </span>
        </p>
        <p className="quiet">{text.addedBy(by, townMoment(Date.parse(at)).slice(0, 10))}</p>
      </div>
      <div className={styles.actions}>
        <Button loading={test.isPending} onClick={() => test.mutate({ params: { robotId } })}>
          {text.test}
        </Button>
        <Popconfirm
          title={text.removeAsk(title)}
          description={text.removeHint}
          okText={text.remove}
          onConfirm={() => remove.mutate({ params: { robotId } })}
        >
          <Button danger loading={remove.isPending}>
            {text.remove}
          </Button>
        </Popconfirm>
      </div>
    </li>
  )
}
