import { Button } from 'antd'
import { useState } from 'react'
import { districtEndpoints, type FounderSlip } from '../../../http/contract/district.ts'
import { PageHeader } from '../../parts/page-header.tsx'
import { useAnswer } from '../../parts/queries.ts'
import { ErrorState, LoadingState } from '../../parts/states.tsx'
import { useText } from '../../text/dictionary.ts'
import { districtText } from '../../text/district.ts'
import styles from './district.module.css'
import { EventList } from './event-list.tsx'
import { FounderSlipDialog } from './founder-slip-dialog.tsx'
import { NewTown } from './new-town.tsx'
import { ResultsBeside } from './results-beside.tsx'
import { TownHeads } from './town-heads.tsx'
import { TownList } from './town-list.tsx'

/** The district's towns at a glance, their approved results side by side, and what the district did. */
export function DistrictPage() {
  const text = useText(districtText)
  const [isCreating, create] = useState(false)
  const [slip, show] = useState<FounderSlip | null>(null)
  const district = useAnswer(districtEndpoints.readDistrict, {})
  return (
    <>
      <PageHeader
        title={text.title}
        subtitle={text.subtitle}
        actions={
          <Button type="primary" onClick={() => create(true)}>
            {text.create}
          </Button>
        }
      />
      <div className={styles.sections}>
        {district.error !== null && <ErrorState error={district.error} onRetry={() => void district.refetch()} />}
        {district.data === undefined ? (
          district.error === null && <LoadingState rows={8} />
        ) : (
          <>
            <TownList towns={district.data.towns} onSlip={show} />
            <ResultsBeside />
            <TownHeads />
            <EventList events={district.data.events} />
          </>
        )}
      </div>
      {isCreating && (
        <NewTown
          onClose={() => create(false)}
          onCreated={(created) => {
            create(false)
            show(created)
          }}
        />
      )}
      {slip !== null && <FounderSlipDialog slip={slip} onClose={() => show(null)} />}
    </>
  )
}
