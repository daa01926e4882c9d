import { App, Drawer } from 'antd'
import { endpoints } from '../../../http/contract/endpoints.ts'
import { inspectionEndpoints, type InspectionSummary } from '../../../http/contract/inspections.ts'
import { isSameOffice } from '../../../domain/roster/office-names.ts'
import { useAnswer, useCommand } from '../../parts/queries.ts'
import { useSession } from '../../parts/session.tsx'
import { ErrorState, LoadingState } from '../../parts/states.tsx'
import { useText } from '../../text/dictionary.ts'
import { inspectionText } from '../../text/inspections.ts'
import { EntryForm } from '../record-entry/entry-form.tsx'
import styles from './inspections.module.css'

type Props = { readonly round: InspectionSummary; readonly office: string; readonly onClose: () => void }

/** The recording line of 登记 for one office of a round; what is recorded rests on the round. */
export function RecordFinding({ round, office, onClose }: Props) {
  const text = useText(inspectionText)
  const { message } = App.useApp()
  const { today } = useSession()
  const roster = useAnswer(endpoints.listPeople, {})
  const record = useCommand(inspectionEndpoints.recordInspectionFinding, { quiet: true })
  const people = roster.data?.people.filter(({ stays }) => stays.some((stay) => isSameOffice(stay.office, office)))
  const offices = roster.data?.spelledOffices.filter((one) => isSameOffice(one.office, office))
  return (
    <Drawer
      open
      placement="bottom"
      size="min(92vh, 760px)"
      title={text.recordTitle(office)}
      onClose={onClose}
      destroyOnHidden
    >
      <p className={styles.drawerHint}>{text.recordHint}</p>
      {roster.error !== null && <ErrorState error={roster.error} onRetry={() => void roster.refetch()} />}
      {people === undefined || offices === undefined ? (
        roster.error === null && <LoadingState rows={6} />
      ) : (
        <EntryForm
          people={people}
          offices={offices}
          startWith={null}
          startBasis={`${String(round.year)}年督查第${String(round.number)}次`}
          startOn={today > round.toOn ? round.toOn : today}
          record={async (finding, idempotencyKey) => {
            await record.mutateAsync({ params: { roundId: round.id }, body: { office, finding }, idempotencyKey })
            void message.success(text.recorded)
          }}
        />
      )}
    </Drawer>
  )
}
