import { App, Button, Form, Input, Switch } from 'antd'
import { reminderEndpoints, type AddressView } from '../../../http/contract/reminders.ts'
import { useAnswer, useCommand } from '../../parts/queries.ts'
import { useMay } from '../../parts/session.tsx'
import { ErrorState, LoadingState } from '../../parts/states.tsx'
import { useText } from '../../text/dictionary.ts'
import { remindersText } from '../../text/reminders.ts'
import styles from './own-account-page.module.css'

/** Where one wants to be reminded besides these pages. */
export function ReminderAddress() {
  const text = useText(remindersText).address
  const isSomeone = useMay()('calendar.read', 'account.read')
  const { data, error, refetch } = useAnswer(reminderEndpoints.readReminderAddress, {}, { enabled: isSomeone })
  if (!isSomeone) return null
  return (
    <section className={styles.section} aria-labelledby="reminder-address">
      <h2 id="reminder-address">{text.title}</h2>
      <p className="quiet">{text.explain}</p>
      {error !== null && <ErrorState error={error} onRetry={() => void refetch()} />}
      {data === undefined && error === null && <LoadingState rows={2} />}
      {data?.isOffered === false && <p>{text.notOffered}</p>}
      {data?.isOffered === true && <AddressForm stated={data} />}
    </section>
  )
}

function AddressForm({ stated }: { readonly stated: AddressView }) {
  const text = useText(remindersText).address
  const { message } = App.useApp()
  const set = useCommand(reminderEndpoints.setReminderAddress, { onDone: () => void message.success(text.saved) })
  const test = useCommand(reminderEndpoints.testReminderAddress, {
    onDone: () => void message.success(text.tested),
  })
  return (
    <Form<{ readonly email: string; readonly isOn: boolean }>
      layout="vertical"
      className={styles.form ?? ''}
      initialValues={{ email: stated.email ?? '', isOn: stated.email === null || stated.isOn }}
      onFinish={(body) => set.mutate({ body })}
      validateTrigger="onBlur"
    >
      <Form.Item name="email" label={text.email} rules={[{ required: true, type: 'email', max: 200 }]}>
        <Input type="email" autoComplete="email" inputMode="email" />
      </Form.Item>
      <Form.Item name="isOn" label={text.on} valuePropName="checked">
        <Switch />
      </Form.Item>
      <div className={styles.actions}>
        <Button type="primary" htmlType="submit" loading={set.isPending}>
          {text.save}
        </Button>
        {stated.email !== null && stated.isOn && (
          <Button loading={test.isPending} onClick={() => test.mutate({})}>
            {text.test}
          </Button>
        )}
      </div>
    </Form>
  )
}
