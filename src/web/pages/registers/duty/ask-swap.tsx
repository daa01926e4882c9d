import { Alert, App, Form, Input, Modal, Select } from 'antd'
import { useState } from 'react'
import { dutyEndpoints, type DutyMonth, type DutyTurnView } from '../../../../http/contract/registers/duty.ts'
import { messageOf } from '../../../parts/api.ts'
import { useCommand } from '../../../parts/queries.ts'
import { useText } from '../../../text/dictionary.ts'
import { dutyText } from '../../../text/duty.ts'
import { dayText } from '../../../text/figure.ts'

type Props = {
  readonly title: string
  readonly turn: DutyTurnView
  readonly month: DutyMonth
  readonly onClose: () => void
}

/** Whom to ask for taking a turn, and which of his to take in return; both sides' counts are shown before. */
export function AskSwap({ title, turn, month, onClose }: Props) {
  const text = useText(dutyText)
  const { message } = App.useApp()
  const [now] = useState(() => new Date().toISOString())
  const [to, chooseTo] = useState<string | null>(null)
  const [inReturn, chooseReturn] = useState<string | null>(null)
  const [reason, setReason] = useState('')
  const ask = useCommand(dutyEndpoints.askDutySwap, {
    quiet: true,
    onDone: () => {
      void message.success(text.asked)
      onClose()
    },
  })
  const others = month.counts.filter(
    ({ post, staffNumber }) => post === turn.post && staffNumber !== turn.staffNumber,
  )
  const countsOf = (staffNumber: string) => {
    const found = month.counts.find((one) => one.staffNumber === staffNumber)
    return found === undefined ? '' : text.countWords(found.year.workday, found.year.weekend, found.year.holiday)
  }
  const theirs = month.days.flatMap(({ day, turns }) =>
    turns
      .filter(({ staffNumber, state, mayCheckInFrom }) => {
        const isAhead = state === 'planned' && mayCheckInFrom > now
        return staffNumber === to && isAhead
      })
      .map(({ id }) => ({ value: id, label: dayText(day) })),
  )
  return (
    <Modal
      open
      title={title}
      okText={text.ask}
      cancelText={text.cancel}
      okButtonProps={{ disabled: to === null || reason.trim() === '' }}
      confirmLoading={ask.isPending}
      onCancel={onClose}
      onOk={() => {
        const body = { revision: turn.revision, to: to ?? '', inReturn, reason }
        ask.mutate({ params: { turnId: turn.id }, body })
      }}
    >
      <Form layout="vertical">
        <Form.Item label={text.swapTo} required>
          <Select
            showSearch={{ optionFilterProp: 'label' }}
            value={to}
            onChange={(next: string) => {
              chooseTo(next)
              chooseReturn(null)
            }}
            options={others.map(({ staffNumber, name, office }) => ({
              value: staffNumber,
              label: office === '' ? name : `${name} · ${office}`,
            }))}
          />
        </Form.Item>
        <Form.Item label={text.swapReturn}>
          <Select
            value={inReturn ?? ''}
            onChange={(next: string) => chooseReturn(next === '' ? null : next)}
            options={[{ value: '', label: text.swapReturnNone }, ...theirs]}
          />
        </Form.Item>
        {to !== null && <p className="quiet">{text.countsNow(countsOf(turn.staffNumber), countsOf(to))}</p>}
        <Form.Item label={text.swapReason} required>
          <Input value={reason} maxLength={100} onChange={({ target }) => setReason(target.value)} />
        </Form.Item>
        {ask.error !== null && <Alert type="error" showIcon title={messageOf(ask.error)} />}
      </Form>
    </Modal>
  )
}
