import type { Entry } from '../../../http/contract/entries.ts'
import { useText } from '../../text/dictionary.ts'
import { entryLedgerText } from '../../text/entry-ledger.ts'
import { ConfirmDialog } from './confirm-dialog.tsx'
import { StepButton } from './step-button.tsx'

type Props = { readonly entry: Entry; readonly size?: 'small' | 'middle' }

/** Confirms one entry; its dialog names whom and what, and shows what it moves. */
export function ConfirmEntry({ entry, size = 'middle' }: Props) {
  const text = useText(entryLedgerText)
  const bar = entry.barred.confirmation
  if (bar === 'state' || bar === 'role') return null
  return (
    <StepButton
      label={text.confirm}
      size={size}
      isPrimary
      why={bar === null ? null : text.confirmationBars[bar]}
      renderDialog={(close) => <ConfirmDialog entries={[entry]} onClose={close} onConfirmed={close} />}
    />
  )
}
