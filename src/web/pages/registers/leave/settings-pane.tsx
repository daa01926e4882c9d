import { App, Button, Form, Input, InputNumber, Select } from 'antd'
import { leaveTownEndpoints, type LeaveSettingsView } from '../../../../http/contract/registers/leave.ts'
import { useAnswer, useCommand } from '../../../parts/queries.ts'
import { ErrorState, LoadingState } from '../../../parts/states.tsx'
import { useText } from '../../../text/dictionary.ts'
import { leaveText } from '../../../text/leave.ts'
import styles from './leave.module.css'

/** Who decides up to how many days, and who stands in for whom. */
export function LeaveSettingsPane() {
  const { data, error, refetch } = useAnswer(leaveTownEndpoints.readLeaveSettings, {})
  // What is filled in does not go with an answer that failed to come.
  return (
    <>
      {error !== null && <ErrorState error={error} onRetry={() => void refetch()} />}
      {data === undefined ? error === null && <LoadingState rows={5} /> : <SettingsForm settings={data} />}
    </>
  )
}

type Draft = {
  readonly shortLeave: number
  readonly usualBalance: number | null
  readonly standIns: LeaveSettingsView['standIns']
}

function SettingsForm({ settings }: { readonly settings: LeaveSettingsView }) {
  const text = useText(leaveText).settings
  const { message } = App.useApp()
  const [form] = Form.useForm<Draft>()
  const change = useCommand(leaveTownEndpoints.changeLeaveSettings, {
    onDone: () => void message.success(text.saved),
  })
  const leaders = settings.leaders.map(({ staffNumber, name, post }) => ({
    value: staffNumber,
    label: `${name} ${post}`,
  }))
  const save = ({ shortLeave, usualBalance, standIns }: Draft) =>
    change.mutate({
      body: {
        shortLeave: Math.round(shortLeave * 100),
        usualBalance: usualBalance === null ? null : Math.round(usualBalance * 100),
        standIns: standIns.map(({ absent, standIn, from, to }) => ({ absent, standIn, from, to })),
      },
    })
  const mark = <span className={styles.mark}>{text.mark}</span>
  return (
    <Form<Draft>
      form={form}
      layout="vertical"
      className={styles.settings ?? ''}
      initialValues={{
        shortLeave: settings.shortLeave / 100,
        usualBalance: settings.usualBalance === null ? null : settings.usualBalance / 100,
        standIns: settings.standIns,
      }}
      onFinish={save}
    >
      <p className="quiet">{text.intro}</p>
      <Form.Item
        name="shortLeave"
        label={
          <>
            {text.shortLeave} {mark}
          </>
        }
        extra={text.shortLeaveNote}
        rules={[{ required: true }]}
      >
        <InputNumber min={0} max={366} step={0.5} suffix={text.unit} />
      </Form.Item>
      <Form.Item
        name="usualBalance"
        label={
          <>
            {text.usualBalance} {mark}
          </>
        }
        extra={text.usualBalanceNote}
      >
        <InputNumber min={0} max={366} step={0.5} suffix={text.unit} />
      </Form.Item>
      <h2 className={styles.heading}>{text.standIns}</h2>
      <p className="quiet">{text.standInsNote}</p>
      <Form.List name="standIns">
        {(rows, { add, remove }) => (
          <>
            {rows.map(({ key, name }) => (
              <div key={key} className={styles.standIn}>
                <Form.Item name={[name, 'absent']} label={text.absent} rules={[{ required: true }]}>
                  <Select options={leaders} showSearch={{ optionFilterProp: 'label' }} />
                </Form.Item>
                <Form.Item name={[name, 'standIn']} label={text.standIn} rules={[{ required: true }]}>
                  <Select options={leaders} showSearch={{ optionFilterProp: 'label' }} />
                </Form.Item>
                <Form.Item name={[name, 'from']} label={text.from} rules={[{ required: true }]}>
                  <Input type="date" />
                </Form.Item>
                <Form.Item name={[name, 'to']} label={text.to} rules={[{ required: true }]}>
                  <Input type="date" />
                </Form.Item>
                <Button onClick={() => remove(name)}>{text.remove}</Button>
              </div>
            ))}
            <Button onClick={() => add({})}>{text.add}</Button>
          </>
        )}
      </Form.List>
      <div className={styles.actions}>
        <Button type="primary" htmlType="submit" loading={change.isPending}>
          {text.save}
        </Button>
      </div>
    </Form>
  )
}
