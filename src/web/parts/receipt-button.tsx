import { App, Button } from 'antd'
import { useState } from 'react'
import { proofEndpoints } from '../../http/contract/proof.ts'
import { useText } from '../text/dictionary.ts'
import { proofText } from '../text/proof.ts'
import { download, messageOf } from './api.ts'
import { useMay, useSession, useUserName } from './session.tsx'

/** 回执 of an entry, for who recorded it and whom it is about; for others there is no button. */
export function ReceiptButton({
  entryId,
  recordedBy,
  staffNumber,
  size = 'middle',
}: {
  readonly entryId: string
  /** null: not known here, and so it is the person's own sheet that decides. */
  readonly recordedBy: string | null
  readonly staffNumber: string
  readonly size?: 'middle' | 'small'
}) {
  const text = useText(proofText)
  const { message } = App.useApp()
  const [isLoading, load] = useState(false)
  const session = useSession()
  const userName = useUserName()
  const may = useMay()
  if (!may('proof.read') || (recordedBy !== userName && staffNumber !== session.staffNumber)) return null
  const take = async () => {
    load(true)
    try {
      await download(proofEndpoints.downloadReceipt, text.receiptName, { params: { entryId } })
    } catch (error) {
      void message.error({ content: messageOf(error), duration: 8 })
    } finally {
      load(false)
    }
  }
  return (
    <Button
      type={size === 'small' ? 'link' : 'default'}
      size={size}
      className="no-print"
      title={text.receiptHint}
      loading={isLoading}
      onClick={() => void take()}
    >
      {text.receipt}
    </Button>
  )
}
