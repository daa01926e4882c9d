import { Alert, App, Button, Form, Input, Radio } from 'antd'
import { taskEndpoints, type TaskCard } from '../../../../http/contract/registers/tasks.ts'
import { messageOf } from '../../../parts/api.ts'
import { useCommand } from '../../../parts/queries.ts'
import { useMay, useSession } from '../../../parts/session.tsx'
import { useText } from '../../../text/dictionary.ts'
import { tasksText } from '../../../text/tasks.ts'
import styles from './task.module.css'

export type TaskStepName = 'hand-in' | 'judge' | 'extend' | 'cancel' | 'report'
type Props = { readonly task: TaskCard; readonly step: TaskStepName; readonly onClose: () => void }

type Typed = {
  readonly words?: string
  readonly day?: string
  readonly time?: string
  readonly outcome?: 'passed' | 'failed' | 'returned'
}

/** What one step of a task asks, in the drawer itself: on a phone nothing lies over anything. */
export function StepForm({ task, step, onClose }: Props) {
  const text = useText(tasksText)
  const { message } = App.useApp()
  const { today } = useSession()
  const may = useMay()
  const [form] = Form.useForm<Typed>()
  const told = (sentence: string) => ({
    quiet: true,
    onDone: () => {
      void message.success(sentence)
      onClose()
    },
  })
  const handIn = useCommand(taskEndpoints.handInTask, told(text.handedIn))
  const judge = useCommand(taskEndpoints.judgeTask, told(text.judged))
  const extend = useCommand(taskEndpoints.extendTask, told(text.extended))
  const cancel = useCommand(taskEndpoints.cancelTask, told(text.cancelled))
  const report = useCommand(taskEndpoints.reportIncident, told(text.reported))
  const commands = { 'hand-in': handIn, judge, extend, cancel, report }
  const { error, isPending } = commands[step]
  const params = { recordId: task.id }
  const { revision } = task
  const finish = ({ words = '', day = '', time = '', outcome = 'passed' }: Typed) => {
    const last = day === '' ? {} : { last: day }
    if (step === 'hand-in') handIn.mutate({ params, body: { revision, words, ...(day === '' ? {} : { day }) } })
    else if (step === 'judge') judge.mutate({ params, body: { revision, outcome, words, ...last } })
    else if (step === 'extend')
      extend.mutate({ params, body: { revision, last: day, time: time === '' ? null : time, reason: words } })
    else if (step === 'cancel') cancel.mutate({ params, body: { revision, reason: words } })
    else report.mutate({ params, body: { revision, on: day, time } })
  }
  const needed = (sentence: string) => [{ required: true, whitespace: true, message: sentence }]
  return (
    <Form
      className={styles.stepForm ?? ''}
      form={form}
      layout="vertical"
      onFinish={finish}
      initialValues={step === 'report' ? { day: today } : {}}
    >
      {error !== null && <Alert type="error" showIcon title={messageOf(error)} role="alert" />}
      {step === 'judge' && (
        <Form.Item name="outcome" rules={needed(text.judgeMissing)}>
          <Radio.Group
            optionType="button"
            options={(['passed', 'failed', 'returned'] as const).map((value) => ({
              value,
              label: text.judgements[value],
            }))}
          />
        </Form.Item>
      )}
      {step === 'hand-in' && (
        <Form.Item name="words" label={text.handInLabel} rules={needed(text.handInMissing)}>
          <Input.TextArea
            autoSize={{ minRows: 3, maxRows: 10 }}
            maxLength={2000}
            placeholder={text.handInPlaceholder}
          />
        </Form.Item>
      )}
      {step === 'hand-in' && may('task.judge') && (
        <Form.Item name="day" label={text.handInDay}>
          <Input type="date" max={today} />
        </Form.Item>
      )}
      {step === 'judge' && (
        <>
          <Form.Item name="words" label={text.judgeWords}>
            <Input.TextArea rows={2} maxLength={200} />
          </Form.Item>
          {task.kind === 'task' && (
            <Form.Item name="day" label={text.judgeLast}>
              <Input type="date" min={today} />
            </Form.Item>
          )}
        </>
      )}
      {(step === 'extend' || step === 'report') && (
        <>
          <Form.Item
            name="day"
            label={step === 'extend' ? text.extendLast : text.reportOn}
            rules={needed(text.dayMissing)}
          >
            <Input type="date" />
          </Form.Item>
          <Form.Item
            name="time"
            label={step === 'extend' ? text.extendTime : text.reportTime}
            rules={step === 'report' ? needed(text.reportMissing) : []}
          >
            <Input type="time" />
          </Form.Item>
        </>
      )}
      {(step === 'extend' || step === 'cancel') && (
        <Form.Item name="words" label={text.reason} rules={needed(text.reasonMissing)}>
          <Input.TextArea rows={2} maxLength={200} />
        </Form.Item>
      )}
      <div className={styles.foot}>
        <Button onClick={onClose}>{text.notNow}</Button>
        <Button type="primary" danger={step === 'cancel'} htmlType="submit" loading={isPending}>
          {text.sure}
        </Button>
      </div>
    </Form>
  )
}
