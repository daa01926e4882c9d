import { Button } from 'antd'
import { useState } from 'react'
import { reminderEndpoints } from '../../../http/contract/reminders.ts'
import { PageHeader } from '../../parts/page-header.tsx'
import { useAnswer } from '../../parts/queries.ts'
import { EmptyState, ErrorState, LoadingState } from '../../parts/states.tsx'
import { useText } from '../../text/dictionary.ts'
import { remindersText } from '../../text/reminders.ts'
import { AddRobot } from './add-robot.tsx'
import { DeliveryList } from './delivery-list.tsx'
import styles from './reminders-page.module.css'
import { RobotCard } from './robot-card.tsx'

/** 设置 → 提醒: which groups hear of what is due, whether mail goes out, and what became of what was sent. */
export function RemindersPage() {
  const text = useText(remindersText).page
  const [isAdding, add] = useState(false)
  const { data, error, refetch } = useAnswer(reminderEndpoints.readReminderSettings, {})
  return (
    <>
      <PageHeader
        title={text.title}
        subtitle={text.intro}
        actions={
          <Button type="primary" onClick={() => add(true)} disabled={data === undefined}>
            {text.add}
          </Button>
        }
      />
      {error !== null && <ErrorState error={error} onRetry={() => void refetch()} />}
      {data === undefined && error === null && <LoadingState rows={6} />}
      {data !== undefined && (
        <div className={styles.stack}>
          <section className={styles.section} aria-labelledby="robots">
            <h2 id="robots">{text.robotsTitle}</h2>
            {data.robots.length === 0 ? (
              <EmptyState title={text.noRobots}>{text.noRobotsHint}</EmptyState>
            ) : (
              <ul className={styles.robots}>
                {data.robots.map((robot) => (
                  <RobotCard key={robot.id} robot={robot} />
                ))}
              </ul>
            )}
          </section>
          <section className={styles.section} aria-labelledby="mail">
            <h2 id="mail">{text.mailTitle}</h2>
            <p>{data.mailFrom === null ? text.mailNone : text.mailFrom(data.mailFrom)}</p>
          </section>
          <section className={styles.section} aria-labelledby="deliveries">
            <h2 id="deliveries">{text.deliveriesTitle}</h2>
            <p className="quiet">{text.deliveriesHint}</p>
            <DeliveryList deliveries={data.deliveries} />
          </section>
          {isAdding && <AddRobot hosts={data.hosts} onClose={() => add(false)} />}
        </div>
      )}
    </>
  )
}
