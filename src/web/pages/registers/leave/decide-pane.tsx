import { App, Button, Form, Input, Modal } from 'antd'
import { useState } from 'react'
import { leaveEndpoints, type LeaveView } from '../../../../http/contract/registers/leave.ts'
import { useAnswer, useCommand } from '../../../parts/queries.ts'
import { EmptyState, ErrorState, LoadingState } from '../../../parts/states.tsx'
import { useText } from '../../../text/dictionary.ts'
import { leaveText } from '../../../text/leave.ts'
import { LeaveCard } from './leave-card.tsx'
import styles from './leave.module.css'

/** What waits for who looks, with who else of the office is away; and what he decided lately. */
export function DecidePane() {
  const text = useText(leaveText)
  const { data, error, refetch, isPending } = useAnswer(leaveEndpoints.listLeaveToDecide, {})
  return (
    <>
      {error !== null && <ErrorState error={error} onRetry={() => void refetch()} />}
      {isPending && <LoadingState rows={4} />}
      {data?.waiting.length === 0 && <EmptyState title={text.decideEmpty}>{text.decideEmptyHint}</EmptyState>}
      <ul className={styles.list}>
        {data?.waiting.map((leave) => (
          <LeaveCard key={leave.id} leave={leave} actions={<Decide leave={leave} />} />
        ))}
      </ul>
      {data !== undefined && data.decided.length > 0 && (
        <>
          <h2 className={styles.heading}>{text.decidedTitle}</h2>
          <ul className={styles.list}>
            {data.decided.map((leave) => (
              <LeaveCard key={leave.id} leave={leave} />
            ))}
          </ul>
        </>
      )}
    </>
  )
}

function Decide({ leave }: { readonly leave: LeaveView }) {
  const text = useText(leaveText)
  const { message } = App.useApp()
  const [isRefusing, refuse] = useState(false)
  const [form] = Form.useForm<{ reason: string }>()
  const decide = useCommand(leaveEndpoints.decideLeave, {
    onDone: ({ state, name }) => {
      refuse(false)
      void message.success(state === 'approved' ? text.approved(name) : text.refused(name))
    },
  })
  const send = (outcome: 'approved' | 'refused', reason: string) =>
    decide.mutate({ params: { leaveId: leave.id }, body: { revision: leave.revision, outcome, reason } })
  return (
    <>
      <Button type="primary" loading={decide.isPending} onClick={() => send('approved', '')}>
        {text.approve}
      </Button>
      <Button onClick={() => refuse(true)}>{text.refuse}</Button>
      <Modal
        open={isRefusing}
        title={text.refuseTitle}
        okText={text.refuse}
        cancelText={text.cancel}
        confirmLoading={decide.isPending}
        onOk={() => form.submit()}
        onCancel={() => refuse(false)}
        destroyOnHidden
      >
        <Form form={form} layout="vertical" onFinish={({ reason }) => send('refused', reason)}>
          <Form.Item
            name="reason"
            label={text.refuseReason}
            rules={[{ required: true, whitespace: true, message: text.refuseReasonNeeded }]}
          >
            <Input.TextArea autoSize={{ minRows: 2 }} maxLength={200} />
          </Form.Item>
        </Form>
      </Modal>
    </>
  )
}
