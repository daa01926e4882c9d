import { Button, Descriptions, Drawer } from 'antd'
import { useState } from 'react'
import type { TaskCard } from '../../../../http/contract/registers/tasks.ts'
import { RecordFiles } from '../../../parts/register/record-files.tsx'
import { RecordHistory } from '../../../parts/register/record-history.tsx'
import { useText } from '../../../text/dictionary.ts'
import { tasksText } from '../../../text/tasks.ts'
import { Countdown } from './countdown.tsx'
import { StepForm, type TaskStepName } from './step-form.tsx'
import styles from './task.module.css'

/** One task whole, with what can be done with it at the thumb. */
export function TaskDrawer({ task, onClose }: { readonly task: TaskCard; readonly onClose: () => void }) {
  const text = useText(tasksText)
  const [step, take] = useState<TaskStepName | null>(null)
  const { may, kind, column } = task
  const isOver = column === 'ended'
  const steps: readonly (readonly [TaskStepName, string, boolean])[] = [
    ['cancel', text.cancelTask, may.assign && !isOver],
    ['extend', text.extend, may.assign && kind === 'task' && (!isOver || task.stateWords !== '办结')],
    ['judge', text.judge, may.judge],
    ['report', text.report, may.report],
    ['hand-in', text.handIn, may.handIn],
  ]
  const offered = steps.filter(([, , isOffered]) => isOffered)
  const said = [
    { key: 'people', label: text.people, children: people(task) },
    { key: 'source', label: text.source, children: task.sourceWords },
    { key: 'cycle', label: text.cycle, children: task.windowWords },
    { key: 'span', label: text.span, children: kind === 'recurring' ? `${task.first} — ${task.last}` : null },
    { key: 'due', label: text.deadline, children: task.dueAt === null ? null : text.due(task.dueAt) },
    { key: 'wanted', label: text.wanted, children: task.wanted },
    { key: 'by', label: text.by, children: task.by },
  ].filter(({ children }) => children !== null)
  return (
    <Drawer
      open
      onClose={onClose}
      title={text.kinds[kind]}
      size="min(560px, 100vw)"
      extra={<span className="quiet">{task.stateWords}</span>}
      footer={
        offered.length === 0 || step !== null ? null : (
          <div className={styles.foot}>
            {offered.map(([name, label], at) => (
              <Button
                key={name}
                danger={name === 'cancel'}
                type={at === offered.length - 1 && name !== 'cancel' ? 'primary' : 'default'}
                onClick={() => take(name)}
              >
                {label}
              </Button>
            ))}
          </div>
        )
      }
    >
      <p className={styles.title}>{task.title}</p>
      <Countdown task={task} />
      {step !== null && <StepForm task={task} step={step} onClose={() => take(null)} />}
      <Descriptions column={1} size="small" items={said} />
      <h3 className={styles.heading}>{text.handings}</h3>
      {task.handings.length === 0 && <p className="quiet">{text.noHandings}</p>}
      {task.handings.toReversed().map((one) => (
        <div key={one.id} className={styles.handing}>
          <span className="figure quiet">
            {one.day} {one.by}
          </span>{' '}
          {one.words} <b>{one.judged === null ? text.waiting : text.judgements[one.judged]}</b>
          {one.judgedWords === null ? '' : `：${one.judgedWords}`}
        </div>
      ))}
      <RecordFiles recordId={task.id} mayAdd={may.handIn || may.assign} />
      <RecordHistory register="task" recordId={task.id} />
    </Drawer>
  )
}

function people({ office, people: named }: TaskCard): string {
  const names = named.map(({ name }) => name).join('、')
  return office === null ? names : `${office}（${names}）`
}
