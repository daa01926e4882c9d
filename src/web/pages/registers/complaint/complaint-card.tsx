import { Button, Tag } from 'antd'
import { useState } from 'react'
import { complaintEndpoints, type ComplaintView } from '../../../../http/contract/registers/complaints.ts'
import { EvidencePart } from '../../../parts/evidence/evidence-part.tsx'
import { useAnswer } from '../../../parts/queries.ts'
import { ErrorState, LoadingState } from '../../../parts/states.tsx'
import { complaintsText } from '../../../text/complaints.ts'
import { useText } from '../../../text/dictionary.ts'
import { momentText } from '../../../text/figure.ts'
import styles from './complaint.module.css'

const colours: Readonly<Record<string, string>> = { received: 'gold', verifying: 'blue', upheld: 'red' }

/** Steps that bring it on; what was concluded is not asked to be opened again. */
const leadsOn: readonly string[] = ['verification-started', 'upheld']

/** One complaint with what became of it, and what may be done with it now. */
export function ComplaintCard({
  complaint,
  files,
  onStep,
}: {
  readonly complaint: ComplaintView
  /** How many files it has; null: it has none, and takes none. */
  readonly files: number | null
  readonly onStep: (step: ComplaintView['steps'][number]) => void
}) {
  const text = useText(complaintsText)
  const [isOpen, open] = useState(false)
  const [showsFiles, showFiles] = useState(false)
  const { id, channel, receivedOn, number, state, words, complainant, steps } = complaint
  const [first, ...others] = steps
  return (
    <article className={styles.card} data-complaint={state}>
      <header className={styles.head}>
        <Tag color={colours[state] ?? 'default'}>{text.states[state] ?? state}</Tag>
        <b>{text.channels[channel]}</b>
        <span className="quiet figure">{text.received(receivedOn)}</span>
        {number !== null && <span className="quiet figure">{text.numbered(number)}</span>}
      </header>
      <p className={styles.words}>{words}</p>
      <dl className={styles.facts}>
        <dt>{text.about}</dt>
        <dd>{aboutWords(complaint, text)}</dd>
        <dt>{text.complainant}</dt>
        <dd>
          {complainant === null
            ? text.anonymous
            : [complainant.name, complainant.contact].filter((part) => part !== null).join(' · ')}
        </dd>
      </dl>
      <Conclusion complaint={complaint} />
      <footer className={`${styles.actions ?? ''} no-print`}>
        {first !== undefined && (
          <Button type={leadsOn.includes(first) ? 'primary' : 'default'} onClick={() => onStep(first)}>
            {text.steps[first]}
          </Button>
        )}
        {others.map((step) => (
          <Button key={step} onClick={() => onStep(step)}>
            {text.steps[step]}
          </Button>
        ))}
        <Button type="link" aria-expanded={isOpen} onClick={() => open(!isOpen)}>
          {text.showHistory}
        </Button>
        {files !== null && (
          <Button type="link" aria-expanded={showsFiles} onClick={() => showFiles(!showsFiles)}>
            {text.evidence(files)}
          </Button>
        )}
      </footer>
      {showsFiles && <EvidencePart kind="record" subjectId={id} hint={text.evidenceHint} />}
      {isOpen && <History complaintId={id} />}
    </article>
  )
}

function aboutWords({ about, aboutPerson }: ComplaintView, text: (typeof complaintsText)['zh']): string {
  const person = aboutPerson === null ? null : `${aboutPerson.name}（${aboutPerson.staffNumber}）`
  const known = [about, person].filter((part) => part !== null)
  return known.length === 0 ? text.aboutUnknown : known.join(' · ')
}

function Conclusion({ complaint: { conclusion } }: { readonly complaint: ComplaintView }) {
  const text = useText(complaintsText)
  if (conclusion === null) return null
  const { found, people, occurredOn, transferredTo, reasons, at } = conclusion
  const lines = [
    [text.found, found],
    [text.people, people.map(({ name, staffNumber }) => `${name}（${staffNumber}）`).join('、')],
    [text.occurredOn, occurredOn],
    [text.transferredTo, transferredTo],
    [text.reasons, reasons],
  ] as const
  return (
    <dl className={`${styles.facts ?? ''} ${styles.conclusion ?? ''}`}>
      {lines.map(([label, value]) =>
        value === null || value === '' ? null : (
          <div key={label}>
            <dt>{label}</dt>
            <dd>{value}</dd>
          </div>
        ),
      )}
      <div>
        <dt />
        <dd className="quiet">{text.concludedOn(at)}</dd>
      </div>
    </dl>
  )
}

function History({ complaintId }: { readonly complaintId: string }) {
  const text = useText(complaintsText)
  const { data, error, refetch } = useAnswer(complaintEndpoints.readComplaintHistory, { params: { complaintId } })
  if (error !== null) return <ErrorState error={error} onRetry={() => void refetch()} />
  if (data === undefined) return <LoadingState rows={2} />
  return (
    <ol className={styles.history}>
      {data.steps.map(({ step, at, by, reason }) => (
        <li key={`${step} ${at}`}>
          <span className="figure quiet">{momentText(at)}</span> <b>{text.history[step] ?? step}</b> {by}
          {reason !== null && <p className="quiet">{reason}</p>}
        </li>
      ))}
    </ol>
  )
}
