import { App } from 'antd'
import { accountEndpoints } from '../../http/contract/account.ts'
import { forgetKits, keptQueue } from '../pages/inspect/phone-store.ts'
import { useCommand } from '../parts/queries.ts'
import { forgetPagesOnPhone } from '../parts/service-worker.ts'
import { useSession } from '../parts/session.tsx'
import { useText } from '../text/dictionary.ts'
import { inspectText } from '../text/inspect.ts'

/** Signs out and clears the telephone; asks first while findings of one's own have not been sent. */
export function useSignOut(): () => Promise<void> {
  const text = useText(inspectText)
  const { modal } = App.useApp()
  const { town, userName } = useSession()
  const signOut = useCommand(accountEndpoints.signOut)
  const leave = async () => {
    // A browser that keeps nothing has nothing to clear.
    await forgetKits().catch(() => {})
    await forgetPagesOnPhone().catch(() => {})
    signOut.mutate({})
  }
  return async () => {
    const waiting = await keptQueue({ townId: town.id, userName }).catch(() => [])
    if (waiting.length === 0) return leave()
    modal.confirm({
      title: text.unsentTitle(waiting.length),
      content: text.unsentText,
      okText: text.signOutAnyway,
      cancelText: text.stay,
      onOk: leave,
    })
  }
}
