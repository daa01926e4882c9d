import { Alert, App, Form, Input, Modal, Radio, Select } from 'antd'
import {
  reminderEndpoints,
  robotRoleChoices,
  type RobotKind,
  type RobotRole,
} from '../../../http/contract/reminders.ts'
import { messageOf } from '../../parts/api.ts'
import { useIdempotencyKey } from '../../parts/idempotency-key.ts'
import { useCommand } from '../../parts/queries.ts'
import { useText } from '../../text/dictionary.ts'
import { remindersText } from '../../text/reminders.ts'
import { roleText } from '../../text/roles.ts'

type RobotForm = {
  readonly kind: RobotKind
  readonly title: string
  readonly address: string
  readonly secret?: string
  readonly roles: RobotRole[]
}

const kinds = ['wecom', 'dingtalk', 'webhook'] as const

/** A new robot: its address and secret go to the server once and are never shown again. */
export function AddRobot({ hosts, onClose }: { readonly hosts: readonly string[]; readonly onClose: () => void }) {
  const words = useText(remindersText).page
  const text = words.form
  const roleNames = useText(roleText)
  const { message } = App.useApp()
  const [form] = Form.useForm<RobotForm>()
  const kind: RobotKind = Form.useWatch('kind', form) ?? 'wecom'
  const [key, renew] = useIdempotencyKey()
  const add = useCommand(reminderEndpoints.addRobot, {
    quiet: true,
    onDone: () => {
      void message.success(text.saved)
      onClose()
    },
  })
  const submit = ({ secret, ...rest }: RobotForm) => {
    const kept = kind === 'wecom' || secret === undefined || secret.trim() === '' ? null : secret
    add.mutate({ body: { ...rest, secret: kept }, idempotencyKey: key })
  }
  return (
    <Modal
      open
      title={words.add}
      okText={text.save}
      confirmLoading={add.isPending}
      onOk={() => form.submit()}
      onCancel={onClose}
    >
      <Form<RobotForm>
        form={form}
        layout="vertical"
        initialValues={{ kind: 'wecom', roles: ['office'] }}
        onValuesChange={renew}
        onFinish={submit}
        validateTrigger="onBlur"
      >
        {add.error !== null && <Alert type="error" showIcon title={messageOf(add.error)} role="alert" />}
        <Form.Item name="kind" label={text.kind}>
          <Radio.Group options={kinds.map((value) => ({ value, label: words.kinds[value] }))} />
        </Form.Item>
        <Form.Item
          name="title"
          label={text.title}
          rules={[{ required: true, whitespace: true, message: text.needed }]}
        >
          <Input maxLength={40} placeholder={text.titleHint} />
        </Form.Item>
        <Form.Item
          name="address"
          label={text.address}
          extra={
            <>
              {text.addressNote}
              <br />
              {text.hosts(hosts.join('、'))}
            </>
          }
          rules={[{ required: true, whitespace: true, message: text.needed }]}
        >
          <Input.TextArea autoSize={{ minRows: 2 }} maxLength={1000} placeholder={text.addressHint[kind]} />
        </Form.Item>
        {kind !== 'wecom' && (
          <Form.Item
            name="secret"
            label={text.secret}
            extra={text.secretHint[kind]}
            rules={[{ required: kind === 'webhook', whitespace: true, message: text.needed }]}
          >
            <Input.Password maxLength={200} autoComplete="new-password" />
          </Form.Item>
        )}
        <Form.Item
          name="roles"
          label={text.roles}
          extra={text.rolesHint}
          rules={[{ required: true, type: 'array', min: 1, message: text.rolesNeeded }]}
        >
          <Select
            mode="multiple"
            options={robotRoleChoices.map((value) => ({ value, label: roleNames[value] }))}
          />
        </Form.Item>
      </Form>
    </Modal>
  )
}
