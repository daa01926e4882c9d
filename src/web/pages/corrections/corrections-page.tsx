import { Button } from 'antd'
import { useState } from 'react'
import { Link } from 'react-router'
import { ownRecordEndpoints, type Correction } from '../../../http/contract/own-record.ts'
import { CorrectionWords } from '../../parts/correction-words.tsx'
import { PageHeader } from '../../parts/page-header.tsx'
import { useAnswer } from '../../parts/queries.ts'
import { EmptyState, ErrorState, LoadingState } from '../../parts/states.tsx'
import { useText } from '../../text/dictionary.ts'
import { ownRecordText } from '../../text/own-record.ts'
import { AnswerDialog } from './answer-dialog.tsx'
import styles from './corrections-page.module.css'

/** 个人信息更正: what people ask to be put right about themselves, and the office's answers. */
export function CorrectionsPage() {
  const text = useText(ownRecordText).page
  const [answering, answer] = useState<Correction | null>(null)
  const { data, error, refetch } = useAnswer(ownRecordEndpoints.listCorrections, {})
  const corrections = data?.corrections ?? []
  const waiting = corrections.filter(({ state }) => state === 'open')
  const answered = corrections.filter(({ state }) => state !== 'open')
  return (
    <>
      <PageHeader
        title={text.title}
        subtitle={text.intro}
        actions={
          <Link to="/people">
            <Button>{text.toPeople}</Button>
          </Link>
        }
      />
      {error !== null && <ErrorState error={error} onRetry={() => void refetch()} />}
      {data === undefined && error === null && <LoadingState rows={4} />}
      {data !== undefined && waiting.length === 0 && (
        <EmptyState title={text.noneWaiting}>{text.noneWaitingHint}</EmptyState>
      )}
      <CorrectionList title={text.waiting} corrections={waiting} onAnswer={answer} />
      <CorrectionList title={text.answered} corrections={answered} />
      {answering !== null && <AnswerDialog correction={answering} onClose={() => answer(null)} />}
    </>
  )
}

function CorrectionList({
  title,
  corrections,
  onAnswer,
}: {
  readonly title: string
  readonly corrections: readonly Correction[]
  readonly onAnswer?: (correction: Correction) => void
}) {
  const text = useText(ownRecordText).page
  if (corrections.length === 0) return null
  return (
    <section className={styles.section}>
      <h2 className={styles.title}>
        {title} <span className="figure quiet">{corrections.length}</span>
      </h2>
      <ul className={styles.list}>
        {corrections.map((correction) => (
          <li key={correction.id} className={styles.row}>
            <div className={styles.who}>
              <b>{correction.name}</b>
              <span className="figure quiet">{correction.staffNumber}</span>
            </div>
            <CorrectionWords correction={correction} />
            {onAnswer !== undefined && (
              <div className={styles.action}>
                {correction.isOwn ? (
                  <span className="quiet">{text.own}</span>
                ) : (
                  <Button type="primary" onClick={() => onAnswer(correction)}>
                    {text.answer}
                  </Button>
                )}
              </div>
            )}
          </li>
        ))}
      </ul>
    </section>
  )
}
