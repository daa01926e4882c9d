import { App, Button, Input, Modal, Segmented } from 'antd'
import { useState } from 'react'
import { quantity } from '../../../../domain/primitives/quantity.ts'
import { leaveDaysWords } from '../../../../domain/registers/leave/leave-record.ts'
import { leaveEndpoints, type BalanceView, type LeaveView } from '../../../../http/contract/registers/leave.ts'
import { useAnswer, useCommand } from '../../../parts/queries.ts'
import { useSession } from '../../../parts/session.tsx'
import { EmptyState, ErrorState, LoadingState } from '../../../parts/states.tsx'
import { useText } from '../../../text/dictionary.ts'
import { leaveText } from '../../../text/leave.ts'
import { LeaveCard } from './leave-card.tsx'
import { LeaveForm } from './leave-form.tsx'
import styles from './leave.module.css'

/** Asking for leave, and one's own of the year. */
export function OwnLeavePane() {
  const text = useText(leaveText)
  const year = Number(useSession().today.slice(0, 4))
  const own = useAnswer(leaveEndpoints.readOwnLeave, { query: { year } })
  return (
    <div className={styles.own}>
      <LeaveForm />
      <div>
        {own.data !== undefined && <OwnBalance balance={own.data.balance} />}
        {own.error !== null && <ErrorState error={own.error} onRetry={() => void own.refetch()} />}
        {own.isPending && <LoadingState rows={4} />}
        {own.data?.leave.length === 0 && <EmptyState title={text.ownEmpty}>{text.ownEmptyHint}</EmptyState>}
        <ul className={styles.list}>
          {own.data?.leave.map((leave) => (
            <LeaveCard key={leave.id} leave={leave} isOwn actions={<OwnSteps leave={leave} />} />
          ))}
        </ul>
      </div>
    </div>
  )
}

function OwnBalance({ balance }: { readonly balance: BalanceView }) {
  const text = useText(leaveText).balance
  const words = (hundredths: number) => (hundredths === 0 ? '0天' : leaveDaysWords(quantity(hundredths)))
  const figures: readonly (readonly [string, number])[] = [
    [text.granted, balance.granted ?? 0],
    [text.taken, balance.taken],
    [text.personal, balance.personal],
    [text.over, balance.over],
  ]
  return (
    <div className={styles.balance}>
      <span>{text.left}</span>
      <strong className="figure">{balance.left === null ? text.unknown : words(Math.max(0, balance.left))}</strong>
      <span className="quiet">
        {(balance.granted === null ? figures.slice(1, 3) : figures)
          .map(([title, amount]) => `${title} ${words(amount)}`)
          .join(' · ')}
      </span>
    </div>
  )
}

/** Withdrawn before it begins, ended by coming back. */
function OwnSteps({ leave }: { readonly leave: LeaveView }) {
  const text = useText(leaveText)
  const { message, modal } = App.useApp()
  const { today } = useSession()
  const [isBack, askBack] = useState(false)
  const withdraw = useCommand(leaveEndpoints.withdrawOwnLeave, {
    onDone: () => void message.success(text.withdrawn),
  })
  const params = { leaveId: leave.id }
  const mayWithdraw =
    leave.state === 'asked' || (['approved', 'registered'].includes(leave.state) && leave.first > today)
  const mayReturn = ['approved', 'registered'].includes(leave.state) && leave.first <= today
  if (!mayWithdraw && !mayReturn) return null
  return (
    <>
      {mayReturn && (
        <Button type="primary" onClick={() => askBack(true)}>
          {text.back}
        </Button>
      )}
      {mayWithdraw && (
        <Button
          loading={withdraw.isPending}
          onClick={() =>
            void modal.confirm({
              title: text.withdrawAsk,
              okText: text.withdraw,
              cancelText: text.cancel,
              onOk: () =>
                withdraw.mutateAsync({ params, body: { revision: leave.revision } }).catch(() => undefined),
            })
          }
        >
          {text.withdraw}
        </Button>
      )}
      {isBack && (
        <BackDialog operation={leaveEndpoints.returnFromLeave} leave={leave} onClose={() => askBack(false)} />
      )}
    </>
  )
}

type BackProps = {
  readonly operation: typeof leaveEndpoints.returnFromLeave | typeof leaveEndpoints.noteLeaveReturn
  readonly leave: Pick<LeaveView, 'id' | 'first' | 'revision'>
  readonly onClose: () => void
}

/** Since when somebody is back: today's morning unless said otherwise. */
export function BackDialog({ operation, leave, onClose }: BackProps) {
  const text = useText(leaveText)
  const { message } = App.useApp()
  const { today } = useSession()
  const [on, setOn] = useState<string>(today)
  const [at, setAt] = useState<'morning' | 'noon'>('morning')
  const done = () => {
    void message.success(text.backDone)
    onClose()
  }
  const own = useCommand(leaveEndpoints.returnFromLeave, { onDone: done })
  const kept = useCommand(leaveEndpoints.noteLeaveReturn, { onDone: done })
  const send = () => {
    const body = { revision: leave.revision, on, at }
    if (operation === leaveEndpoints.returnFromLeave) own.mutate({ params: { leaveId: leave.id }, body })
    else kept.mutate({ params: { recordId: leave.id }, body })
  }
  return (
    <Modal
      open
      title={text.backTitle}
      okText={text.back}
      cancelText={text.cancel}
      confirmLoading={own.isPending || kept.isPending}
      onOk={send}
      onCancel={onClose}
    >
      <div className={styles.backFields}>
        <Input
          type="date"
          aria-label={text.backOn}
          min={leave.first}
          max={today}
          value={on}
          onChange={({ target }) => setOn(target.value)}
        />
        <Segmented
          block
          value={at}
          onChange={setAt}
          options={[
            { value: 'morning' as const, label: text.backMorning },
            { value: 'noon' as const, label: text.backNoon },
          ]}
        />
      </div>
    </Modal>
  )
}
