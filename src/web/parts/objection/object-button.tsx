import { App, Button, Form, Input, Modal } from 'antd'
import { useState } from 'react'
import { proceedingEndpoints } from '../../../http/contract/proceedings.ts'
import { useText } from '../../text/dictionary.ts'
import { proceedingsText } from '../../text/proceedings.ts'
import { ChooseAttachments } from '../attachments/choose-attachments.tsx'
import { useChosenFiles } from '../attachments/use-chosen-files.ts'
import { newKey } from '../idempotency-key.ts'
import { useCommand } from '../queries.ts'
import { useMay, useSession } from '../session.tsx'
import { useGoOn } from '../use-go-on.ts'

type Subject =
  | { readonly about: 'entry'; readonly entryId: string }
  | { readonly about: 'figure'; readonly bulletinId: string }

type Props = {
  readonly subject: Subject
  /** Whose it is: only he objects. null: a bulletin, in which anyone has figures of his own. */
  readonly staffNumber: string | null
  /** What it is in words, above the form. */
  readonly about: string
  readonly size?: 'small' | 'middle'
  /** There is an objection: no button any more, and a form that is still being sent stays. */
  readonly isFiled?: boolean
}

/** 我有异议: with words and files, from a line of the sheet, an entry or a bulletin; nothing for who may not. */
export function ObjectButton({ subject, staffNumber, about, size = 'small', isFiled = false }: Props) {
  const text = useText(proceedingsText)
  const session = useSession()
  const may = useMay()
  const [isOpen, open] = useState(false)
  const isOwn = session.staffNumber !== null && (staffNumber === null || staffNumber === session.staffNumber)
  if (!isOwn || !may('objection.file')) return null
  return (
    <>
      {!isFiled && (
        <Button className="no-print" size={size} onClick={() => open(true)}>
          {text.object}
        </Button>
      )}
      {isOpen && <ObjectionDialog subject={subject} about={about} onClose={() => open(false)} />}
    </>
  )
}

type Fields = { readonly what?: string; readonly words: string }

function ObjectionDialog({
  subject,
  about,
  onClose,
}: Pick<Props, 'subject' | 'about'> & { readonly onClose: () => void }) {
  const text = useText(proceedingsText)
  const { message } = App.useApp()
  const goOn = useGoOn()
  const [form] = Form.useForm<Fields>()
  const [key, setKey] = useState(newKey)
  const files = useChosenFiles()
  const file = useCommand(proceedingEndpoints.fileObjection)
  const submit = async ({ what, words }: Fields) => {
    const sought = subject.about === 'entry' ? subject : { ...subject, what: what ?? '' }
    const { id } = await file.mutateAsync({ body: { subject: sought, words }, idempotencyKey: key })
    const failed = await files.sendTo(id)
    if (failed.length === 0) void message.success(text.objected)
    else void message.warning({ content: text.objectedNotAll(failed.length), duration: 8 })
    goOn(`/proceedings/${id}`)
    onClose()
  }
  return (
    <Modal
      open
      title={text.objectTitle}
      okText={text.objectSend}
      cancelText={text.cancel}
      confirmLoading={file.isPending || files.isSending}
      onOk={() => form.submit()}
      onCancel={onClose}
    >
      <p>
        <span className="quiet">{text.objectAbout}</span> {about}
      </p>
      <Form<Fields>
        form={form}
        layout="vertical"
        style={{ marginTop: 12 }}
        onValuesChange={() => setKey(newKey())}
        onFinish={(fields) => {
          // The command says what was wrong; what was typed stays.
          submit(fields).catch(() => undefined)
        }}
      >
        {subject.about === 'figure' && (
          <Form.Item
            name="what"
            label={text.objectWhat}
            rules={[{ required: true, whitespace: true, message: text.fieldNeeded }]}
          >
            <Input maxLength={200} placeholder={text.objectWhatPlaceholder} />
          </Form.Item>
        )}
        <Form.Item
          name="words"
          label={text.objectWords}
          extra={text.objectTerm}
          rules={[
            { required: true, whitespace: true, message: text.fieldNeeded },
            { min: 5, message: text.tooShort },
          ]}
        >
          <Input.TextArea autoSize={{ minRows: 4 }} maxLength={4000} placeholder={text.objectPlaceholder} />
        </Form.Item>
        <Form.Item label={text.objectFiles}>
          <ChooseAttachments chosen={files} />
        </Form.Item>
      </Form>
    </Modal>
  )
}
