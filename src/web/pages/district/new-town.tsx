import { Alert, Form, Input, Modal } from 'antd'
import { useRef } from 'react'
import { districtEndpoints, type FounderSlip } from '../../../http/contract/district.ts'
import { call, messageOf } from '../../parts/api.ts'
import { fits } from '../../parts/fits.ts'
import { useCommand } from '../../parts/queries.ts'
import { useText } from '../../text/dictionary.ts'
import { districtText } from '../../text/district.ts'

type TownForm = { readonly name: string; readonly code: string; readonly userName: string }
type Props = { readonly onClose: () => void; readonly onCreated: (slip: FounderSlip) => void }

const fields = districtEndpoints.createTown.body?.shape

/** A town with its first account; the code is proposed from the name until somebody writes another. */
export function NewTown({ onClose, onCreated }: Props) {
  const text = useText(districtText)
  const [form] = Form.useForm<TownForm>()
  const create = useCommand(districtEndpoints.createTown, { quiet: true, onDone: onCreated })
  const propose = useProposedCode((code) => form.setFieldValue('code', code))
  return (
    <Modal
      open
      title={text.createTitle}
      okText={text.createIt}
      cancelText={text.cancel}
      confirmLoading={create.isPending}
      onOk={() => form.submit()}
      onCancel={onClose}
    >
      <Form<TownForm>
        form={form}
        layout="vertical"
        onFinish={(body) => create.mutate({ body })}
        onValuesChange={({ code }: Partial<TownForm>) => {
          if (code !== undefined) propose.stop()
        }}
        validateTrigger="onBlur"
      >
        {create.error !== null && (
          <Alert type="error" showIcon role="alert" title={messageOf(create.error)} style={{ marginBottom: 16 }} />
        )}
        <Form.Item name="name" label={text.name} rules={[{ validator: fits(fields?.name) }]}>
          <Input placeholder={text.nameHint} autoFocus onBlur={({ target }) => void propose.from(target.value)} />
        </Form.Item>
        <Form.Item
          name="code"
          label={text.codeLabel}
          extra={text.codeHint}
          rules={[{ validator: fits(fields?.code) }]}
        >
          <Input autoComplete="off" spellCheck={false} />
        </Form.Item>
        <Form.Item
          name="userName"
          label={text.founder}
          extra={text.founderHint}
          rules={[{ validator: fits(fields?.userName) }]}
        >
          <Input autoComplete="off" />
        </Form.Item>
      </Form>
    </Modal>
  )
}

/** Asks for a code each time the name has been typed; without one, whoever creates the town writes it. */
function useProposedCode(onProposed: (code: string) => void) {
  const isStopped = useRef(false)
  return {
    stop: () => {
      isStopped.current = true
    },
    from: async (name: string) => {
      if (isStopped.current || name.trim() === '') return
      try {
        const { code } = await call(districtEndpoints.proposeTownCode, {
          query: { name: name.trim().slice(0, 60) },
        })
        if (!isStopped.current) onProposed(code)
      } catch {
        // The field stays empty, and says itself that it must be filled in.
      }
    },
  }
}
