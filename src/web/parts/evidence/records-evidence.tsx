import { evidenceEndpoints } from '../../../http/contract/evidence.ts'
import { useText } from '../../text/dictionary.ts'
import { evidenceText } from '../../text/evidence.ts'
import { useAnswer } from '../queries.ts'
import { ErrorState } from '../states.tsx'
import { EvidenceFiles } from './evidence-files.tsx'
import styles from './evidence.module.css'

/** 佐证 of the lines something rests on, to be looked at before it is decided: those the server shows to who asks. */
export function RecordsEvidence({ recordIds }: { readonly recordIds: readonly string[] }) {
  const text = useText(evidenceText)
  const query = { kind: 'record', ids: recordIds.join(',') } as const
  const { data, error, refetch } = useAnswer(
    evidenceEndpoints.listEvidence,
    { query },
    { enabled: recordIds.length > 0 },
  )
  if (error !== null) return <ErrorState error={error} onRetry={() => void refetch()} />
  if (data === undefined || data.evidence.length === 0) return null
  return (
    <section className={styles.part} aria-label={text.title}>
      <h3 className={styles.title}>{text.title}</h3>
      <EvidenceFiles files={data.evidence} />
    </section>
  )
}
