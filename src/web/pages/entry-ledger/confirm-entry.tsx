import { Button } from 'antd'
import { useState } from 'react'
import type { Entry } from '../../../http/contract/entries.ts'
import { useText } from '../../text/dictionary.ts'
import { entryLedgerText } from '../../text/entry-ledger.ts'
import { ConfirmDialog } from './confirm-dialog.tsx'

/** Confirms one entry; its dialog names whom and what, and shows what it moves. */
export function ConfirmEntry({
  entry,
  size = 'middle',
}: {
  readonly entry: Entry
  readonly size?: 'small' | 'middle'
}) {
  const text = useText(entryLedgerText)
  const [isOpen, setOpen] = useState(false)
  if (entry.state !== 'recorded') return null
  const close = () => {
    setOpen(false)
  }
  return (
    <>
      <Button
        type={size === 'small' ? 'link' : 'primary'}
        size={size}
        onClick={(event) => {
          event.stopPropagation()
          setOpen(true)
        }}
      >
        {text.confirm}
      </Button>
      {isOpen && <ConfirmDialog entries={[entry]} onClose={close} onConfirmed={close} />}
    </>
  )
}
