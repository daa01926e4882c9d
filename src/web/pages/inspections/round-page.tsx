import { Alert, Button, Progress } from 'antd'
import { useState } from 'react'
import { Link, useParams } from 'react-router'
import { inspectionEndpoints, type InspectionDetail } from '../../../http/contract/inspections.ts'
import { PageHeader } from '../../parts/page-header.tsx'
import { useAnswer } from '../../parts/queries.ts'
import { useMay } from '../../parts/session.tsx'
import { ErrorState, LoadingState } from '../../parts/states.tsx'
import { useRefetching } from '../../parts/use-refetching.ts'
import { useText } from '../../text/dictionary.ts'
import { momentText } from '../../text/figure.ts'
import { inspectionText } from '../../text/inspections.ts'
import { EndRound } from './end-round.tsx'
import styles from './inspections.module.css'
import { OfficeCard } from './office-card.tsx'
import { RecordFinding } from './record-finding.tsx'

/** One round: its offices one below the other, each with what was seen; another inspector's visit shows by itself. */
export function RoundPage() {
  const text = useText(inspectionText)
  const { roundId = '' } = useParams()
  const { data, error, refetch } = useAnswer(inspectionEndpoints.readInspection, { params: { roundId } })
  useRefetching(refetch, data?.round.ended === null)
  if (error !== null && data === undefined)
    return (
      <>
        <PageHeader title={text.title} actions={<Link to="/inspections">{text.back}</Link>} />
        <ErrorState error={error} onRetry={() => void refetch()} />
      </>
    )
  return data === undefined ? <LoadingState rows={6} /> : <Round detail={data} />
}

function Round({ detail }: { readonly detail: InspectionDetail }) {
  const text = useText(inspectionText)
  const may = useMay()
  const [recordingIn, recordIn] = useState<string | null>(null)
  const [isEnding, setEnding] = useState(false)
  const { round, offices } = detail
  const works = round.ended === null && round.isMine && may('inspection.visit')
  const all = round.offices.length
  return (
    <>
      <PageHeader
        title={round.title}
        subtitle={
          <>
            <span className="figure">
              {round.fromOn} — {round.toOn}
            </span>{' '}
            · {text.by(round.inspectors.join('、'))} · <Link to="/inspections">{text.back}</Link>
          </>
        }
      />
      <div className={styles.progress}>
        <span>
          {text.progress(round.visited, all)}
          {round.withFindings > 0 && `，${text.found(round.withFindings)}`}
        </span>
        <Progress percent={Math.floor((round.visited / all) * 100)} showInfo={false} aria-hidden />
      </div>
      {round.ended !== null && (
        <Alert
          type="info"
          className={styles.note ?? ''}
          title={text.endedNote(round.ended.by, momentText(round.ended.at))}
          action={<Link to={`/bulletins/${round.ended.bulletinId}`}>{text.toReport}</Link>}
        />
      )}
      {round.ended === null && !round.isMine && (
        <Alert type="info" className={styles.note ?? ''} title={text.notYours} />
      )}
      <ul className={styles.offices}>
        {offices.map((office) => (
          <OfficeCard
            key={office.office}
            roundId={round.id}
            office={office}
            works={works}
            onRecord={() => recordIn(office.office)}
          />
        ))}
      </ul>
      {works && may('inspection.end') && (
        <div className={styles.endBar} data-done={round.visited === all}>
          <Button
            size="large"
            type={round.visited === all ? 'primary' : 'default'}
            onClick={() => setEnding(true)}
          >
            {text.end}
          </Button>
        </div>
      )}
      {recordingIn !== null && <RecordFinding round={round} office={recordingIn} onClose={() => recordIn(null)} />}
      {isEnding && <EndRound detail={detail} onClose={() => setEnding(false)} />}
    </>
  )
}
