import { Timeline } from 'antd'
import { endpoints } from '../../../http/contract/endpoints.ts'
import type { RecordHistoryStep, SheetRegisterId } from '../../../http/contract/registers/register-sheets.ts'
import { useText } from '../../text/dictionary.ts'
import { momentText } from '../../text/figure.ts'
import { registerText } from '../../text/register.ts'
import { useAnswer } from '../queries.ts'
import { ErrorState, LoadingState } from '../states.tsx'
import styles from './register.module.css'

/** How a line came to say what it says: who, when, what before and after, and why. */
export function RecordHistory({
  register,
  recordId,
}: {
  readonly register: SheetRegisterId
  readonly recordId: string
}) {
  const text = useText(registerText)
  const { data, error, refetch } = useAnswer(endpoints.readRecordHistory, { params: { register, recordId } })
  return (
    <>
      <h3 className={styles.heading}>{text.history}</h3>
      {error !== null && <ErrorState error={error} onRetry={() => void refetch()} />}
      {data === undefined && error === null && <LoadingState rows={2} />}
      {data !== undefined && (
        <Timeline items={data.steps.map((step) => ({ key: step.position, content: <Step step={step} /> }))} />
      )}
    </>
  )
}

function Step({ step }: { readonly step: RecordHistoryStep }) {
  const text = useText(registerText)
  return (
    <>
      {step.stepWords} <span className="quiet figure">{momentText(step.at)}</span>{' '}
      <span className="quiet">{step.by}</span>
      {step.changes.map(({ title, before, after }) => (
        <div key={title}>
          {text.historyChange(title, before === '' ? text.nothing : before, after === '' ? text.nothing : after)}
        </div>
      ))}
      {step.reason !== null && <div className="quiet">{step.reason}</div>}
    </>
  )
}
