import { App, Button, Descriptions, Drawer, Form, Input, Popconfirm, Select } from 'antd'
import { useState } from 'react'
import { checkInEarlyMs } from '../../../../domain/registers/duty/duty-steps.ts'
import { dutyEndpoints, type DutyMonth, type DutyTurnView } from '../../../../http/contract/registers/duty.ts'
import { useCommand } from '../../../parts/queries.ts'
import { RecordHistory } from '../../../parts/register/record-history.tsx'
import { useMay } from '../../../parts/session.tsx'
import { useText } from '../../../text/dictionary.ts'
import { dutyText } from '../../../text/duty.ts'
import { dayText, momentText } from '../../../text/figure.ts'
import styles from './duty.module.css'

type Props = { readonly turn: DutyTurnView; readonly month: DutyMonth; readonly onClose: () => void }

/** One turn: who, when, how it went; and what the office may do about it. */
export function TurnDrawer({ turn, month, onClose }: Props) {
  const text = useText(dutyText)
  const may = useMay()
  const day = month.days.find(({ turns }) => turns.some(({ id }) => id === turn.id))?.day ?? ''
  const items = [
    { key: 'post', label: text.posts[turn.post], children: `${turn.name}（${turn.staffNumber}）` },
    {
      key: 'hours',
      label: text.hoursLabel,
      children: `${text.shifts[turn.shift]}，${text.until(momentText(turn.endsAt).slice(5))}`,
    },
    {
      key: 'state',
      label: text.stateLabel,
      children: `${text.states[turn.state === 'missing' || turn.state === 'present' ? turn.state : 'planned']}${
        turn.checkedInAt === null ? '' : `，${text.checkedIn(momentText(turn.checkedInAt).slice(5))}`
      }`,
    },
    ...(turn.check === null
      ? []
      : [
          {
            key: 'check',
            label: text.found,
            children: `${text.checkWords[turn.check.found]}${turn.check.words === '' ? '' : `，${turn.check.words}`}`,
          },
        ]),
    ...(turn.swap === null
      ? []
      : [
          {
            key: 'swap',
            label: text.swap,
            children: `${text.askedOf(turn.swap.toName)} · ${
              turn.swap.inReturn === null ? text.noReturn : text.inReturn(dayText(turn.swap.inReturn))
            } · ${turn.swap.reason}`,
          },
        ]),
    ...(turn.note === null ? [] : [{ key: 'note', label: text.note, children: turn.note }]),
  ]
  return (
    <Drawer
      open
      title={`${dayText(day)} ${text.posts[turn.post]} ${turn.name}`}
      size="min(520px, 100vw)"
      onClose={onClose}
    >
      <Descriptions column={1} items={items} size="small" />
      {may('duty.keep') && (
        <div className={styles.keeping}>
          <LookUp turn={turn} onDone={onClose} />
          <Reassign turn={turn} month={month} onDone={onClose} />
        </div>
      )}
      <RecordHistory register="duty" recordId={turn.id} />
    </Drawer>
  )
}

function LookUp({ turn, onDone }: { readonly turn: DutyTurnView; readonly onDone: () => void }) {
  const text = useText(dutyText)
  const { message } = App.useApp()
  const [words, setWords] = useState('')
  const check = useCommand(dutyEndpoints.checkDuty, {
    onDone: () => {
      void message.success(text.done)
      onDone()
    },
  })
  // Half an hour after one may first check in, it begins.
  const [now] = useState(() => Date.now())
  const hasBegun = new Date(turn.mayCheckInFrom).getTime() + checkInEarlyMs <= now
  const send = (found: 'present' | 'missing') =>
    check.mutate({ params: { turnId: turn.id }, body: { revision: turn.revision, found, words } })
  return (
    <section>
      <h3>{text.found}</h3>
      {hasBegun ? (
        <>
          <Input
            placeholder={text.foundWords}
            value={words}
            maxLength={200}
            onChange={({ target }) => setWords(target.value)}
          />
          <span className={styles.buttons}>
            <Button disabled={check.isPending} onClick={() => send('present')}>
              {text.foundPresent}
            </Button>
            <Button danger disabled={check.isPending} onClick={() => send('missing')}>
              {text.foundMissing}
            </Button>
          </span>
          <p className="quiet">{text.foundNote}</p>
        </>
      ) : (
        <p className="quiet">{text.notBegun}</p>
      )}
    </section>
  )
}

function Reassign({ turn, month, onDone }: Omit<Props, 'onClose'> & { readonly onDone: () => void }) {
  const text = useText(dutyText)
  const { message } = App.useApp()
  const [staffNumber, choose] = useState(turn.staffNumber)
  const [note, setNote] = useState(turn.note ?? '')
  const [reason, setReason] = useState('')
  const done = () => {
    void message.success(text.done)
    onDone()
  }
  const change = useCommand(dutyEndpoints.changeDuty, { onDone: done })
  const withdraw = useCommand(dutyEndpoints.withdrawDuty, { onDone: done })
  const params = { turnId: turn.id }
  const { revision, post, shift } = turn
  const hasReason = reason.trim() !== ''
  return (
    <section>
      <h3>{text.reassign}</h3>
      <Form layout="vertical">
        <Form.Item label={text.reassignTo} htmlFor="turn-person">
          <Select
            id="turn-person"
            showSearch={{ optionFilterProp: 'label' }}
            value={staffNumber}
            onChange={(next: string) => choose(next)}
            options={month.counts
              .filter((one) => one.post === post)
              .map((one) => ({ value: one.staffNumber, label: `${one.name} ${one.office}`.trim() }))}
          />
        </Form.Item>
        <Form.Item label={text.note} htmlFor="turn-note">
          <Input id="turn-note" value={note} maxLength={200} onChange={({ target }) => setNote(target.value)} />
        </Form.Item>
        <Form.Item label={text.reason} required htmlFor="turn-reason">
          <Input
            id="turn-reason"
            value={reason}
            maxLength={200}
            placeholder={text.reasonMissing}
            onChange={({ target }) => setReason(target.value)}
          />
        </Form.Item>
        <span className={styles.buttons}>
          <Popconfirm
            title={text.withdraw}
            okText={text.withdraw}
            cancelText={text.cancel}
            disabled={!hasReason}
            onConfirm={() => withdraw.mutate({ params, body: { revision, reason } })}
          >
            <Button danger disabled={!hasReason} loading={withdraw.isPending}>
              {text.withdraw}
            </Button>
          </Popconfirm>
          <Button
            type="primary"
            disabled={!hasReason}
            loading={change.isPending}
            onClick={() => {
              const body = { revision, staffNumber, post, shift, note: note.trim() === '' ? null : note, reason }
              change.mutate({ params, body })
            }}
          >
            {text.change}
          </Button>
        </span>
      </Form>
    </section>
  )
}
