import { App, Button, Form, Input, InputNumber, Modal } from 'antd'
import { useState } from 'react'
import { wordsWords, type StudyBody } from '../../../../domain/registers/study/study-record.ts'
import type { RecordView } from '../../../../http/contract/registers/record-endpoints.ts'
import { studyEndpoints } from '../../../../http/contract/registers/study.ts'
import { messageOf } from '../../../parts/api.ts'
import { useCommand } from '../../../parts/queries.ts'
import { useText } from '../../../text/dictionary.ts'
import { studyText } from '../../../text/study.ts'

/** 核对: with the words counted, or typed in of a scan; or sent back with the reason. */
export function CheckNote({ record }: { readonly record: RecordView<StudyBody> }) {
  const text = useText(studyText)
  const { message } = App.useApp()
  const [asked, ask] = useState<'accepted' | 'returned' | null>(null)
  const [form] = Form.useForm<{ words: number; reason: string }>()
  const check = useCommand(studyEndpoints.checkStudyNote, {
    quiet: asked !== null,
    onDone: ({ record: { state } }) => {
      ask(null)
      void message.success(state === 'returned' ? text.returned : text.accepted)
    },
  })
  const { words, form: cameAs } = record.body
  const isCounted = words !== null && cameAs !== 'scan'
  const step = { params: { recordId: record.id }, revision: record.revision }
  const accept = (typed: number | null) =>
    check.mutate({ params: step.params, body: { revision: step.revision, outcome: 'accepted', words: typed } })
  const close = () => {
    ask(null)
    form.resetFields()
  }
  return (
    <>
      {record.state !== 'returned' && record.state !== 'withdrawn' && (
        <Button onClick={() => ask('returned')}>{text.return}</Button>
      )}
      {(record.state === 'handed-in' || record.state === 'returned') && (
        <Button
          type="primary"
          loading={check.isPending}
          onClick={() => (isCounted ? accept(null) : ask('accepted'))}
        >
          {isCounted ? text.accept(wordsWords(words)) : text.acceptScan}
        </Button>
      )}
      <Modal
        open={asked !== null}
        title={asked === 'returned' ? text.returnTitle : text.acceptTitle}
        okText={asked === 'returned' ? text.return : text.acceptScan}
        cancelText={text.cancel}
        confirmLoading={check.isPending}
        onOk={() => form.submit()}
        onCancel={close}
      >
        <p>{record.summary}</p>
        <Form
          form={form}
          layout="vertical"
          onFinish={({ words: typed, reason }) =>
            asked === 'returned'
              ? check.mutate({
                  params: step.params,
                  body: { revision: step.revision, outcome: 'returned', reason },
                })
              : accept(typed)
          }
        >
          {asked === 'returned' ? (
            <Form.Item
              name="reason"
              label={text.returnLabel}
              rules={[{ required: true, whitespace: true, message: text.returnMissing }]}
            >
              <Input.TextArea rows={3} maxLength={200} />
            </Form.Item>
          ) : (
            <Form.Item
              name="words"
              label={text.acceptLabel}
              rules={[{ required: true, message: text.wordsMissing }]}
            >
              <InputNumber min={1} max={100_000} precision={0} style={{ width: 160 }} />
            </Form.Item>
          )}
        </Form>
        {check.error !== null && <p role="alert">{messageOf(check.error)}</p>}
      </Modal>
    </>
  )
}
