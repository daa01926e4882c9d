import { App, Button } from 'antd'
import { Link, useParams } from 'react-router'
import { proceedingMark } from '../../../domain/review/decision-blocks.ts'
import { proceedingEndpoints, type ProceedingView } from '../../../http/contract/proceedings.ts'
import { download, messageOf } from '../../parts/api.ts'
import { AttachmentsPart } from '../../parts/attachments/attachments-part.tsx'
import { PageHeader } from '../../parts/page-header.tsx'
import { useAnswer } from '../../parts/queries.ts'
import { ErrorState, LoadingState } from '../../parts/states.tsx'
import { useText } from '../../text/dictionary.ts'
import { proceedingsText } from '../../text/proceedings.ts'
import { CureSection } from './cure-section.tsx'
import { DeadlineWords } from './deadline-words.tsx'
import { DiscretionSteps } from './discretion-steps.tsx'
import { ObjectionSteps } from './objection-steps.tsx'
import { OutcomeWords } from './outcome-words.tsx'
import { ProceedingSubject } from './proceeding-subject.tsx'
import { ProceedingTimeline } from './proceeding-timeline.tsx'
import styles from './proceedings.module.css'

/** Everything about one objection or deduction: what it is about, what comes next and by when, and what was done. */
export function ProceedingPage() {
  const { proceedingId = '' } = useParams()
  const { data, error, refetch } = useAnswer(proceedingEndpoints.readProceeding, { params: { proceedingId } })
  // What is being written in a step's dialog does not go with an answer that failed to come.
  return (
    <>
      {error !== null && <ErrorState error={error} onRetry={() => void refetch()} />}
      {data === undefined ? error === null && <LoadingState rows={8} /> : <OneProceeding proceeding={data} />}
    </>
  )
}

function OneProceeding({ proceeding }: { readonly proceeding: ProceedingView }) {
  const text = useText(proceedingsText)
  const { message } = App.useApp()
  const { id, kind, people, about, isOpen, attachments } = proceeding
  const mark = proceedingMark(proceeding)
  const take = () =>
    download(proceedingEndpoints.downloadProceeding, `${mark}.docx`, { params: { proceedingId: id } }).catch(
      (problem: unknown) => void message.error(messageOf(problem)),
    )
  return (
    <>
      <PageHeader
        title={mark}
        subtitle={`${people.map(({ name }) => name).join('、')} · ${about}`}
        actions={
          <>
            <Link to="/proceedings">
              <Button>{text.back}</Button>
            </Link>
            <Button onClick={() => window.print()}>{text.print}</Button>
            <Button onClick={() => void take()}>{text.download}</Button>
          </>
        }
      />
      <NextSteps proceeding={proceeding} />
      <ProceedingSubject proceeding={proceeding} />
      {kind === 'objection' && <CureSection proceeding={proceeding} />}
      <section className={styles.section}>
        <h2 className={styles.heading}>{text.timeline}</h2>
        <ProceedingTimeline proceeding={proceeding} />
      </section>
      <div className={styles.section}>
        <AttachmentsPart proceedingId={id} attachments={attachments} canAdd={isOpen} />
      </div>
    </>
  )
}

function NextSteps({ proceeding }: { readonly proceeding: ProceedingView }) {
  const text = useText(proceedingsText)
  const { deadlines, barred, kind } = proceeding
  return (
    <section className={styles.section}>
      <h2 className={styles.heading}>
        {text.now} <OutcomeWords proceeding={proceeding} />
      </h2>
      <div className={styles.next}>
        {deadlines.length === 0 ? (
          <span className="quiet">{text.nothingLeft}</span>
        ) : (
          <ul>
            {deadlines.map((deadline) => (
              <li key={deadline.what}>
                <DeadlineWords deadline={deadline} />
              </li>
            ))}
          </ul>
        )}
        <div className={`${styles.actions ?? ''} no-print`}>
          {kind === 'objection' ? (
            <ObjectionSteps proceeding={proceeding} />
          ) : (
            <DiscretionSteps proceeding={proceeding} />
          )}
        </div>
      </div>
      {barred.map(({ step, why }) => (
        <p key={step} className={`${styles.barred ?? ''} no-print`}>
          {barWords(text, step)}
          {text.barredWhy[why]}
        </p>
      ))}
    </section>
  )
}

type Text = { readonly [Key in keyof (typeof proceedingsText)['zh']]: (typeof proceedingsText)['zh'][Key] }

function barWords(text: Text, step: ProceedingView['barred'][number]['step']): string {
  if (step === 'answered') return text.barredAnswered
  return step === 'cured' ? text.barredCured : text.barredDecided
}
