import { Alert, App, Button, DatePicker, Form, Input, Modal, Popconfirm, Radio, Select } from 'antd'
import dayjs from 'dayjs'
import { useState } from 'react'
import { localDate } from '../../../../domain/primitives/local-date.ts'
import { gatheringKinds } from '../../../../domain/registers/gathering/gathering-record.ts'
import { endpoints } from '../../../../http/contract/endpoints.ts'
import { gatheringEndpoints, type GatheringView } from '../../../../http/contract/registers/gatherings.ts'
import { messageOf } from '../../../parts/api.ts'
import { useAnswer, useCommand } from '../../../parts/queries.ts'
import { useText } from '../../../text/dictionary.ts'
import { gatheringText } from '../../../text/gatherings.ts'
import styles from './gathering.module.css'

type Props = { readonly gathering: GatheringView; readonly onClose: () => void; readonly onGone: () => void }

/** Another time, place or circle; who has signed in stays. Or it is called off. */
export function ChangeGathering({ gathering, onClose, onGone }: Props) {
  const text = useText(gatheringText)
  const { message } = App.useApp()
  const roster = useAnswer(endpoints.listPeople, {})
  const [draft, setDraft] = useState(gathering)
  const [reason, setReason] = useState('')
  const edit = (changes: Partial<GatheringView>) => setDraft({ ...draft, ...changes })
  const done = (after: () => void) => () => {
    void message.success(text.saved)
    after()
  }
  const change = useCommand(gatheringEndpoints.changeGathering, { quiet: true, onDone: done(onClose) })
  const withdraw = useCommand(gatheringEndpoints.withdrawGathering, { onDone: done(onGone) })
  const params = { gatheringId: gathering.id }
  const { revision } = gathering
  const hasReason = reason.trim() !== ''
  const save = () => {
    const { kind, title, day, startsAt, place, offices, people, code } = draft
    const circle = { offices: [...offices], people: [...people] }
    change.mutate({ params, body: { revision, kind, title, day, startsAt, place, code, reason, ...circle } })
  }
  return (
    <Modal
      open
      title={text.changeTitle}
      onCancel={onClose}
      footer={
        <div className={styles.foot}>
          <Popconfirm
            title={text.withdrawAsk}
            okText={text.withdraw}
            cancelText={text.back}
            onConfirm={() => withdraw.mutate({ params, body: { revision, reason } })}
          >
            <Button danger disabled={!hasReason} loading={withdraw.isPending}>
              {text.withdraw}
            </Button>
          </Popconfirm>
          <Button onClick={onClose}>{text.back}</Button>
          <Button type="primary" disabled={!hasReason} loading={change.isPending} onClick={save}>
            {text.save}
          </Button>
        </div>
      }
    >
      <Form layout="vertical">
        <Form.Item label={text.columns.kind}>
          <Radio.Group
            value={draft.kind}
            options={gatheringKinds.map((value) => ({ value, label: text.kinds[value] }))}
            onChange={({ target }) =>
              edit({ kind: gatheringKinds.find((one) => one === target.value) ?? draft.kind })
            }
          />
        </Form.Item>
        <Form.Item label={text.columns.title} htmlFor="gathering-title" required>
          <Input
            id="gathering-title"
            value={draft.title}
            maxLength={80}
            onChange={({ target }) => edit({ title: target.value })}
          />
        </Form.Item>
        <div className={styles.when}>
          <Form.Item label={text.columns.day}>
            <DatePicker
              value={dayjs(draft.day)}
              allowClear={false}
              onChange={(next) => {
                if (next !== null) edit({ day: localDate(next.format('YYYY-MM-DD')) })
              }}
            />
          </Form.Item>
          <Form.Item label={text.columns.startsAt} htmlFor="gathering-time">
            <Input
              id="gathering-time"
              type="time"
              value={draft.startsAt}
              onChange={({ target }) => edit({ startsAt: target.value })}
            />
          </Form.Item>
        </div>
        <Form.Item label={text.columns.place} htmlFor="gathering-place">
          <Input
            id="gathering-place"
            value={draft.place ?? ''}
            maxLength={60}
            onChange={({ target }) => edit({ place: target.value === '' ? null : target.value })}
          />
        </Form.Item>
        <Form.Item label={text.offices} extra={text.everyoneNote}>
          <Select
            mode="multiple"
            value={[...draft.offices]}
            onChange={(offices: string[]) => edit({ offices })}
            options={(roster.data?.spelledOffices ?? []).map(({ office }) => ({ value: office, label: office }))}
          />
        </Form.Item>
        <Form.Item label={text.people}>
          <Select
            mode="multiple"
            showSearch={{ optionFilterProp: 'label' }}
            value={[...draft.people]}
            onChange={(people: string[]) => edit({ people })}
            options={(roster.data?.people ?? []).map(({ staffNumber, name }) => ({
              value: staffNumber,
              label: name,
            }))}
          />
        </Form.Item>
        <Form.Item label={text.codeWay}>
          <Radio.Group
            value={draft.code}
            options={(['changing', 'fixed'] as const).map((value) => ({ value, label: text.codeWays[value] }))}
            onChange={({ target }) => edit({ code: target.value === 'fixed' ? 'fixed' : 'changing' })}
          />
        </Form.Item>
        <Form.Item label={text.reason} htmlFor="gathering-reason" required>
          <Input
            id="gathering-reason"
            value={reason}
            maxLength={200}
            placeholder={text.reasonMissing}
            onChange={({ target }) => setReason(target.value)}
          />
        </Form.Item>
        {change.error !== null && <Alert type="error" showIcon title={messageOf(change.error)} />}
      </Form>
    </Modal>
  )
}
