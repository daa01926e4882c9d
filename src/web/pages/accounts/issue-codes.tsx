import { App, Button } from 'antd'
import type { ReactNode } from 'react'
import { townAccountEndpoints, type Slip } from '../../../http/contract/town-accounts.ts'
import { useCommand } from '../../parts/queries.ts'
import { accountsText } from '../../text/accounts.ts'
import { useText } from '../../text/dictionary.ts'

/** New set-up codes for accounts that lost the slip or the password, asked once. */
export function IssueCodesButton({
  accountIds,
  onSlips,
  children,
}: {
  readonly accountIds: readonly string[]
  readonly onSlips: (slips: readonly Slip[]) => void
  readonly children: ReactNode
}) {
  const text = useText(accountsText).detail
  const { modal } = App.useApp()
  const issue = useCommand(townAccountEndpoints.issueSetUpCodes, { onDone: ({ slips }) => onSlips(slips) })
  const ask = () => {
    void modal.confirm({
      title: text.askIssue(accountIds.length),
      content: text.issueText,
      okText: text.ok,
      cancelText: text.cancel,
      onOk: () => issue.mutate({ body: { accountIds: [...accountIds] } }),
    })
  }
  return (
    <Button loading={issue.isPending} onClick={ask}>
      {children}
    </Button>
  )
}
