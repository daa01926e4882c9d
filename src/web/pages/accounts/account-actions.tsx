import { App, Button, Input, Modal } from 'antd'
import { useState } from 'react'
import { townAccountEndpoints, type AccountView, type Slip } from '../../../http/contract/town-accounts.ts'
import { messageOf } from '../../parts/api.ts'
import { useCommand } from '../../parts/queries.ts'
import { useMay } from '../../parts/session.tsx'
import { accountsText } from '../../text/accounts.ts'
import { useText } from '../../text/dictionary.ts'
import styles from './accounts-page.module.css'
import { IssueCodesButton } from './issue-codes.tsx'

/** Forgotten password, lost phone, gone for good: each asked once, and none for the own account. */
export function AccountActions({
  account,
  onSlips,
}: {
  readonly account: AccountView
  readonly onSlips: (slips: readonly Slip[]) => void
}) {
  const text = useText(accountsText).detail
  const may = useMay()
  if (account.isOwn) return null
  const mayChange = may('account.change')
  const { state, hasSecondFactor } = account
  return (
    <section className={styles.section}>
      <h3>{text.actions}</h3>
      <div className={styles.actions}>
        {mayChange && state !== 'suspended' && (
          <IssueCodesButton accountIds={[account.id]} onSlips={onSlips}>
            {text.issue}
          </IssueCodesButton>
        )}
        {may('role.grant') && hasSecondFactor && <ResetSecondFactor account={account} />}
        {mayChange && (state === 'suspended' ? <Reopen account={account} /> : <Suspend account={account} />)}
      </div>
      {mayChange && hasSecondFactor && !may('role.grant') && <p className="quiet">{text.resetBySecurity}</p>}
    </section>
  )
}

type One = { readonly account: AccountView }

function ResetSecondFactor({ account: { id, userName } }: One) {
  const text = useText(accountsText).detail
  const { modal, message } = App.useApp()
  const reset = useCommand(townAccountEndpoints.resetSecondFactor, {
    onDone: () => void message.success(text.resetDone),
  })
  const ask = () => {
    void modal.confirm({
      title: text.askReset(userName),
      content: text.resetText,
      okText: text.ok,
      cancelText: text.cancel,
      onOk: () => reset.mutate({ params: { accountId: id } }),
    })
  }
  return (
    <Button loading={reset.isPending} onClick={ask}>
      {text.reset}
    </Button>
  )
}

function Reopen({ account: { id, userName } }: One) {
  const text = useText(accountsText).detail
  const { modal, message } = App.useApp()
  const reopen = useCommand(townAccountEndpoints.reopenAccount, {
    onDone: () => void message.success(text.reopened),
  })
  const ask = () => {
    void modal.confirm({
      title: text.askReopen(userName),
      content: text.reopenText,
      okText: text.ok,
      cancelText: text.cancel,
      onOk: () => reopen.mutate({ params: { accountId: id } }),
    })
  }
  return (
    <Button loading={reopen.isPending} onClick={ask}>
      {text.reopen}
    </Button>
  )
}

function Suspend({ account: { id, userName } }: One) {
  const text = useText(accountsText).detail
  const { message } = App.useApp()
  const [isAsking, setAsking] = useState(false)
  const [reason, setReason] = useState('')
  const suspend = useCommand(townAccountEndpoints.suspendAccount, {
    quiet: true,
    onDone: () => {
      setAsking(false)
      void message.success(text.suspended)
    },
  })
  return (
    <>
      <Button danger onClick={() => setAsking(true)}>
        {text.suspend}
      </Button>
      <Modal
        open={isAsking}
        title={text.askSuspend(userName)}
        okText={text.suspend}
        okButtonProps={{ danger: true, disabled: reason.trim().length < 2 }}
        cancelText={text.cancel}
        confirmLoading={suspend.isPending}
        onCancel={() => setAsking(false)}
        onOk={() => suspend.mutate({ params: { accountId: id }, body: { reason } })}
      >
        <p>{text.suspendText}</p>
        <Input
          aria-label={text.reason}
          placeholder={text.reasonPlaceholder}
          maxLength={200}
          value={reason}
          onChange={(event) => setReason(event.target.value)}
        />
        {suspend.error !== null && (
          <p role="alert" className={styles.problem}>
            {messageOf(suspend.error)}
          </p>
        )}
      </Modal>
    </>
  )
}
