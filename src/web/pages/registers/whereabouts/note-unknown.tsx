import { App, Button, Form, Input, Modal } from 'antd'
import { useState } from 'react'
import { whereaboutsEndpoints, type DayStatus } from '../../../../http/contract/registers/whereabouts.ts'
import { useIdempotencyKey } from '../../../parts/idempotency-key.ts'
import { useCommand } from '../../../parts/queries.ts'
import { useText } from '../../../text/dictionary.ts'
import { whereaboutsText } from '../../../text/whereabouts.ts'

type Found = { readonly place?: string; readonly words?: string }

/** 去向不明: looked for and not found, with the place and what was found. */
export function NoteUnknown({ person }: { readonly person: DayStatus }) {
  const text = useText(whereaboutsText)
  const { message } = App.useApp()
  const [isOpen, open] = useState(false)
  const [form] = Form.useForm<Found>()
  const [key, renew] = useIdempotencyKey()
  const note = useCommand(whereaboutsEndpoints.noteWhereaboutsUnknown, {
    onDone: () => {
      void message.success(text.checked(person.name))
      open(false)
      renew()
    },
  })
  const filled = (words = '') => (words.trim() === '' ? null : words.trim())
  return (
    <>
      <Button size="small" onClick={() => open(true)} aria-label={`${text.check} ${person.name}`}>
        {text.check}
      </Button>
      <Modal
        open={isOpen}
        title={text.checkTitle(person.name)}
        okText={text.checkSend}
        cancelText={text.cancel}
        confirmLoading={note.isPending}
        onOk={() => form.submit()}
        onCancel={() => open(false)}
        destroyOnHidden
      >
        <Form<Found>
          form={form}
          layout="vertical"
          onValuesChange={renew}
          onFinish={({ place, words }) =>
            note.mutate({
              body: { staffNumber: person.staffNumber, place: filled(place), words: filled(words) },
              idempotencyKey: key,
            })
          }
        >
          <Form.Item name="place" label={text.checkPlace} initialValue={person.office}>
            <Input maxLength={60} />
          </Form.Item>
          <Form.Item name="words" label={text.checkWords}>
            <Input.TextArea maxLength={200} autoSize={{ minRows: 2 }} placeholder={text.checkExample} />
          </Form.Item>
        </Form>
      </Modal>
    </>
  )
}
