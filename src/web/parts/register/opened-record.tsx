import { App } from 'antd'
import { useEffect } from 'react'
import type { AnyRegister } from '../../../domain/registers/register-definition.ts'
import type { RecordView } from '../../../http/contract/registers/record-endpoints.ts'
import { useText } from '../../text/dictionary.ts'
import { registerText } from '../../text/register.ts'
import { EvidencePart } from '../evidence/evidence-part.tsx'
import { useAnswer } from '../queries.ts'
import { RecordDrawer } from './record-drawer.tsx'
import type { RegisterPageProps } from './register-page.tsx'
import { WithdrawRecord } from './withdraw-record.tsx'

type Props<Body> = Pick<
  RegisterPageProps<Body>,
  'operations' | 'renderSteps' | 'renderDetail' | 'renderEvidence'
> & {
  readonly register: AnyRegister
  readonly recordId: string
  readonly shown: readonly RecordView<Body>[]
  readonly mayKeep: boolean
  readonly onChange: (record: RecordView<Body>) => void
  readonly onClose: () => void
}

/** The line that the address names, whether it stands on this page of the list or not. */
export function OpenedRecord<Body>({
  operations,
  renderSteps,
  renderDetail,
  renderEvidence,
  register,
  recordId,
  shown,
  mayKeep,
  onChange,
  onClose,
}: Props<Body>) {
  const text = useText(registerText)
  const { message } = App.useApp()
  const here = shown.find(({ id }) => id === recordId)
  const asked = useAnswer(operations.list, { query: { record: recordId } }, { enabled: here === undefined })
  const record = here ?? asked.data?.records.find(({ id }) => id === recordId)
  const isMissing = record === undefined && asked.data !== undefined && !asked.isFetching
  useEffect(() => {
    if (!isMissing) return
    void message.info(text.notFound)
    onClose()
    // oxlint-disable-next-line react-hooks/exhaustive-deps -- said once when it turns out to be missing
  }, [isMissing])
  if (record === undefined) return null
  const { change, withdraw } = operations
  return (
    <RecordDrawer
      register={register}
      record={record}
      steps={renderSteps?.(record) ?? null}
      detail={renderDetail?.(record)}
      evidence={renderEvidence?.(record) ?? <EvidencePart kind="record" subjectId={record.id} />}
      {...(mayKeep && change !== undefined && { onChange: () => onChange(record) })}
      withdraw={mayKeep && withdraw !== undefined ? <WithdrawRecord operation={withdraw} record={record} /> : null}
      onClose={onClose}
    />
  )
}
