import { Button, Form, Modal, type FormInstance } from 'antd'
import { useState, type ReactNode } from 'react'
import { newKey } from '../../parts/idempotency-key.ts'
import { useText } from '../../text/dictionary.ts'
import { proceedingsText } from '../../text/proceedings.ts'

type Props<Fields> = {
  readonly label: string
  readonly title: string
  readonly hint: string
  readonly isMain?: boolean
  readonly initial?: Partial<Fields>
  readonly form: FormInstance<Fields>
  /** Answers when it is done; what was typed stays when it is refused. */
  readonly onSend: (fields: Fields, key: string) => Promise<unknown>
  readonly children: ReactNode
}

/** A button that opens a form in a dialog: one step of a proceeding. */
export function StepDialog<Fields extends object>({
  label,
  title,
  hint,
  isMain = false,
  initial,
  form,
  onSend,
  children,
}: Props<Fields>) {
  const text = useText(proceedingsText)
  const [isOpen, open] = useState(false)
  const [isSending, send] = useState(false)
  const [key, setKey] = useState(newKey)
  const submit = (fields: Fields) => {
    send(true)
    void onSend(fields, key)
      .then(() => {
        open(false)
        form.resetFields()
        setKey(newKey())
      })
      // The command has said why; what was typed stays.
      .catch(() => undefined)
      .finally(() => send(false))
  }
  return (
    <>
      <Button type={isMain ? 'primary' : 'default'} onClick={() => open(true)}>
        {label}
      </Button>
      <Modal
        open={isOpen}
        title={title}
        okText={text.send}
        cancelText={text.cancel}
        confirmLoading={isSending}
        onOk={() => form.submit()}
        onCancel={() => open(false)}
      >
        <p className="quiet" style={{ marginBottom: 12 }}>
          {hint}
        </p>
        <Form<Fields>
          form={form}
          layout="vertical"
          {...(initial === undefined ? {} : { initialValues: initial })}
          onValuesChange={() => setKey(newKey())}
          onFinish={submit}
        >
          {children}
        </Form>
      </Modal>
    </>
  )
}
