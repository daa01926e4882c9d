import { useQueryClient } from '@tanstack/react-query'
import { Button, Segmented } from 'antd'
import { useState } from 'react'
import { Link } from 'react-router'
import { evidenceEndpoints, mostEvidenceSubjects } from '../../../../http/contract/evidence.ts'
import { complaintEndpoints, type ComplaintView } from '../../../../http/contract/registers/complaints.ts'
import { download } from '../../../parts/api.ts'
import { ImportFlow } from '../../../parts/import-flow.tsx'
import { PageHeader } from '../../../parts/page-header.tsx'
import { useAnswer } from '../../../parts/queries.ts'
import { useMay } from '../../../parts/session.tsx'
import { EmptyState, ErrorState, LoadingState } from '../../../parts/states.tsx'
import { oneOf, useUrlState } from '../../../parts/url-state.ts'
import { complaintsText } from '../../../text/complaints.ts'
import { useText } from '../../../text/dictionary.ts'
import { AddComplaint } from './add-complaint.tsx'
import { ComplaintCard } from './complaint-card.tsx'
import { complaintImportSource } from './complaint-import-source.ts'
import styles from './complaint.module.css'
import { FormSwitch } from './form-switch.tsx'
import { TakeStep } from './take-step.tsx'

const filters = ['', 'received', 'verifying', 'upheld', 'not-upheld', 'transferred', 'withdrawn'] as const

/** 投诉举报: what came in, verified by discipline; the office sees the switch of the public form alone. */
export function ComplaintPage() {
  const text = useText(complaintsText)
  const may = useMay()
  const [isAdding, add] = useState(false)
  const [isImporting, showImport] = useState(false)
  const queryClient = useQueryClient()
  const reads = may('complaint.read')
  return (
    <>
      <PageHeader
        title={text.title}
        subtitle={text.intro}
        actions={
          reads && (
            <>
              <Button
                onClick={() =>
                  void download(complaintEndpoints.downloadComplaints, text.exportName, {
                    query: { format: 'xlsx' },
                  })
                }
              >
                {text.export}
              </Button>
              <Button onClick={() => showImport(true)}>{text.importSheet}</Button>
              <Button type="primary" onClick={() => add(true)}>
                {text.add}
              </Button>
            </>
          )
        }
      />
      <div className={styles.stack}>
        {may('complaint.open-form') && <FormSwitch />}
        {reads && <ComplaintList />}
        {may('superior-result.read') && (
          <p className="quiet">
            {text.superior} <Link to="/registers/superior-result">{text.toSuperior}</Link>
          </p>
        )}
      </div>
      {isAdding && <AddComplaint onClose={() => add(false)} />}
      {reads && (
        <ImportFlow
          open={isImporting}
          onClose={() => showImport(false)}
          onDone={() => void queryClient.invalidateQueries()}
          source={complaintImportSource(text)}
        />
      )}
    </>
  )
}

type Chosen = { readonly complaint: ComplaintView; readonly step: ComplaintView['steps'][number] }

function ComplaintList() {
  const text = useText(complaintsText)
  const [address, change] = useUrlState({ state: '' })
  const state = oneOf(address.state, filters, '')
  const [chosen, choose] = useState<Chosen | null>(null)
  const { data, error, refetch } = useAnswer(complaintEndpoints.listComplaints, {
    query: state === '' ? {} : { state },
  })
  const ids = (data?.complaints ?? []).map(({ id }) => id).slice(0, mostEvidenceSubjects)
  const evidence = useAnswer(
    evidenceEndpoints.listEvidence,
    { query: { kind: 'record', ids: ids.join(',') } },
    { enabled: ids.length > 0 },
  ).data
  const filesOf = ({ id, state: at }: ComplaintView) => {
    const count = evidence?.evidence.filter(({ subjectId }) => subjectId === id).length ?? 0
    return count === 0 && at === 'withdrawn' ? null : count
  }
  return (
    <>
      <div className={styles.filters}>
        <Segmented
          options={filters.map((value) => ({
            value,
            label: value === '' ? text.all : (text.states[value] ?? value),
          }))}
          value={state}
          onChange={(value) => change({ state: value })}
        />
      </div>
      {error !== null && <ErrorState error={error} onRetry={() => void refetch()} />}
      {data === undefined && error === null && <LoadingState rows={6} />}
      {data?.complaints.length === 0 && <EmptyState title={text.none}>{text.noneHint}</EmptyState>}
      {data !== undefined && data.complaints.length > 0 && (
        <ul className={styles.list}>
          {data.complaints.map((complaint) => (
            <li key={complaint.id}>
              <ComplaintCard
                complaint={complaint}
                files={filesOf(complaint)}
                onStep={(step) => choose({ complaint, step })}
              />
            </li>
          ))}
        </ul>
      )}
      {chosen !== null && (
        <TakeStep complaint={chosen.complaint} step={chosen.step} onClose={() => choose(null)} />
      )}
    </>
  )
}
