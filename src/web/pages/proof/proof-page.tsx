import { proofEndpoints } from '../../../http/contract/proof.ts'
import { PageHeader } from '../../parts/page-header.tsx'
import { useAnswer } from '../../parts/queries.ts'
import { useMay } from '../../parts/session.tsx'
import { EmptyState, ErrorState, LoadingState } from '../../parts/states.tsx'
import { useText } from '../../text/dictionary.ts'
import { proofText } from '../../text/proof.ts'
import { CurrentHead } from './current-head.tsx'
import { HeadTable } from './head-table.tsx'
import { KeptHeads } from './kept-heads.tsx'
import { PrintedHead } from './printed-head.tsx'
import { ProofFiles } from './proof-files.tsx'
import styles from './proof.module.css'

/** 台账核验: the log's head of now, a place to check one on paper, and the heads that were promised. */
export function ProofPage() {
  const text = useText(proofText)
  const may = useMay()
  const { data, error, refetch } = useAnswer(proofEndpoints.readLogHead, {})
  return (
    <>
      <PageHeader title={text.title} subtitle={text.subtitle} />
      {error !== null && <ErrorState error={error} onRetry={() => void refetch()} />}
      {data === undefined && error === null && <LoadingState rows={8} />}
      {data?.head.size === 0 && <EmptyState title={text.empty}>{text.emptyText}</EmptyState>}
      {data !== undefined && data.head.size > 0 && (
        <div className={styles.sections}>
          <CurrentHead shown={data} />
          <PrintedHead />
          <ProofFiles />
          {may('proof.keep') && <KeptHeads />}
          <Checkpoints />
        </div>
      )}
    </>
  )
}

function Checkpoints() {
  const text = useText(proofText)
  const { data, error, refetch } = useAnswer(proofEndpoints.listCheckpoints, {})
  return (
    <section aria-labelledby="checkpoints" className={styles.section}>
      <h2 id="checkpoints">{text.checkpoints}</h2>
      <p className={styles.explain}>{text.checkpointsExplain}</p>
      {error !== null && <ErrorState error={error} onRetry={() => void refetch()} />}
      {data === undefined && error === null && <LoadingState rows={4} />}
      {data !== undefined && <HeadTable heads={data.checkpoints} />}
    </section>
  )
}
