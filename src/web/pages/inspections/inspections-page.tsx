import { Button, Tag } from 'antd'
import { useState } from 'react'
import { Link } from 'react-router'
import { inspectionEndpoints, type InspectionSummary } from '../../../http/contract/inspections.ts'
import { useAssessmentYear } from '../../parts/assessment-year.ts'
import { PageHeader } from '../../parts/page-header.tsx'
import { useAnswer } from '../../parts/queries.ts'
import { useMay } from '../../parts/session.tsx'
import { EmptyState, ErrorState, LoadingState } from '../../parts/states.tsx'
import { useText } from '../../text/dictionary.ts'
import { inspectionText } from '../../text/inspections.ts'
import styles from './inspections.module.css'
import { OpenRound } from './open-round.tsx'
import { PhotoPlaceSwitch } from './photo-place-switch.tsx'

/** 督查: the rounds of the year, each with how far it has come. */
export function InspectionsPage() {
  const text = useText(inspectionText)
  const [year] = useAssessmentYear()
  const may = useMay()
  const [isOpening, setOpening] = useState(false)
  const { data, error, refetch } = useAnswer(inspectionEndpoints.listInspections, { query: { year } })
  const choices = data?.choices ?? null
  const openButton = choices !== null && (
    <Button type="primary" onClick={() => setOpening(true)}>
      {text.open}
    </Button>
  )
  return (
    <>
      <PageHeader
        title={text.title}
        subtitle={text.intro}
        actions={
          <>
            {may('inspection.visit') && <Link to="/inspect">{text.onPhone}</Link>} {openButton}
          </>
        }
      />
      {error !== null && <ErrorState error={error} onRetry={() => void refetch()} />}
      {data === undefined && error === null && <LoadingState rows={4} />}
      {data?.rounds.length === 0 && (
        <EmptyState title={text.empty} actions={openButton}>
          {choices === null ? text.emptyReader : text.emptyHint}
        </EmptyState>
      )}
      <ul className={styles.rounds}>
        {(data?.rounds ?? []).map((round) => (
          <RoundRow key={round.id} round={round} />
        ))}
      </ul>
      {may('register.configure') && <PhotoPlaceSwitch />}
      {isOpening && choices !== null && (
        <OpenRound year={year} choices={choices} onClose={() => setOpening(false)} />
      )}
    </>
  )
}

function RoundRow({ round }: { readonly round: InspectionSummary }) {
  const text = useText(inspectionText)
  return (
    <li>
      <Link to={`/inspections/${round.id}`} className={styles.round}>
        <span className={styles.roundHead}>
          <b>{round.title}</b>
          <Tag color={round.ended === null ? 'processing' : 'default'}>
            {round.ended === null ? text.running : text.ended}
          </Tag>
        </span>
        <span className="figure quiet">
          {round.fromOn} — {round.toOn}
        </span>
        <span>
          {text.progress(round.visited, round.offices.length)}
          {round.withFindings > 0 && `，${text.found(round.withFindings)}`}
        </span>
        <span className="quiet">{text.by(round.inspectors.join('、'))}</span>
      </Link>
    </li>
  )
}
