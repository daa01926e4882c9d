import { App, Button, Popconfirm } from 'antd'
import { endpoints } from '../../../http/contract/endpoints.ts'
import type { Entry } from '../../../http/contract/entries.ts'
import { useIdempotencyKey } from '../../parts/idempotency-key.ts'
import { useCommand } from '../../parts/queries.ts'
import { useText } from '../../text/dictionary.ts'
import { entryLedgerText } from '../../text/entry-ledger.ts'
import { entryFigure } from '../../text/entry-words.ts'

/** Confirms one entry; asks once, naming whom and what. */
export function ConfirmEntry({
  entry,
  size = 'middle',
}: {
  readonly entry: Entry
  readonly size?: 'small' | 'middle'
}) {
  const text = useText(entryLedgerText)
  const { message } = App.useApp()
  const [key] = useIdempotencyKey()
  const confirm = useCommand(endpoints.confirmEntries, {
    onDone: (answer) => void message.success(text.confirmed(answer.confirmed)),
  })
  if (entry.state !== 'recorded') return null
  return (
    <Popconfirm
      title={text.confirmAsk(entry.name, `${entry.ruleSentence} ${entryFigure(entry)}`.trim())}
      styles={{ root: { maxWidth: 360 } }}
      okText={text.confirm}
      cancelText={text.cancel}
      onConfirm={() => {
        confirm.mutate({ body: { entryIds: [entry.id] }, idempotencyKey: key })
      }}
    >
      <Button
        type={size === 'small' ? 'link' : 'primary'}
        size={size}
        loading={confirm.isPending}
        onClick={(event) => {
          event.stopPropagation()
        }}
      >
        {text.confirm}
      </Button>
    </Popconfirm>
  )
}
