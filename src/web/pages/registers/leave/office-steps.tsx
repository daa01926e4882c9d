import { App, Button } from 'antd'
import { useState } from 'react'
import type { LeaveBody } from '../../../../domain/registers/leave/leave-record.ts'
import { leaveEndpoints } from '../../../../http/contract/registers/leave.ts'
import type { RecordView } from '../../../../http/contract/registers/record-endpoints.ts'
import { useCommand } from '../../../parts/queries.ts'
import { useMay } from '../../../parts/session.tsx'
import { useText } from '../../../text/dictionary.ts'
import { leaveText } from '../../../text/leave.ts'
import { BackDialog } from './own-leave-pane.tsx'

/** What 政府办 does with a leave: registers it, and notes the return. */
export function OfficeSteps({ record }: { readonly record: RecordView<LeaveBody> }) {
  const text = useText(leaveText)
  const { message } = App.useApp()
  const [isBack, askBack] = useState(false)
  const register = useCommand(leaveEndpoints.registerLeave, {
    onDone: () => void message.success(text.registered),
  })
  const mayKeep = useMay()('leave.keep')
  if (!mayKeep || record.barred !== null) return null
  const { id, revision, state, first, body } = record
  const mayRegister =
    body.source === 'asked' && ['approved', 'returned', 'overstayed'].includes(state) && body.registeredOn === null
  return (
    <>
      {['approved', 'registered'].includes(state) && (
        <Button onClick={() => askBack(true)}>{text.officeBack}</Button>
      )}
      {mayRegister && (
        <Button
          type="primary"
          loading={register.isPending}
          onClick={() => register.mutate({ params: { recordId: id }, body: { revision } })}
        >
          {text.register}
        </Button>
      )}
      {isBack && (
        <BackDialog
          operation={leaveEndpoints.noteLeaveReturn}
          leave={{ id, first, revision }}
          onClose={() => askBack(false)}
        />
      )}
    </>
  )
}
