import { Alert } from 'antd'
import type { AccountsView, AdministratorView } from '../../../http/contract/town-accounts.ts'
import { accountsText } from '../../text/accounts.ts'
import { useText } from '../../text/dictionary.ts'
import { roleText } from '../../text/roles.ts'

/** Whether the founder still looks after accounts and roles, and what is missing for that to end. */
export function FounderNotice({ view }: { readonly view: AccountsView }) {
  const text = useText(accountsText).founder
  const roles = useText(roleText)
  const { founder, administrators } = view
  if (founder === null) return null
  const auditor = administrators.find(({ role }) => role === 'auditAdmin')
  const auditMissing = auditor?.canSignIn === false && <p>{text.auditMissing}</p>
  if (!founder.counts)
    return (
      <Alert
        type="info"
        showIcon
        className="no-print"
        title={text.over(founder.userName)}
        description={auditMissing}
      />
    )
  const needed = administrators.filter(({ role }) => role !== 'auditAdmin')
  const words = ({ role, userNames, canSignIn }: AdministratorView) => {
    if (canSignIn) return text.there(roles[role])
    return userNames.length === 0 ? text.nobody(roles[role]) : text.waiting(roles[role], userNames.join('、'))
  }
  return (
    <Alert
      type="warning"
      showIcon
      className="no-print"
      title={text.title(founder.userName)}
      description={
        <>
          <p>{text.text}</p>
          <p>
            <strong>{text.missing}</strong>
            {needed.map(words).join('；')}
          </p>
          {auditMissing}
        </>
      }
    />
  )
}
