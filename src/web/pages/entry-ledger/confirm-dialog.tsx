import { useQuery } from '@tanstack/react-query'
import { App, Modal } from 'antd'
import { useState } from 'react'
import { endpoints } from '../../../http/contract/endpoints.ts'
import type { Entry } from '../../../http/contract/entries.ts'
import { call } from '../../parts/api.ts'
import { newKey } from '../../parts/idempotency-key.ts'
import { useCommand } from '../../parts/queries.ts'
import { StepEffects } from '../../parts/step-effects.tsx'
import { useText } from '../../text/dictionary.ts'
import { entryLedgerText } from '../../text/entry-ledger.ts'
import { entryFigure } from '../../text/entry-words.ts'

type Props = {
  readonly entries: readonly Entry[]
  readonly onClose: () => void
  readonly onConfirmed: () => void
}

/** Confirms one entry or many; shows what they move, and asks once. One key for as long as it is open. */
export function ConfirmDialog({ entries, onClose, onConfirmed }: Props) {
  const text = useText(entryLedgerText)
  const { message } = App.useApp()
  const [key] = useState(newKey)
  const entryIds = entries.map(({ id }) => id)
  const preview = useQuery({
    queryKey: ['confirmation-preview', entryIds],
    queryFn: ({ signal }) => call(endpoints.previewConfirmation, { body: { entryIds }, signal }),
    retry: false,
    staleTime: 0,
    gcTime: 0,
  })
  const confirm = useCommand(endpoints.confirmEntries, {
    onDone: ({ confirmed }) => {
      void message.success(text.confirmed(confirmed))
      onConfirmed()
    },
  })
  const [only] = entries
  const people = new Set(entries.map(({ staffNumber }) => staffNumber)).size
  return (
    <Modal
      open
      title={entries.length === 1 ? text.confirmTitle : text.confirmManyTitle(entries.length)}
      onCancel={onClose}
      onOk={() => {
        confirm.mutate({ body: { entryIds }, idempotencyKey: key })
      }}
      okText={entries.length === 1 ? text.confirm : text.confirmMany(entries.length)}
      cancelText={text.notYet}
      confirmLoading={confirm.isPending}
    >
      {entries.length === 1 && only !== undefined ? (
        <p>
          <b>{only.name}</b>（{only.office}） <span className="figure">{only.occurredOn}</span>
          <br />
          {only.ruleSentence} <b className="figure">{entryFigure(only)}</b>
        </p>
      ) : (
        <p>{text.confirmPeople(people)}</p>
      )}
      <StepEffects title={text.confirmEffects} effects={preview.data?.effects} error={preview.error} />
      <p className="quiet">{text.confirmExplain}</p>
    </Modal>
  )
}
